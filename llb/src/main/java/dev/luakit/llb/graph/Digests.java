package dev.luakit.llb.graph;

/** Content digests as text: {@code algorithm:hex}. */
final class Digests {
  private Digests() {}

  /**
   * Checks a digest.
   *
   * @param what what the digest is for, as the error's subject
   * @return the digest
   * @throws InvalidGraphException unless it is sha256, sha384 or sha512 and lower-case hexadecimal
   *     digits, as many as the algorithm makes
   */
  static String check(String what, String digest) {
    int colon = digest.indexOf(':');
    String algorithm = colon < 0 ? "" : digest.substring(0, colon);
    int digits;
    if (algorithm.equals("sha256")) {
      digits = 64;
    } else if (algorithm.equals("sha384")) {
      digits = 96;
    } else if (algorithm.equals("sha512")) {
      digits = 128;
    } else {
      throw new InvalidGraphException(
          what + " \"" + digest + "\" is not a digest such as sha256:<64 hexadecimal digits>");
    }
    if (digest.length() - colon - 1 != digits || !isHex(digest, colon + 1)) {
      throw new InvalidGraphException(
          what + " \"" + digest + "\" needs " + digits + " lower-case hexadecimal digits");
    }
    return digest;
  }

  static boolean isHex(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!(c >= '0' && c <= '9' || c >= 'a' && c <= 'f')) {
        return false;
      }
    }
    return true;
  }
}
