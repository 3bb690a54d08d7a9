package dev.luakit.cli.registry;

import java.net.ProxySelector;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The servers that have the images of registries, by all that options and files say. */
final class Registries {
  private final RegistryOptions options;
  private final Map<String, ServerSettings> settings;
  private final DockerConfig docker;
  private final Deadline deadline;

  /** Those that the options call insecure, as {@code HOST[:PORT]}. */
  private final Set<String> insecure = new HashSet<>();

  /** Those to which credentials may go unencrypted. */
  private final Set<String> open = new HashSet<>();

  /**
   * Transports by the files with the authorities that they believe; {@code null}'s believes all.
   */
  private final Map<List<String>, Transport> transports = new HashMap<>();

  private final Map<String, List<Server>> servers = new HashMap<>();
  private Certificates system;

  /**
   * Reads the configuration files.
   *
   * @throws RegistryConfigException if one of them or an option makes no sense
   */
  Registries(RegistryOptions options, RegistryNotices notices, Deadline deadline) {
    this.options = options;
    this.deadline = deadline;
    settings = BuildkitdConfig.read(options);
    docker = DockerConfig.read(options, notices);
    for (String name : options.insecure()) {
      insecure.add(name.toLowerCase(Locale.ROOT));
    }
    open.addAll(insecure);
    for (Map.Entry<String, ServerSettings> server : settings.entrySet()) {
      if (Boolean.TRUE.equals(server.getValue().http())) {
        open.add(server.getKey().toLowerCase(Locale.ROOT));
      }
    }
    ProxyVariables proxies = ProxyVariables.of(options);
    if (proxies != null) {
      ProxySelector.setDefault(proxies); // The only way to tell the SDK.
    }
  }

  /**
   * The servers that have the images of a registry, in the order in which they are asked: mirrors,
   * then the registry.
   *
   * @throws RegistryConfigException if one is none
   */
  List<Server> of(String registry) {
    List<Server> found = servers.get(registry);
    if (found == null) {
      found = new ArrayList<>();
      for (RegistryOptions.Mirror mirror : options.mirrors()) {
        if (mirror.registry().equals(registry)) {
          found.add(mirror(registry, mirror.location()));
        }
      }
      for (String location : settingsOf(registry).mirrors()) {
        found.add(mirror(registry, location));
      }
      boolean hub = registry.equals(ServerAddress.DOCKER_HUB);
      String host = hub ? ServerAddress.DOCKER_HUB_HOST : registry;
      found.add(server(registry, registry, host, ""));
      servers.put(registry, found);
    }
    return found;
  }

  private ServerSettings settingsOf(String name) {
    return settings.getOrDefault(name, ServerSettings.USUAL);
  }

  private Server mirror(String registry, String location) {
    int slash = location.indexOf('/');
    String host = slash < 0 ? location : location.substring(0, slash);
    String prefix = slash < 0 ? "" : location.substring(slash + 1);
    return server(registry, host, host, prefix.replaceAll("^/+|/+$", ""));
  }

  private Server server(String registry, String name, String host, String prefix) {
    HostName parsed = HostName.parse(host);
    if (parsed == null || !prefix.matches("[A-Za-z0-9._/-]*")) {
      throw new RegistryConfigException(
          "\""
              + (prefix.isEmpty() ? host : host + "/" + prefix)
              + "\" is not of the form HOST[:PORT][/PATH]");
    }
    return new Server(
        new ServerAddress(registry, parsed, prefix, ways(name, parsed), open), docker, deadline);
  }

  private List<ServerAddress.Way> ways(String name, HostName host) {
    ServerSettings said = settingsOf(name);
    Transport checked = transport(said.authorities());
    List<ServerAddress.Way> ways = new ArrayList<>();
    if (insecure.contains(host.toString())) {
      ways.add(new ServerAddress.Way("https", transport(null)));
      ways.add(new ServerAddress.Way("http", checked));
    } else if (Boolean.TRUE.equals(said.http())) {
      ways.add(new ServerAddress.Way("http", checked));
    } else if (said.insecure()) {
      ways.add(new ServerAddress.Way("https", transport(null)));
    } else {
      if (host.isLoopback() && said.http() == null) {
        ways.add(new ServerAddress.Way("http", checked));
      }
      ways.add(new ServerAddress.Way("https", checked));
    }
    return ways;
  }

  /**
   * What sends requests.
   *
   * @param authorities files with certificates beside the system's, or null to believe everybody
   */
  private Transport transport(List<String> authorities) {
    Transport transport = transports.get(authorities);
    if (transport == null) {
      if (authorities != null && system == null) {
        system = Certificates.ofSystem(options.variable("SSL_CERT_FILE"));
      }
      transport = new Transport(authorities == null ? Certificates.ANY : system.and(authorities));
      transports.put(authorities, transport);
    }
    return transport;
  }
}
