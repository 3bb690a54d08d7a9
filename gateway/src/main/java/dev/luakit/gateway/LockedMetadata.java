package dev.luakit.gateway;

import dev.luakit.llb.image.ImageRequest;
import dev.luakit.llb.image.ImageResolver;
import dev.luakit.llb.image.LockFile;
import dev.luakit.llb.image.LockedImages;
import dev.luakit.llb.image.MalformedLockException;
import dev.luakit.llb.image.Resolution;
import dev.luakit.vm.ByteStrings;
import java.util.List;

/**
 * Resolves images by the lock file beside the script. The daemon is asked about those only that
 * whoever starts the build has put in the place of others.
 */
final class LockedMetadata implements ImageResolver {
  private final LockedImages locked;
  private final NamedContexts contexts;
  private final ImageMetadata daemon;

  private LockedMetadata(LockedImages locked, NamedContexts contexts, ImageMetadata daemon) {
    this.locked = locked;
    this.contexts = contexts;
    this.daemon = daemon;
  }

  /**
   * What knows about the images of a script.
   *
   * @throws FrontendException if its lock file is none
   */
  static ImageResolver of(ScriptText script, NamedContexts contexts, ImageMetadata daemon) {
    if (script.lock() == null) {
      return daemon;
    }
    try {
      LockFile lock = LockFile.parse(ByteStrings.fromBytes(script.lock()));
      LockedImages locked = new LockedImages(lock, ByteStrings.fromText(script.file()));
      return new LockedMetadata(locked, contexts, daemon);
    } catch (MalformedLockException e) {
      String file = script.folder() + LockFile.NAME;
      String place = e.line() == 0 ? file : file + ":" + e.line();
      throw new FrontendException(
          place + ": " + e.getMessage() + "; to make it anew, delete it and run luakit lock",
          ScriptText.info(file, script.lock()),
          e.line() == 0 ? null : Places.range(e.line(), 1));
    }
  }

  @Override
  public Resolution known(ImageRequest request) {
    return contexts.isGiven(request.reference()) ? null : locked.known(request);
  }

  @Override
  public List<Resolution> resolve(List<ImageRequest> requests) {
    return daemon.resolve(requests);
  }
}
