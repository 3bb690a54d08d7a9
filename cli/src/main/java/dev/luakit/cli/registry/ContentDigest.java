package dev.luakit.cli.registry;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Digests of what registries send, as {@code algorithm:hex}. */
final class ContentDigest {
  private ContentDigest() {}

  static String sha256(byte[] content) {
    return "sha256:" + hex("SHA-256", content);
  }

  /** Whether a digest, of an algorithm that is known, is that of some content. */
  static boolean matches(String digest, byte[] content) {
    int colon = digest.indexOf(':');
    String algorithm =
        switch (colon < 0 ? "" : digest.substring(0, colon)) {
          case "sha256" -> "SHA-256";
          case "sha384" -> "SHA-384";
          case "sha512" -> "SHA-512";
          default -> null;
        };
    return algorithm != null && digest.substring(colon + 1).equals(hex(algorithm, content));
  }

  /** Whether a text has the form of a digest whose content can be checked. */
  static boolean isDigest(String text) {
    return text.matches("sha256:[0-9a-f]{64}|sha384:[0-9a-f]{96}|sha512:[0-9a-f]{128}");
  }

  private static String hex(String algorithm, byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // Every Java has them.
    }
  }
}
