package dev.luakit.llb;

import dev.luakit.llb.graph.Platform;
import java.util.List;

/**
 * Knows the usual names of systems and architectures. A name that is none of them may be right all
 * the same; one that is a letter away from one of them is a slip.
 */
public final class PlatformName {
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

  /** What is misspelt in a platform, and what was probably meant; {@code null} for nothing. */
  public static String slip(Platform platform) {
    String system = slip("system", platform.os(), SYSTEMS);
    return system != null ? system : slip("architecture", platform.architecture(), ARCHITECTURES);
  }

  private static String slip(String part, String name, List<String> known) {
    String near = known.contains(name) ? null : EditDistance.nearest(name, known);
    return near == null
        ? null
        : "there is no " + part + " '" + name + "' (did you mean '" + near + "'?)";
  }

  /** What to write instead of a text that is no platform, null where nothing is known of it. */
  public static String hint(String text) {
    String name = text.strip();
    if (SYSTEMS.contains(name)) {
      return "write " + name + "/amd64 or " + name + "/arm64";
    }
    return ARCHITECTURES.contains(name) || name.equals("x86_64") || name.equals("aarch64")
        ? "write linux/" + name
        : null;
  }
}
