package dev.luakit.cli.registry;

import java.util.List;
import java.util.Map;

/**
 * Where images are looked up, and how.
 *
 * @param required whether an image that can't be looked up ends the build; if not it goes on
 *     without
 * @param mirrors in the order in which they are asked
 * @param insecure the servers, as {@code HOST[:PORT]}, that may be asked without encryption or with
 *     a certificate that nobody vouches for
 * @param buildkitdConfig BuildKit's configuration file, or null for the one in the usual place
 * @param environment the variables of the process
 */
public record RegistryOptions(
    boolean required,
    List<Mirror> mirrors,
    List<String> insecure,
    String buildkitdConfig,
    Map<String, String> environment) {

  /**
   * A server that has what a registry has.
   *
   * @param registry the registry, such as {@code docker.io}
   * @param location the mirror, as {@code HOST[:PORT][/PATH]}
   */
  public record Mirror(String registry, String location) {}

  /** A variable, or empty. */
  String variable(String name) {
    String value = environment.get(name);
    return value == null ? "" : value;
  }
}
