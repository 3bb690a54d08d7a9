package dev.luakit.llb.graph;

import java.util.Map;

/** One file from a web server. */
public final class HttpSource extends Source {
  private final String url;
  private final String checksum;
  private final String filename;
  private final FileMode mode;
  private final long uid;
  private final long gid;
  private final String accept;
  private final String userAgent;
  private final String authHeaderSecret;

  private HttpSource(Builder from) {
    url = from.url;
    checksum = from.checksum;
    filename = from.filename;
    mode = from.mode;
    uid = from.uid;
    gid = from.gid;
    accept = from.accept;
    userAgent = from.userAgent;
    authHeaderSecret = from.authHeaderSecret;
  }

  /**
   * The file at an URL.
   *
   * @throws InvalidGraphException unless the URL is {@code http://host…} or {@code https://host…}
   */
  public static Builder of(String url) {
    int scheme = url.startsWith("https://") ? 8 : url.startsWith("http://") ? 7 : 0;
    if (scheme == 0 || scheme == url.length() || "/?#".indexOf(url.charAt(scheme)) >= 0) {
      throw new InvalidGraphException(
          "\"" + url + "\" is not an URL that begins with https:// or http:// and a host");
    }
    return new Builder(url, scheme);
  }

  @Override
  String kind() {
    return "http";
  }

  @Override
  String identifier() {
    return url;
  }

  @Override
  long describe(Map<String, String> attributes) {
    long needed = Capability.SOURCE_HTTP.bit();
    if (!checksum.isEmpty()) {
      attributes.put("http.checksum", checksum);
      needed |= Capability.SOURCE_HTTP_CHECKSUM.bit();
    }
    if (!filename.isEmpty()) {
      attributes.put("http.filename", filename);
    }
    int permissions = mode == null ? 0 : mode.bits() & 0777;
    if (permissions != 0) {
      attributes.put("http.perm", "0" + Integer.toOctalString(permissions));
      needed |= Capability.SOURCE_HTTP_PERM.bit();
    }
    if (uid != 0) {
      attributes.put("http.uid", Long.toString(uid));
      needed |= Capability.SOURCE_HTTP_UID_GID.bit();
    }
    if (gid != 0) {
      attributes.put("http.gid", Long.toString(gid));
      needed |= Capability.SOURCE_HTTP_UID_GID.bit();
    }
    if (!authHeaderSecret.isEmpty()) {
      attributes.put("http.authheadersecret", authHeaderSecret);
      needed |= Capability.SOURCE_HTTP_AUTH.bit();
    }
    if (!accept.isEmpty()) {
      attributes.put("http.header.accept", accept);
      needed |= Capability.SOURCE_HTTP_HEADER.bit();
    }
    if (!userAgent.isEmpty()) {
      attributes.put("http.header.user-agent", userAgent);
      needed |= Capability.SOURCE_HTTP_HEADER.bit();
    }
    return needed;
  }

  /** Collects what is said about a file. */
  public static final class Builder {
    private final int authority;
    private String url;
    private String checksum = "";
    private String filename = "";
    private FileMode mode;
    private long uid;
    private long gid;
    private String accept = "";
    private String userAgent = "";
    private String authHeaderSecret = "";

    private Builder(String url, int authority) {
      this.url = url;
      this.authority = authority;
    }

    /**
     * Sets the digest that the file must have.
     *
     * @throws InvalidGraphException if it is none
     */
    public Builder checksum(String digest) {
      checksum = Digests.check("checksum", digest);
      return this;
    }

    /** Sets the file's name; that at the end of the URL otherwise. */
    public Builder filename(String name) {
      filename = name;
      return this;
    }

    /**
     * Sets the file's permissions, of which BuildKit knows the last three octal digits.
     *
     * @throws InvalidGraphException if the mode is symbolic
     */
    public Builder mode(FileMode mode) {
      mode.checkBits("a downloaded file");
      this.mode = mode;
      return this;
    }

    /** Sets the number of the file's user, 0 to 4294967295; root's otherwise. */
    public Builder uid(long uid) {
      this.uid = Owner.Account.id(uid).id();
      return this;
    }

    /** Sets the number of the file's group, 0 to 4294967295; root's otherwise. */
    public Builder gid(long gid) {
      this.gid = Owner.Account.id(gid).id();
      return this;
    }

    /** Sets the header {@code Accept} of the request. */
    public Builder accept(String value) {
      accept = value;
      return this;
    }

    /** Sets the header {@code User-Agent} of the request. */
    public Builder userAgent(String value) {
      userAgent = value;
      return this;
    }

    /** Sets the ID of the secret that is the header {@code Authorization}. */
    public Builder authHeaderSecret(String id) {
      authHeaderSecret = id;
      return this;
    }

    /**
     * Puts a user and maybe a password into the URL, where everyone can read them who can read the
     * definition.
     *
     * @param password the password, or null
     * @throws InvalidGraphException if the URL has a user already
     */
    public Builder credentials(String user, String password) {
      int end = authority;
      while (end < url.length() && "/?#".indexOf(url.charAt(end)) < 0) {
        if (url.charAt(end++) == '@') {
          throw new InvalidGraphException("the URL has a user in it already");
        }
      }
      String both = Percent.encodeUser(user);
      if (password != null) {
        both = both + ":" + Percent.encodeUser(password);
      }
      url = url.substring(0, authority) + both + "@" + url.substring(authority);
      return this;
    }

    public HttpSource build() {
      return new HttpSource(this);
    }
  }
}
