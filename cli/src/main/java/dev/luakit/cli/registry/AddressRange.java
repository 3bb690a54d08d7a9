package dev.luakit.cli.registry;

import java.net.InetAddress;

/** Ranges of addresses, such as {@code 10.0.0.0/8}. */
final class AddressRange {
  private AddressRange() {}

  /**
   * Whether a host is an address in a range.
   *
   * @param range {@code ADDRESS/BITS}; anything else is no range
   * @param host nothing but an address is in any range: names are not looked up
   */
  static boolean contains(String range, String host) {
    int slash = range.indexOf('/');
    if (slash < 0 || !range.substring(slash + 1).matches("[0-9]{1,3}")) {
      return false;
    }
    byte[] base = address(range.substring(0, slash));
    byte[] one = address(host);
    int bits = Integer.parseInt(range, slash + 1, range.length(), 10);
    if (base == null || one == null || base.length != one.length || bits > base.length * 8) {
      return false;
    }
    for (int i = 0; i < bits; i++) {
      int mask = 0x80 >> (i & 7);
      if ((base[i >> 3] & mask) != (one[i >> 3] & mask)) {
        return false;
      }
    }
    return true;
  }

  private static byte[] address(String text) {
    try {
      return InetAddress.ofLiteral(text).getAddress();
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
