package dev.luakit.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The cache of loaded classes that the launcher gives to Java. It consists of two files of one
 * date, so that a cache that anyone has written to since is known by its date: the cache, and its
 * key, which says for which JDK it was made.
 */
final class StartCache {
  /** The property in which the launcher says where the key of the cache is that Java was given. */
  static final String KEY_PROPERTY = "luakit.start.key";

  private StartCache() {}

  /** The key that belongs to a cache. */
  static Path key(Path cache) {
    return cache.resolveSibling(cache.getFileName() + ".key");
  }

  /**
   * Removes the key of the cache that this process was given, if Java has refused the cache: it is
   * made anew at the next start.
   */
  static void forgetRefused() {
    String key = System.getProperty(KEY_PROPERTY);
    if (key == null || System.getProperty("java.vm.info", "").contains("sharing")) {
      return;
    }
    try {
      Files.deleteIfExists(Path.of(key));
    } catch (IOException e) {
      return; // It is not ours. The launcher goes on to offer a cache that Java goes on to refuse.
    }
  }
}
