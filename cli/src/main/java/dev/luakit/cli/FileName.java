package dev.luakit.cli;

import dev.luakit.llb.graph.Platform;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The name of a file of which there is one for each platform, such as {@code out-{arch}.pb}. */
final class FileName {
  private FileName() {}

  /**
   * The names for some platforms.
   *
   * @param option what gives the name, for messages
   * @param name may contain {@code {os}}, {@code {arch}} and {@code {variant}}, and {@code
   *     {platform}} for all of these with dashes between them; null for standard output
   * @throws UsageException if the same file would be written for two platforms
   */
  static List<String> forPlatforms(String option, String name, List<Platform> platforms) {
    List<String> names = new ArrayList<>(platforms.size());
    for (Platform platform : platforms) {
      String own = name == null ? null : replace(name, platform);
      if (own != null && own.indexOf('{') >= 0) {
        refuseSlip(option, own);
      }
      int other = names.indexOf(own);
      if (other >= 0) {
        throw same(option, own, platforms.get(other), platform);
      }
      names.add(own);
    }
    return names;
  }

  private static String replace(String name, Platform platform) {
    return name.replace("{os}", platform.os())
        .replace("{arch}", platform.architecture())
        .replace("{variant}", platform.variant())
        .replace("{platform}", platform.format().replace('/', '-'));
  }

  /** Fails where a name in braces is misspelt; others may be a part of the file's name. */
  private static void refuseSlip(String option, String name) {
    Matcher braces = Pattern.compile("\\{([A-Za-z]+)\\}").matcher(name);
    while (braces.find()) {
      String near = Suggestion.among(braces.group(1), List.of("os", "arch", "variant", "platform"));
      if (!near.isEmpty()) {
        throw new UsageException(option + ": there is no " + braces.group() + near);
      }
    }
  }

  private static UsageException same(String option, String name, Platform one, Platform other) {
    return new UsageException(
        option
            + " names one place for "
            + one.format()
            + " and "
            + other.format()
            + (name == null ? "" : ": " + name),
        "give each a file of its own: " + option + " '…-{os}-{arch}{variant}…', or …{platform}…");
  }
}
