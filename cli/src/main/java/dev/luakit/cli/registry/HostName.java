package dev.luakit.cli.registry;

import java.util.Locale;

/**
 * The name of a server, as registries are named.
 *
 * @param host a name or an address; that of IPv6 in brackets
 * @param port the port, or -1 for the scheme's own
 */
record HostName(String host, int port) {
  /** Reads {@code HOST[:PORT]}; null if it is not of that form. */
  static HostName parse(String text) {
    int end = text.length();
    int port = -1;
    int colon = text.lastIndexOf(':');
    if (colon > text.lastIndexOf(']')) {
      if (end - colon > 6) {
        return null;
      }
      port = 0;
      for (int i = colon + 1; i < end; i++) {
        int digit = text.charAt(i) - '0';
        if (digit < 0 || digit > 9) {
          return null;
        }
        port = port * 10 + digit;
      }
      if (port == 0 || port > 0xFFFF) {
        return null;
      }
      end = colon;
    }
    String host = text.substring(0, end).toLowerCase(Locale.ROOT);
    return isHost(host) ? new HostName(host, port) : null;
  }

  private static boolean isHost(String host) {
    boolean address = host.startsWith("[") && host.endsWith("]");
    for (int i = address ? 1 : 0; i < host.length() - (address ? 1 : 0); i++) {
      char c = host.charAt(i);
      boolean letter = c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-' || c == '.';
      if (!letter && !(address && c == ':')) {
        return false;
      }
    }
    return !host.isEmpty();
  }

  /** Whether a request to it does not leave this machine. */
  boolean isLoopback() {
    return host.equals("localhost")
        || host.endsWith(".localhost")
        || host.equals("[::1]")
        || host.matches("127\\.[0-9]{1,3}\\.[0-9]{1,3}\\.[0-9]{1,3}");
  }

  @Override
  public String toString() {
    return port < 0 ? host : host + ":" + port;
  }
}
