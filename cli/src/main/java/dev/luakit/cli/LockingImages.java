package dev.luakit.cli;

import dev.luakit.llb.image.ImageRequest;
import dev.luakit.llb.image.ImageResolver;
import dev.luakit.llb.image.LockFile;
import dev.luakit.llb.image.Resolution;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Resolves images by a lock file as far as it goes, and others by their registries. */
final class LockingImages implements ImageResolver {
  private final LockFile lock;
  private final LockRequest.Update update;
  private final ImageResolver registries;
  private final Map<ImageRequest, Resolution> asked = new HashMap<>();

  /**
   * A resolver.
   *
   * @param lock what is locked
   * @param update which of it is not to be taken as it is
   * @param registries who is asked, or null for nobody
   */
  LockingImages(LockFile lock, LockRequest.Update update, ImageResolver registries) {
    this.lock = lock;
    this.update = update;
    this.registries = registries;
  }

  @Override
  public Resolution known(ImageRequest request) {
    Resolution known = asked.get(request);
    if (known == null && !update.contains(request.reference())) {
      known = lock.find(request.reference(), request.platform());
    }
    return known;
  }

  @Override
  public List<Resolution> resolve(List<ImageRequest> requests) {
    if (registries == null) {
      List<Resolution> unknown = new ArrayList<>();
      for (int i = 0; i < requests.size(); i++) {
        unknown.add(Resolution.UNKNOWN);
      }
      return unknown;
    }
    List<Resolution> resolutions = registries.resolve(requests);
    for (int i = 0; i < requests.size(); i++) {
      asked.put(requests.get(i), resolutions.get(i));
    }
    return resolutions;
  }

  /** What an image was resolved to, or null. */
  Resolution.Resolved found(ImageRequest request) {
    return known(request) instanceof Resolution.Resolved resolved ? resolved : null;
  }
}
