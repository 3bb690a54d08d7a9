package dev.luakit.cli.registry;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLException;

/**
 * Where a server is, and how it may be spoken to.
 *
 * @param registry the registry that it is, or that it has the images of, as images' names have it
 * @param host the server
 * @param prefix what stands before the names of its repositories, or empty
 * @param ways how to speak to it, the first one that works
 * @param open the servers, as {@code HOST[:PORT]}, to which credentials may go unencrypted
 */
record ServerAddress(
    String registry, HostName host, String prefix, List<Way> ways, Set<String> open) {

  static final String DOCKER_HUB = "docker.io";

  /** Docker's registry is not at its name. */
  static final String DOCKER_HUB_HOST = "registry-1.docker.io";

  /** A way to speak to a server: {@code https} or {@code http}. */
  record Way(String scheme, Transport transport) {
    URI root(HostName host) {
      return URI.create(scheme + "://" + host + "/v2/");
    }
  }

  /** Whether it is a mirror of the registry and not the registry itself. */
  boolean isMirror() {
    return !host.toString().equals(registry) && !isDockerHub();
  }

  private boolean isDockerHub() {
    return registry.equals(DOCKER_HUB) && host.toString().equals(DOCKER_HUB_HOST);
  }

  /** What the server calls a repository. */
  String repository(String path) {
    return prefix.isEmpty() ? path : prefix + "/" + path;
  }

  /** Tells a mirror of several registries which one is meant, as containerd does. */
  String query() {
    return isMirror() ? "?ns=" + registry : "";
  }

  /** Under which name Docker's configuration knows it. */
  String credentialKey() {
    return isDockerHub() ? DOCKER_HUB : host.toString();
  }

  /** The command that makes Docker know a password for it. */
  String login() {
    return isDockerHub() ? "docker login" : "docker login " + host;
  }

  /** Whether what is sent to some address can be read on the way by nobody, or may be. */
  boolean isConfidential(URI uri) {
    if ("https".equals(uri.getScheme())) {
      return true;
    }
    HostName name = uri.getAuthority() == null ? null : HostName.parse(uri.getAuthority());
    return name != null && (name.isLoopback() || open.contains(name.toString()));
  }

  /** What helps against a failure to speak to it, or null. */
  String advice(IOException failure) {
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (at instanceof SSLException) {
        return "name its authority in buildkitd.toml ([registry.\""
            + host
            + "\"] ca = [\"FILE\"]), or trust anybody there with --insecure-registry "
            + host;
      }
    }
    return null;
  }

  @Override
  public String toString() {
    return host.toString();
  }
}
