package dev.luakit.llb.advice;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Advice where the library got a text or a number that can't be what it is meant to be. */
final class ValueAdvice {
  private static final Pattern ARCHITECTURE =
      Pattern.compile(
          ".*platform \"(amd64|arm64|arm|386|riscv64|ppc64le|s390x|x86_64|aarch64)\" .*");

  private static final Pattern SCHEME =
      Pattern.compile("bk\\.image: image reference \"([a-z+-]+)://.*");

  private static final Pattern STAGE =
      Pattern.compile("bk\\.image: image reference \"(\\S+) +[aA][sS] +(\\w+)\".*");

  private static final Pattern SPACE =
      Pattern.compile("bk\\.image: image reference \"([^\\s:]+) +([^\\s:]+)\".*");

  private static final Pattern UPPER_CASE =
      Pattern.compile("bk\\.image: image reference \"([^\"]*)\" has an upper-case letter.*");

  private static final Pattern DIGITS = Pattern.compile(".*checksum \"([0-9a-f]{64})\" .*");

  private static final Pattern MAPPED_PORT =
      Pattern.compile("bk\\.export: port \".*:(\\d+(?:/\\w+)?)\" .*");

  private static final Pattern PROTOCOL = Pattern.compile("bk\\.export: port \"(\\d+)/(\\w+)\" .*");

  private static final Set<String> PROTOCOLS = Set.of("tcp", "udp", "sctp");

  private ValueAdvice() {}

  /** Advice on a message, {@code null} where it speaks of something else. */
  static String of(String message) {
    if (message.startsWith("bk.image: image reference ")) {
      return ofImage(message);
    }
    if (message.startsWith("bk.export: port ")) {
      return ofPort(message);
    }
    if (message.startsWith("bk.http: \"") && !quoted(message).contains("://")) {
      return quoted(message).isEmpty()
          ? null
          : "write the whole address: \"https://" + quoted(message) + "\"";
    }
    if (message.endsWith("option 'platform' has no field 1")) {
      return "one platform is a text, \"linux/arm64\"; several are for the command line:"
          + " --platform linux/amd64,linux/arm64";
    }
    if (message.endsWith("option 'owner' has no field 1")) {
      return "the fields have names: owner = { user = 1000, group = 1000 }";
    }
    Matcher digits = DIGITS.matcher(message);
    if (digits.matches()) {
      return "write \"sha256:" + digits.group(1) + "\"";
    }
    Matcher architecture = ARCHITECTURE.matcher(message);
    return architecture.matches() ? "write \"linux/" + architecture.group(1) + "\"" : null;
  }

  private static String ofImage(String message) {
    Matcher scheme = SCHEME.matcher(message);
    if (scheme.matches()) {
      return "an image is named as for docker pull, such as \"alpine:3.19\""
          + (scheme.group(1).startsWith("http") ? "; a file from the web is bk.http(url)" : "");
    }
    Matcher stage = STAGE.matcher(message);
    if (stage.matches()) {
      return "a stage is a variable: local "
          + stage.group(2)
          + " = bk.image(\""
          + stage.group(1)
          + "\")";
    }
    Matcher space = SPACE.matcher(message);
    if (space.matches()) {
      return "write \"" + space.group(1) + ":" + space.group(2) + "\"";
    }
    Matcher upper = UPPER_CASE.matcher(message);
    return upper.matches() && upper.group(1).indexOf(':') < 0
        ? "write \"" + upper.group(1).toLowerCase(Locale.ROOT) + "\""
        : null;
  }

  private static String ofPort(String message) {
    Matcher mapped = MAPPED_PORT.matcher(message);
    if (mapped.matches()) {
      return "an image says only its own port, \""
          + mapped.group(1)
          + "\"; which one of the machine leads there is said at its start: docker run -p";
    }
    Matcher protocol = PROTOCOL.matcher(message);
    if (protocol.matches()) {
      String near = Nearest.of(protocol.group(2), PROTOCOLS);
      return near == null ? null : "write \"" + protocol.group(1) + "/" + near + "\"";
    }
    return switch (quoted(message)) {
      case "http" -> "write 80";
      case "https" -> "write 443";
      default -> null;
    };
  }

  /** The first text in quotes of the message. */
  private static String quoted(String message) {
    int start = message.indexOf('"') + 1;
    int end = message.indexOf('"', start);
    return start > 0 && end > 0 ? message.substring(start, end) : "";
  }
}
