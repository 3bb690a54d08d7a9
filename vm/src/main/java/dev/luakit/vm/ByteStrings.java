package dev.luakit.vm;

import java.nio.charset.StandardCharsets;

/**
 * Lua strings are byte strings. They are held as {@link String}s whose chars are the bytes, 0 to
 * 255: the JVM stores such a string in one byte a char, caches its hash and compares it by
 * intrinsics. Text from outside enters as its UTF-8 bytes and leaves by decoding them.
 */
public final class ByteStrings {
  /**
   * The strings of one byte, made when they are first asked for. Sharing them saves most of what
   * looking at a text character by character costs: they are equal where they are the same, and
   * their hash is known.
   */
  private static final String[] SINGLE = new String[256];

  private ByteStrings() {}

  /** The string of one byte, 0 to 255. */
  public static String single(int b) {
    String string = SINGLE[b];
    if (string == null) {
      string = String.valueOf((char) b);
      // Two threads may make the same one, each as good as the other.
      SINGLE[b] = string;
    }
    return string;
  }

  /** {@code string.substring(from, to)}. */
  public static String substring(String string, int from, int to) {
    return to - from == 1 ? single(string.charAt(from)) : string.substring(from, to);
  }

  /** The byte string that holds {@code text} as UTF-8. */
  public static String fromText(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return fromBytes(text.getBytes(StandardCharsets.UTF_8));
      }
    }
    return text;
  }

  /** The text whose UTF-8 bytes {@code string} holds; bytes that are not UTF-8 become U+FFFD. */
  public static String toText(String string) {
    for (int i = 0; i < string.length(); i++) {
      if (string.charAt(i) >= 0x80) {
        return new String(toBytes(string), StandardCharsets.UTF_8);
      }
    }
    return string;
  }

  public static String fromBytes(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  public static byte[] toBytes(String string) {
    return string.getBytes(StandardCharsets.ISO_8859_1);
  }
}
