package dev.luakit.llb.graph;

/**
 * A line that a command's {@code /etc/hosts} has in addition.
 *
 * @param host the host's name
 * @param address its IP address, in canonical form
 */
public record ExtraHost(String host, String address) {

  /**
   * Checks the name and brings the address to its canonical form.
   *
   * @throws InvalidGraphException if the host is empty, or the address is no IPv4 or IPv6 address
   */
  public ExtraHost {
    if (host.isEmpty()) {
      throw new InvalidGraphException("the name of an extra host must not be empty");
    }
    String canonical = IpAddress.canonical(address);
    if (canonical == null) {
      throw new InvalidGraphException(
          "extra host \"" + host + "\" needs an IP address, not \"" + address + "\"");
    }
    address = canonical;
  }
}
