package dev.luakit.llb.graph;

/**
 * The URL of a git repository.
 *
 * @param remote the URL as git takes it, without a fragment
 * @param repository host and path, the same for every protocol
 * @param ssh whether the repository is reached by SSH
 * @param ref the branch, tag or commit that the URL's fragment names, or empty
 * @param subdir the directory that the fragment names after a colon, or empty
 */
record GitUrl(String remote, String repository, boolean ssh, String ref, String subdir) {

  /**
   * Reads {@code https://host/path}, {@code http:}, {@code ssh:} or {@code git:}, {@code
   * user@host:path}, or {@code host/path}, which is {@code https:}, each maybe with {@code
   * #ref:subdir}.
   *
   * @throws InvalidGraphException if the text is none of these
   */
  static GitUrl parse(String text) {
    int scheme = schemeLength(text);
    if (scheme > 0) {
      return url(text, text, scheme);
    }
    GitUrl scp = scp(text);
    return scp != null ? scp : url(text, "https://" + text, 5);
  }

  /** How long the scheme before {@code ://} is, or 0 if there is none. */
  private static int schemeLength(String text) {
    int at = 0;
    while (at < text.length() && isAlphanumeric(text.charAt(at))) {
      at++;
    }
    return text.startsWith("://", at) ? at : 0;
  }

  private static GitUrl url(String given, String url, int schemeLength) {
    String scheme = lower(url.substring(0, schemeLength));
    if (!scheme.equals("https")
        && !scheme.equals("http")
        && !scheme.equals("ssh")
        && !scheme.equals("git")) {
      throw new InvalidGraphException(
          "git URL \"" + given + "\" must be https, http, ssh, git or user@host:path");
    }
    for (int i = 0; i < url.length(); i++) {
      if (url.charAt(i) < 0x20 || url.charAt(i) == 0x7F) {
        throw malformed(given);
      }
    }
    String rest = url.substring(schemeLength + 3);
    String fragment = "";
    int hash = rest.indexOf('#');
    if (hash >= 0) {
      fragment = Percent.decode(rest.substring(hash + 1));
      rest = rest.substring(0, hash);
    }
    if (rest.indexOf('?') >= 0) {
      throw query(given);
    }
    int slash = rest.indexOf('/');
    String authority = slash < 0 ? rest : rest.substring(0, slash);
    String path = slash < 0 ? "" : rest.substring(slash);
    String decoded = Percent.decode(path);
    int at = authority.lastIndexOf('@');
    String user = at < 0 ? "" : user(authority.substring(0, at));
    String host = authority.substring(at + 1);
    if (user == null || !isHost(host) || decoded == null || fragment == null) {
      throw malformed(given);
    }
    String remote = scheme + "://" + user + host + Percent.encodePath(path);
    return of(remote, host, decoded, scheme.equals("ssh"), fragment);
  }

  /** Reads {@code user@host:path}, or gives null. */
  private static GitUrl scp(String text) {
    int at = 0;
    while (at < text.length() && isUserChar(text.charAt(at))) {
      at++;
    }
    if (at == 0 || at == text.length() || text.charAt(at) != '@') {
      return null;
    }
    int colon = at + 1;
    while (colon < text.length() && isHostChar(text.charAt(colon))) {
      colon++;
    }
    if (colon == at + 1 || colon == text.length() || text.charAt(colon) != ':') {
      return null;
    }
    String path = text.substring(colon + 1);
    String fragment = "";
    int hash = path.indexOf('#');
    if (hash >= 0) {
      fragment = path.substring(hash + 1);
      path = path.substring(0, hash);
    }
    if (path.indexOf('?') >= 0) {
      throw query(text);
    }
    if (path.indexOf('\n') >= 0) {
      return null;
    }
    String remote = text.substring(0, colon + 1) + path;
    return of(remote, text.substring(at + 1, colon), path, true, fragment);
  }

  private static GitUrl of(String remote, String host, String path, boolean ssh, String fragment) {
    int colon = fragment.indexOf(':');
    String ref = colon < 0 ? fragment : fragment.substring(0, colon);
    String subdir = colon < 0 ? "" : directory(fragment.substring(colon + 1));
    return new GitUrl(remote, host + UnixPath.clean("/" + path), ssh, ref, subdir);
  }

  /** A directory within the repository, cleaned and relative; empty for the whole of it. */
  static String directory(String path) {
    return UnixPath.clean("/" + path).substring(1);
  }

  /** A user and maybe a password, encoded as Go does it, with the at sign; null if malformed. */
  private static String user(String text) {
    int colon = text.indexOf(':');
    String name = Percent.decode(colon < 0 ? text : text.substring(0, colon));
    if (name == null || colon < 0) {
      return name == null ? null : Percent.encodeUser(name) + "@";
    }
    String password = Percent.decode(text.substring(colon + 1));
    return password == null
        ? null
        : Percent.encodeUser(name) + ":" + Percent.encodeUser(password) + "@";
  }

  /** A name, or an address in brackets if it is one of IPv6, and maybe a port. */
  private static boolean isHost(String host) {
    int end = host.length();
    int colon = host.lastIndexOf(':');
    if (colon > host.lastIndexOf(']')) {
      for (int i = colon + 1; i < end; i++) {
        if (host.charAt(i) < '0' || host.charAt(i) > '9') {
          return false;
        }
      }
      end = colon;
    }
    if (end > 2 && host.charAt(0) == '[' && host.charAt(end - 1) == ']') {
      return IpAddress.canonical(host.substring(1, end - 1)) != null;
    }
    for (int i = 0; i < end; i++) {
      char c = host.charAt(i);
      if (!isHostChar(c) && c != '_' && c != '~') {
        return false;
      }
    }
    return end > 0;
  }

  private static boolean isAlphanumeric(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
  }

  private static boolean isUserChar(char c) {
    return isAlphanumeric(c) || c == '-' || c == '_';
  }

  private static boolean isHostChar(char c) {
    return isAlphanumeric(c) || c == '-' || c == '.';
  }

  private static String lower(String text) {
    StringBuilder out = new StringBuilder(text);
    for (int i = 0; i < out.length(); i++) {
      char c = out.charAt(i);
      if (c >= 'A' && c <= 'Z') {
        out.setCharAt(i, (char) (c + 32));
      }
    }
    return out.toString();
  }

  private static InvalidGraphException malformed(String text) {
    return new InvalidGraphException("\"" + text + "\" is not the URL of a git repository");
  }

  private static InvalidGraphException query(String text) {
    return new InvalidGraphException(
        "git URL \"" + text + "\" must not have a \"?\" in it; use options instead");
  }
}
