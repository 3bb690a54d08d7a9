package dev.luakit.llb.image;

import dev.luakit.llb.graph.ImageConfig;

/** What came out of resolving an image. */
public sealed interface Resolution {
  /** Nothing is known, and the build goes on without. */
  Resolution UNKNOWN = new Unknown();

  /**
   * The image is known.
   *
   * @param digest what its name stands for at this time, or empty not to pin it
   * @param config its configuration for the platform
   */
  record Resolved(String digest, ImageConfig config) implements Resolution {}

  /** Nothing is known, and the build goes on without. */
  record Unknown() implements Resolution {}

  /**
   * The build can't go on.
   *
   * @param message why, as the script's error says it behind the image's name; a byte string
   */
  record Failed(String message) implements Resolution {}
}
