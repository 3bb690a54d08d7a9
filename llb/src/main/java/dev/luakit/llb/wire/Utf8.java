package dev.luakit.llb.wire;

/** Tells whether bytes are well-formed UTF-8, by the table of the Unicode Standard (3-7). */
public final class Utf8 {
  private Utf8() {}

  /** Whether {@code text}, whose chars are bytes (0 to 255), is well-formed UTF-8. */
  public static boolean isWellFormed(String text) {
    byte[] bytes = new byte[text.length()];
    for (int i = 0; i < bytes.length; i++) {
      char c = text.charAt(i);
      if (c > 0xFF) {
        return false;
      }
      bytes[i] = (byte) c;
    }
    return isWellFormed(bytes, 0, bytes.length);
  }

  /** Whether the bytes from {@code from} (inclusive) to {@code to} (exclusive) are UTF-8. */
  static boolean isWellFormed(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to) {
      int lead = bytes[at++];
      if (lead >= 0) {
        continue;
      }
      lead &= 0xFF;
      // The second byte's range is narrower where a wider one would allow overlong forms,
      // surrogates, or code points past U+10FFFF.
      int low = 0x80;
      int high = 0xBF;
      int tail;
      if (lead >= 0xC2 && lead <= 0xDF) {
        tail = 1;
      } else if (lead >= 0xE0 && lead <= 0xEF) {
        tail = 2;
        low = lead == 0xE0 ? 0xA0 : 0x80;
        high = lead == 0xED ? 0x9F : 0xBF;
      } else if (lead >= 0xF0 && lead <= 0xF4) {
        tail = 3;
        low = lead == 0xF0 ? 0x90 : 0x80;
        high = lead == 0xF4 ? 0x8F : 0xBF;
      } else {
        return false;
      }
      if (to - at < tail) {
        return false;
      }
      int second = bytes[at] & 0xFF;
      if (second < low || second > high) {
        return false;
      }
      for (int i = 1; i < tail; i++) {
        if ((bytes[at + i] & 0xC0) != 0x80) {
          return false;
        }
      }
      at += tail;
    }
    return true;
  }
}
