package dev.luakit.cli;

import dev.luakit.llb.PlatformName;
import dev.luakit.llb.graph.InvalidGraphException;
import dev.luakit.llb.graph.Platform;
import java.util.ArrayList;
import java.util.List;

/** The values of {@code --platform}. */
final class PlatformArguments {
  private PlatformArguments() {}

  /**
   * Takes them apart.
   *
   * @param lists platforms with commas between them
   * @return the platforms, each once
   * @throws UsageException if one is no platform
   */
  static List<Platform> parse(List<String> lists) {
    List<Platform> parsed = new ArrayList<>();
    for (String list : lists) {
      for (String platform : list.split(",", -1)) {
        try {
          Platform one = Platform.parse(platform.strip());
          String slip = PlatformName.slip(one);
          if (slip != null) {
            throw new UsageException(
                "--platform: " + slip, "a platform is such as linux/amd64, not " + one.format());
          }
          if (!parsed.contains(one)) {
            parsed.add(one);
          }
        } catch (InvalidGraphException e) {
          throw new UsageException("--platform: " + e.getMessage(), PlatformName.hint(platform));
        }
      }
    }
    return parsed;
  }
}
