package dev.luakit.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The options for where images are looked up. */
final class RegistryArguments {
  @Option(
      names = "--registry-mirror",
      paramLabel = "REGISTRY=HOST[/PATH]",
      description = "A server that is asked for a registry's images first; may be given again.")
  private List<String> mirrors = new ArrayList<>();

  @Option(
      names = "--insecure-registry",
      paramLabel = "HOST[:PORT]",
      description =
          "A server that may be asked without encryption, or whoever is at its place; may be given"
              + " again.")
  private List<String> insecure = new ArrayList<>();

  @Option(
      names = "--buildkitd-config",
      paramLabel = "FILE",
      description =
          "BuildKit's configuration, for its mirrors; that of the user or system unless it is"
              + " given.")
  private String buildkitdConfig;

  /**
   * What the options say.
   *
   * @throws UsageException if a value makes no sense
   */
  RegistryPlaces places() {
    for (String mirror : mirrors) {
      RegistryPlaces.checkMirror(mirror);
    }
    for (String host : insecure) {
      if (host.isEmpty() || host.indexOf('/') >= 0) {
        throw new UsageException(
            "--insecure-registry: '" + host + "' is not of the form HOST[:PORT]");
      }
    }
    return new RegistryPlaces(mirrors, insecure, buildkitdConfig);
  }
}
