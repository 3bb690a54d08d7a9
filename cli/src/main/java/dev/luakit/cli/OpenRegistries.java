package dev.luakit.cli;

import dev.luakit.cli.registry.RegistryConfigException;
import dev.luakit.cli.registry.RegistryImages;
import dev.luakit.cli.registry.RegistryOptions;
import dev.luakit.llb.image.ImageRequest;
import dev.luakit.llb.image.ImageResolver;
import dev.luakit.llb.image.Resolution;
import java.util.ArrayList;
import java.util.List;

/** Registries that are asked as the command line says. */
final class OpenRegistries implements ImageResolver {
  private final RegistryImages images;

  /**
   * Reads the configuration files.
   *
   * @param required whether an image that can't be looked up ends the build
   * @throws UsageException if an option or a file makes no sense
   */
  OpenRegistries(RegistryPlaces places, boolean required, Host host) {
    List<RegistryOptions.Mirror> mirrors = new ArrayList<>();
    for (String mirror : places.mirrors()) {
      int equals = mirror.indexOf('=');
      String registry = mirror.substring(0, equals);
      mirrors.add(
          new RegistryOptions.Mirror(
              registry.equals("index.docker.io") ? "docker.io" : registry,
              mirror.substring(equals + 1)));
    }
    RegistryOptions options =
        new RegistryOptions(
            required, mirrors, places.insecure(), places.buildkitdConfig(), host.environment());
    try {
      images = new RegistryImages(options, new ConsoleNotices(host));
    } catch (RegistryConfigException e) {
      throw new UsageException(e.getMessage());
    }
  }

  @Override
  public List<Resolution> resolve(List<ImageRequest> requests) {
    try {
      return images.resolve(requests);
    } catch (RegistryConfigException e) {
      throw new UsageException(e.getMessage());
    }
  }
}
