package dev.luakit.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files of a folder. */
final class Tree {
  private Tree() {}

  /** Each file below a folder by its path, with its permissions and its digest. */
  static SortedMap<String, String> of(Path folder) throws IOException {
    SortedMap<String, String> tree = new TreeMap<>();
    for (Path file : files(folder)) {
      var permissions = Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS);
      String mode = PosixFilePermissions.toString(permissions);
      tree.put(folder.relativize(file).toString(), mode + " " + sha256(file));
    }
    return tree;
  }

  /** The files below a folder that are no folders. */
  static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)).toList();
    }
  }

  static String sha256(Path file) throws IOException {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
