package dev.luakit.cli.registry;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;

/**
 * The proxies that the environment names: {@code HTTPS_PROXY}, {@code HTTP_PROXY} and {@code
 * NO_PROXY}, or the same in lower case, which win. This machine is never asked through one.
 */
final class ProxyVariables extends ProxySelector {
  private final Proxy https;
  private final Proxy http;
  private final String[] excluded;

  private ProxyVariables(Proxy https, Proxy http, String[] excluded) {
    this.https = https;
    this.http = http;
    this.excluded = excluded;
  }

  /**
   * The proxies, or null if none is named.
   *
   * @throws RegistryConfigException if one is not of a kind that can be used
   */
  static ProxyVariables of(RegistryOptions options) {
    Proxy https = proxy("HTTPS_PROXY", options);
    Proxy http = proxy("HTTP_PROXY", options);
    if (https == Proxy.NO_PROXY && http == Proxy.NO_PROXY) {
      return null;
    }
    return new ProxyVariables(https, http, value("NO_PROXY", options).split(","));
  }

  private static String value(String name, RegistryOptions options) {
    String value = options.variable(name.toLowerCase(Locale.ROOT));
    return (value.isEmpty() ? options.variable(name) : value).strip();
  }

  private static Proxy proxy(String name, RegistryOptions options) {
    String value = value(name, options);
    if (value.isEmpty()) {
      return Proxy.NO_PROXY;
    }
    try {
      URI uri = new URI(value.contains("://") ? value : "http://" + value);
      if ("http".equals(uri.getScheme()) && uri.getHost() != null && uri.getUserInfo() == null) {
        int port = uri.getPort() < 0 ? 80 : uri.getPort();
        // The proxy's name is looked up when it is used.
        return new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(uri.getHost(), port));
      }
    } catch (URISyntaxException e) {
      // The value may hold a password: it is not shown.
    }
    throw new RegistryConfigException(
        name
            + " in the environment is not of the form http://HOST[:PORT], which is all that is"
            + " supported");
  }

  @Override
  public List<Proxy> select(URI uri) {
    HostName host = HostName.parse(uri.getAuthority());
    if (host == null || host.isLoopback() || isExcluded(host)) {
      return List.of(Proxy.NO_PROXY);
    }
    return List.of("https".equals(uri.getScheme()) ? https : http);
  }

  private boolean isExcluded(HostName name) {
    for (String entry : excluded) {
      String one = entry.strip().toLowerCase(Locale.ROOT);
      if (one.equals("*") || one.equals(name.host()) || one.equals(name.toString())) {
        return true;
      }
      String suffix = one.startsWith("*.") ? one.substring(1) : one;
      if (!suffix.isEmpty()
          && name.host().endsWith(suffix.startsWith(".") ? suffix : "." + suffix)) {
        return true;
      }
      if (AddressRange.contains(one, name.host())) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void connectFailed(URI uri, SocketAddress address, IOException failure) {
    // What comes of the request tells.
  }
}
