package dev.luakit.llb.bk;

import dev.luakit.llb.graph.Platform;

/**
 * What whoever starts a build puts in the place of the images and directories that a script names.
 */
public interface Contexts {
  /**
   * What takes the place of {@code bk.image(name)}; null for the image.
   *
   * @param name as the script gives it, a byte string
   * @param platform the platform for which it is wanted
   * @throws dev.luakit.llb.graph.InvalidGraphException if it can't be had; the message says why
   */
  Context image(String name, Platform platform);

  /**
   * What takes the place of {@code bk.local_(name)}; null for the directory that has the name.
   *
   * @param name as the script gives it, a byte string
   * @param platform the platform that is built for
   * @throws dev.luakit.llb.graph.InvalidGraphException if it can't be had; the message says why
   */
  Context local(String name, Platform platform);
}
