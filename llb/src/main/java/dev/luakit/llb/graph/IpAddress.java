package dev.luakit.llb.graph;

/** IP addresses as text; the canonical form is that of Go's package {@code net} (RFC 5952). */
final class IpAddress {
  private static final int GROUPS = 8;

  private IpAddress() {}

  /** The canonical form, or null if the text is no IPv4 or IPv6 address. */
  static String canonical(String text) {
    if (text.indexOf(':') < 0) {
      return isVersion4(text, 0) ? text : null;
    }
    int[] groups = version6(text);
    if (groups == null) {
      return null;
    }
    if (isMappedVersion4(groups)) {
      return format4(groups[6] << 16 | groups[7]);
    }
    return format6(groups);
  }

  private static boolean isMappedVersion4(int[] groups) {
    for (int i = 0; i < 5; i++) {
      if (groups[i] != 0) {
        return false;
      }
    }
    return groups[5] == 0xFFFF;
  }

  /** Four decimal numbers from 0 to 255, without leading zeros. */
  private static boolean isVersion4(String text, int from) {
    int numbers = 0;
    int at = from;
    while (true) {
      int start = at;
      int value = 0;
      while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
        value = value * 10 + text.charAt(at) - '0';
        at++;
        if (value > 255 || at - start > 3) {
          return false;
        }
      }
      if (at == start || at - start > 1 && text.charAt(start) == '0') {
        return false;
      }
      numbers++;
      if (at == text.length()) {
        return numbers == 4;
      }
      if (numbers == 4 || text.charAt(at++) != '.') {
        return false;
      }
    }
  }

  private static int version4(String text, int from) {
    int address = 0;
    int value = 0;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '.') {
        address = address << 8 | value;
        value = 0;
      } else {
        value = value * 10 + c - '0';
      }
    }
    return address << 8 | value;
  }

  private static int[] version6(String text) {
    int[] groups = new int[GROUPS];
    int length = text.length();
    int count = 0;
    int gap = -1;
    int at = 0;
    if (text.startsWith("::")) {
      gap = 0;
      at = 2;
    }
    while (at < length && count < GROUPS) {
      int start = at;
      int value = 0;
      while (at < length && Character.digit(text.charAt(at), 16) >= 0) {
        value = value << 4 | Character.digit(text.charAt(at), 16);
        at++;
        if (at - start > 4) {
          return null;
        }
      }
      if (at == start) {
        return null;
      }
      if (at < length && text.charAt(at) == '.') {
        if (count > GROUPS - 2 || gap < 0 && count != GROUPS - 2 || !isVersion4(text, start)) {
          return null;
        }
        int address = version4(text, start);
        groups[count++] = address >>> 16;
        groups[count++] = address & 0xFFFF;
        at = length;
        break;
      }
      groups[count++] = value;
      if (at == length) {
        break;
      }
      if (text.charAt(at++) != ':' || at == length) {
        return null;
      }
      if (text.charAt(at) == ':') {
        if (gap >= 0) {
          return null;
        }
        gap = count;
        at++;
      }
    }
    if (at < length || gap < 0 && count < GROUPS || gap >= 0 && count == GROUPS) {
      return null;
    }
    if (gap >= 0) {
      int moved = count - gap;
      System.arraycopy(groups, gap, groups, GROUPS - moved, moved);
      for (int i = gap; i < GROUPS - moved; i++) {
        groups[i] = 0;
      }
    }
    return groups;
  }

  private static String format4(int address) {
    return (address >>> 24)
        + "."
        + (address >>> 16 & 0xFF)
        + "."
        + (address >>> 8 & 0xFF)
        + "."
        + (address & 0xFF);
  }

  /** Lower-case hexadecimal, with the first of the longest runs of two or more zeros left out. */
  private static String format6(int[] groups) {
    int gap = -1;
    int gapLength = 1;
    for (int i = 0; i < GROUPS; i++) {
      int end = i;
      while (end < GROUPS && groups[end] == 0) {
        end++;
      }
      if (end - i > gapLength) {
        gap = i;
        gapLength = end - i;
      }
    }
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < GROUPS; i++) {
      if (i == gap) {
        out.append("::");
        i += gapLength - 1;
        continue;
      }
      if (!out.isEmpty() && out.charAt(out.length() - 1) != ':') {
        out.append(':');
      }
      out.append(Integer.toHexString(groups[i]));
    }
    return out.toString();
  }
}
