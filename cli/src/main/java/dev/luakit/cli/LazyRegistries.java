package dev.luakit.cli;

import dev.luakit.llb.image.ImageRequest;
import dev.luakit.llb.image.ImageResolver;
import dev.luakit.llb.image.Resolution;
import java.util.List;

/**
 * Registries that are not so much as thought of before an image is to be looked up: what asks them
 * takes longer to load than most builds take.
 */
final class LazyRegistries implements ImageResolver {
  private final RegistryPlaces places;
  private final boolean required;
  private final Host host;

  private ImageResolver opened;

  /**
   * Registries.
   *
   * @param required whether an image that can't be looked up ends the build
   */
  LazyRegistries(RegistryPlaces places, boolean required, Host host) {
    this.places = places;
    this.required = required;
    this.host = host;
  }

  @Override
  public List<Resolution> resolve(List<ImageRequest> requests) {
    if (opened == null) {
      opened = new OpenRegistries(places, required, host);
    }
    return opened.resolve(requests);
  }
}
