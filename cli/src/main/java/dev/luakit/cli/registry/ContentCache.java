package dev.luakit.cli.registry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Manifests and configurations on disk, each in a file that is named for its digest, so that it is
 * never out of date. What a tag stands for is not kept: tags move.
 *
 * <p>It may be missing, damaged, read-only or written by others at the same time: then something is
 * fetched once more than it had to be.
 */
final class ContentCache {
  private final Path folder;

  /**
   * The cache in a folder, which need not be there.
   *
   * @param folder null to keep nothing
   */
  ContentCache(Path folder) {
    this.folder = folder;
  }

  /** The cache that an environment says: in its own folder, or in the user's. */
  static ContentCache of(RegistryOptions options) {
    String own = options.variable("LUAKIT_CACHE");
    String user = options.variable("XDG_CACHE_HOME");
    String home = options.variable("HOME");
    try {
      if (!own.isEmpty()) {
        return new ContentCache(Path.of(own));
      }
      if (user.startsWith("/")) {
        return new ContentCache(Path.of(user, "luakit"));
      }
      return new ContentCache(home.startsWith("/") ? Path.of(home, ".cache", "luakit") : null);
    } catch (InvalidPathException e) {
      return new ContentCache(null);
    }
  }

  /**
   * The content that has a digest, or null.
   *
   * @param limit most bytes
   */
  byte[] read(String digest, int limit) {
    if (folder == null) {
      return null;
    }
    Path file = file(digest);
    try {
      if (!Files.isRegularFile(file) || Files.size(file) > limit) {
        return null;
      }
      byte[] content = Files.readAllBytes(file);
      return ContentDigest.matches(digest, content) ? content : null;
    } catch (IOException e) {
      return null;
    }
  }

  /** Keeps content, if that is possible. */
  void write(String digest, byte[] content) {
    if (folder == null) {
      return;
    }
    Path file = file(digest);
    Path written = null;
    try {
      Files.createDirectories(file.getParent());
      written = Files.createTempFile(file.getParent(), ".new-", null);
      Files.write(written, content);
      Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException | UnsupportedOperationException e) {
      delete(written);
    }
  }

  private static void delete(Path written) {
    try {
      if (written != null) {
        Files.deleteIfExists(written);
      }
    } catch (IOException e) {
      return; // It is in nobody's way.
    }
  }

  /** {@code algorithm/xx/hex}, where xx are the first two digits. */
  private Path file(String digest) {
    int colon = digest.indexOf(':');
    String hex = digest.substring(colon + 1);
    return folder.resolve(digest.substring(0, colon)).resolve(hex.substring(0, 2)).resolve(hex);
  }
}
