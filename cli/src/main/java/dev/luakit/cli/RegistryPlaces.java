package dev.luakit.cli;

import java.util.List;

/**
 * Where images are looked up, as the command line says it.
 *
 * @param mirrors as {@code REGISTRY=HOST[:PORT][/PATH]}
 * @param insecure the servers, as {@code HOST[:PORT]}, that need not be safe from others
 * @param buildkitdConfig BuildKit's configuration file, or null for the usual one
 */
record RegistryPlaces(List<String> mirrors, List<String> insecure, String buildkitdConfig) {

  /**
   * Fails unless a mirror is of its form.
   *
   * @throws UsageException if it is not
   */
  static void checkMirror(String mirror) {
    int equals = mirror.indexOf('=');
    if (equals <= 0 || equals + 1 == mirror.length()) {
      throw new UsageException(
          "--registry-mirror: '" + mirror + "' is not of the form REGISTRY=HOST[:PORT][/PATH]",
          "for example: --registry-mirror docker.io=mirror.example.com");
    }
    if (mirror.indexOf("://", equals) >= 0) {
      throw new UsageException(
          "--registry-mirror: '" + mirror + "' names a scheme, where only a host belongs",
          "a server without encryption is named by --insecure-registry HOST[:PORT] as well");
    }
  }
}
