package dev.luakit.cli;

import dev.luakit.llb.graph.Platform;
import java.util.List;

/**
 * Knows the usual names of systems and architectures. A name that is none of them may be right all
 * the same; one that is a letter away from one of them is a slip.
 */
final class PlatformName {
  private static final List<String> SYSTEMS =
      List.of(
          "linux",
          "windows",
          "darwin",
          "freebsd",
          "netbsd",
          "openbsd",
          "dragonfly",
          "solaris",
          "illumos",
          "aix",
          "android",
          "ios",
          "js",
          "plan9",
          "wasi",
          "wasip1");

  private static final List<String> ARCHITECTURES =
      List.of(
          "amd64",
          "arm64",
          "arm",
          "386",
          "riscv64",
          "ppc64le",
          "s390x",
          "mips64le",
          "mips64",
          "mips",
          "mipsle",
          "ppc64",
          "loong64",
          "wasm",
          "sparc64",
          "riscv",
          "ppc",
          "s390",
          "sparc",
          "armbe",
          "arm64be");

  private PlatformName() {}

  /**
   * Fails where a part of a platform is misspelt.
   *
   * @throws UsageException if it is
   */
  static void check(Platform platform) {
    check(platform, "system", platform.os(), SYSTEMS);
    check(platform, "architecture", platform.architecture(), ARCHITECTURES);
  }

  private static void check(Platform platform, String part, String name, List<String> known) {
    String near = known.contains(name) ? "" : Suggestion.among(name, known);
    if (!near.isEmpty()) {
      String message = "--platform: there is no " + part + " '" + name + "'" + near;
      throw new UsageException(
          message, "a platform is such as linux/amd64, not " + platform.format());
    }
  }

  /** What to write instead of a text that is no platform, null where nothing is known of it. */
  static String hint(String text) {
    String name = text.strip();
    if (SYSTEMS.contains(name)) {
      return "write " + name + "/amd64 or " + name + "/arm64";
    }
    return ARCHITECTURES.contains(name) || name.equals("x86_64") || name.equals("aarch64")
        ? "write linux/" + name
        : null;
  }
}
