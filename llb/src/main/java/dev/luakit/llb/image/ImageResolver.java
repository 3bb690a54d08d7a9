package dev.luakit.llb.image;

import java.util.List;

/**
 * Finds out what the names of images stand for.
 *
 * <p>A script does not wait for it: it is run once to learn which images it names, all of them are
 * resolved at once, and then it is run again. So no script can tell when, or whether, someone was
 * asked.
 */
public interface ImageResolver {
  /**
   * What is known of an image without asking anyone, such as what a lock file says; null where
   * {@link #resolve} is to be asked. Called while the script runs.
   */
  default Resolution known(ImageRequest request) {
    return null;
  }

  /**
   * Resolves images.
   *
   * @param requests each one once, in the order in which the script first named them
   * @return for each request what came of it, in the same order
   */
  List<Resolution> resolve(List<ImageRequest> requests);
}
