package dev.luakit.llb.image;

import java.util.ArrayList;
import java.util.List;

/** Resolves images by a lock file, and nothing that is not in it. */
public final class LockedImages implements ImageResolver {
  private final LockFile lock;
  private final String script;

  /**
   * A resolver.
   *
   * @param script the script as a command line names it, a byte string
   */
  public LockedImages(LockFile lock, String script) {
    this.lock = lock;
    this.script = script;
  }

  @Override
  public Resolution known(ImageRequest request) {
    Resolution found = lock.find(request.reference(), request.platform());
    return found == null ? new Resolution.Failed(missing(request)) : found;
  }

  private String missing(ImageRequest request) {
    String platform = request.platform().format();
    if (lock.platforms(request.reference()).isEmpty()) {
      return "is not in " + LockFile.NAME + "; to add it, run: luakit lock " + script;
    }
    return "is not in "
        + LockFile.NAME
        + " for "
        + platform
        + "; to add it, run: luakit lock --platform "
        + platform
        + " "
        + script;
  }

  @Override
  public List<Resolution> resolve(List<ImageRequest> requests) {
    List<Resolution> resolutions = new ArrayList<>(requests.size());
    for (int i = 0; i < requests.size(); i++) {
      resolutions.add(known(requests.get(i)));
    }
    return resolutions;
  }
}
