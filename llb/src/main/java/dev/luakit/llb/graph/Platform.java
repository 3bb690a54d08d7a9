package dev.luakit.llb.graph;

import dev.luakit.llb.wire.ProtoWriter;
import java.util.List;

/**
 * What a file system's programs run on. The names are normalized as containerd does it: {@code
 * x86_64} is {@code amd64}, {@code arm64/v8} has no variant, {@code arm} is {@code arm/v7}.
 *
 * @param os the operating system, such as {@code linux}
 * @param architecture the processor, such as {@code amd64}
 * @param variant the processor's variant, such as {@code v7}, or empty
 * @param osVersion the operating system's version, which Windows images have, or empty
 * @param osFeatures what the operating system must offer, which Windows images have, or empty
 */
public record Platform(
    String os, String architecture, String variant, String osVersion, List<String> osFeatures) {

  /** linux/amd64: what is taken where nobody says what to build for. */
  public static final Platform USUAL = of("linux", "amd64", "");

  public Platform {
    os = lower(os);
    architecture = lower(architecture);
    variant = lower(variant);
    if (os.isEmpty() || architecture.isEmpty()) {
      throw new InvalidGraphException("a platform needs an operating system and an architecture");
    }
    check(os);
    check(architecture);
    check(variant);
    if (os.equals("macos")) {
      os = "darwin";
    }
    if (architecture.equals("i386")) {
      architecture = "386";
      variant = "";
    } else if (architecture.equals("x86_64")
        || architecture.equals("x86-64")
        || architecture.equals("amd64")) {
      architecture = "amd64";
      variant = variant.equals("v1") ? "" : variant;
    } else if (architecture.equals("aarch64") || architecture.equals("arm64")) {
      architecture = "arm64";
      if (variant.equals("8") || variant.equals("v8") || variant.equals("v8.0")) {
        variant = "";
      } else if (variant.equals("9") || variant.equals("9.0") || variant.equals("v9.0")) {
        variant = "v9";
      }
    } else if (architecture.equals("armhf")) {
      architecture = "arm";
      variant = "v7";
    } else if (architecture.equals("armel")) {
      architecture = "arm";
      variant = "v6";
    } else if (architecture.equals("arm")) {
      if (variant.isEmpty() || variant.equals("7")) {
        variant = "v7";
      } else if (variant.equals("5") || variant.equals("6") || variant.equals("8")) {
        variant = "v" + variant;
      }
    }
    osFeatures = List.copyOf(osFeatures);
  }

  /** A platform without a variant of the operating system. */
  public static Platform of(String os, String architecture, String variant) {
    return new Platform(os, architecture, variant, "", List.of());
  }

  /**
   * Reads {@code os/arch} or {@code os/arch/variant}.
   *
   * @throws InvalidGraphException if the text is neither
   */
  public static Platform parse(String text) {
    int first = text.indexOf('/');
    int second = first < 0 ? -1 : text.indexOf('/', first + 1);
    String variant = second < 0 ? "" : text.substring(second + 1);
    int end = second < 0 ? text.length() : second;
    if (first <= 0 || first + 1 == end || second + 1 == text.length()) {
      throw malformed(text);
    }
    for (int i = 0; i < text.length(); i++) {
      if (!isNameChar(text.charAt(i)) && i != first && i != second) {
        throw malformed(text);
      }
    }
    return of(text.substring(0, first), text.substring(first + 1, end), variant);
  }

  private static InvalidGraphException malformed(String text) {
    return new InvalidGraphException(
        "platform \"" + text + "\" is not of the form os/arch[/variant], such as linux/arm64");
  }

  private static void check(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (!isNameChar(name.charAt(i))) {
        throw new InvalidGraphException("\"" + name + "\" is not a part of a platform");
      }
    }
  }

  private static boolean isNameChar(char c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '0' && c <= '9'
        || c == '_'
        || c == '.'
        || c == '-';
  }

  private static String lower(String name) {
    StringBuilder out = null;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c >= 'A' && c <= 'Z') {
        if (out == null) {
          out = new StringBuilder(name);
        }
        out.setCharAt(i, (char) (c + 32));
      }
    }
    return out == null ? name : out.toString();
  }

  /** The platform as {@code os/arch[/variant]}. */
  public String format() {
    String pair = os + "/" + architecture;
    return variant.isEmpty() ? pair : pair + "/" + variant;
  }

  void write(ProtoWriter out, int field) {
    int message = out.begin(field);
    out.string(1, "the platform's architecture", architecture);
    out.string(2, "the platform's operating system", os);
    out.string(3, "the platform's variant", variant);
    out.string(4, "the platform's OS version", osVersion);
    for (int i = 0; i < osFeatures.size(); i++) {
      out.element(5, "the platform's OS feature", osFeatures.get(i));
    }
    out.end(message);
  }
}
