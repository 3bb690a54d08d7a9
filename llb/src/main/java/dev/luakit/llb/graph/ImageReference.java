package dev.luakit.llb.graph;

/**
 * The name of an image, as Docker normalizes it: {@code alpine} is {@code
 * docker.io/library/alpine:latest}.
 *
 * @param domain the registry, such as {@code docker.io} or {@code localhost:5000}
 * @param path the repository within it, such as {@code library/alpine}
 * @param tag the tag, or empty where there is only a digest
 * @param digest the digest, such as {@code sha256:…}, or empty
 */
public record ImageReference(String domain, String path, String tag, String digest) {
  private static final int LONGEST_PATH = 255;
  private static final int LONGEST_TAG = 128;

  /**
   * Reads {@code [domain/]path[:tag][@digest]}.
   *
   * @throws InvalidGraphException if the text names no image
   */
  public static ImageReference parse(String text) {
    if (text.isEmpty()) {
      throw new InvalidGraphException("an image reference must not be empty");
    }
    if (text.length() == 64 && Digests.isHex(text, 0)) {
      throw wrong(text, "is an image ID, not a name; BuildKit pulls images by name");
    }
    String digest = "";
    String rest = text;
    int at = text.indexOf('@');
    if (at >= 0) {
      digest = Digests.check("the digest of image \"" + text + "\":", text.substring(at + 1));
      rest = text.substring(0, at);
    }

    String domain = "docker.io";
    int slash = rest.indexOf('/');
    if (slash >= 0 && isDomain(rest.substring(0, slash))) {
      domain = rest.substring(0, slash);
      rest = rest.substring(slash + 1);
      if (domain.equals("index.docker.io")) {
        domain = "docker.io";
      }
    }

    String tag = "";
    int colon = rest.indexOf(':');
    if (colon >= 0) {
      tag = rest.substring(colon + 1);
      rest = rest.substring(0, colon);
      if (!isTag(tag)) {
        throw wrong(text, "has a tag that is not letters, digits, \"_\", \".\" and \"-\"");
      }
    } else if (digest.isEmpty()) {
      tag = "latest";
    }

    if (domain.equals("docker.io") && rest.indexOf('/') < 0) {
      rest = "library/" + rest;
    }
    if (!isHost(domain)) {
      throw wrong(text, "has no valid registry name before the first \"/\"");
    }
    checkPath(text, rest);
    return new ImageReference(domain, rest, tag, digest);
  }

  /**
   * The same image, pinned.
   *
   * @throws InvalidGraphException if {@code digest} is not one
   */
  public ImageReference withDigest(String digest) {
    return new ImageReference(domain, path, tag, Digests.check("the image's digest", digest));
  }

  /** The whole name: {@code domain/path[:tag][@digest]}. */
  public String format() {
    String name = domain + "/" + path;
    if (!tag.isEmpty()) {
      name = name + ":" + tag;
    }
    return digest.isEmpty() ? name : name + "@" + digest;
  }

  /** A first component is a registry where no repository could be named so. */
  private static boolean isDomain(String component) {
    if (component.equals("localhost")) {
      return true;
    }
    for (int i = 0; i < component.length(); i++) {
      char c = component.charAt(i);
      if (c == '.' || c == ':' || c >= 'A' && c <= 'Z') {
        return true;
      }
    }
    return false;
  }

  private static boolean isTag(String tag) {
    if (tag.isEmpty() || tag.length() > LONGEST_TAG) {
      return false;
    }
    for (int i = 0; i < tag.length(); i++) {
      char c = tag.charAt(i);
      if (!isAlphanumeric(c) && c != '_' && (i == 0 || c != '.' && c != '-')) {
        return false;
      }
    }
    return true;
  }

  /** A host name or a bracketed IPv6 address, and maybe a port. */
  private static boolean isHost(String domain) {
    int end = domain.length();
    int colon = domain.lastIndexOf(':');
    if (colon > domain.lastIndexOf(']')) {
      for (int i = colon + 1; i < end; i++) {
        if (domain.charAt(i) < '0' || domain.charAt(i) > '9') {
          return false;
        }
      }
      if (colon + 1 == end) {
        return false;
      }
      end = colon;
    }
    if (end > 2 && domain.charAt(0) == '[' && domain.charAt(end - 1) == ']') {
      for (int i = 1; i < end - 1; i++) {
        char c = domain.charAt(i);
        if (c != ':' && Character.digit(c, 16) < 0) {
          return false;
        }
      }
      return true;
    }
    boolean inside = false;
    for (int i = 0; i < end; i++) {
      char c = domain.charAt(i);
      if (isAlphanumeric(c)) {
        inside = true;
      } else if (c == '-') {
        if (!inside || i + 1 == end || domain.charAt(i + 1) == '.') {
          return false;
        }
      } else if (c == '.') {
        if (!inside) {
          return false;
        }
        inside = false;
      } else {
        return false;
      }
    }
    return inside;
  }

  /**
   * Components of lower-case letters and digits, inside of which there may be one period, one or
   * two underscores, or dashes.
   */
  private static void checkPath(String text, String path) {
    if (path.length() > LONGEST_PATH) {
      throw wrong(text, "has a repository name of more than " + LONGEST_PATH + " characters");
    }
    int length = path.length();
    int at = 0;
    boolean inside = false;
    while (at < length) {
      char c = path.charAt(at);
      if (c >= 'A' && c <= 'Z') {
        throw wrong(text, "has an upper-case letter in its repository name");
      }
      if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9') {
        inside = true;
        at++;
        continue;
      }
      if (!inside) {
        throw malformed(text);
      }
      int end = at + 1;
      if (c == '_' || c == '-') {
        while (end < length && path.charAt(end) == c) {
          end++;
        }
      }
      if (c != '/' && c != '.' && c != '_' && c != '-' || c == '_' && end - at > 2) {
        throw malformed(text);
      }
      inside = false;
      at = end;
    }
    if (!inside) {
      throw malformed(text);
    }
  }

  private static boolean isAlphanumeric(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
  }

  private static InvalidGraphException malformed(String text) {
    return wrong(text, "is not of the form [registry/]name[:tag][@digest]");
  }

  private static InvalidGraphException wrong(String text, String why) {
    return new InvalidGraphException("image reference \"" + text + "\" " + why);
  }
}
