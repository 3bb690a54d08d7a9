package dev.luakit.llb.graph;

import java.util.Map;

/** A commit of a git repository. */
public final class GitSource extends Source {
  private final GitUrl url;
  private final String ref;
  private final String subdir;
  private final boolean keepGitDir;
  private final boolean skipSubmodules;
  private final String checksum;
  private final String authTokenSecret;
  private final String authHeaderSecret;
  private final boolean authGiven;
  private final String knownSshHosts;
  private final String mountSshSock;
  private final GitTime time;
  private final boolean fetchByCommit;

  private GitSource(Builder from) {
    url = from.url;
    ref = from.ref;
    subdir = from.subdir;
    keepGitDir = from.keepGitDir;
    skipSubmodules = from.skipSubmodules;
    checksum = from.checksum;
    authTokenSecret = from.authTokenSecret;
    authHeaderSecret = from.authHeaderSecret;
    authGiven = from.authGiven;
    knownSshHosts = from.knownSshHosts;
    mountSshSock = from.mountSshSock;
    time = from.time;
    fetchByCommit = from.fetchByCommit;
  }

  /**
   * The repository at an URL: {@code https:}, {@code http:}, {@code ssh:} or {@code git:}, {@code
   * user@host:path}, or {@code host/path}, which is {@code https:}. A fragment {@code #ref:subdir}
   * says what {@link Builder#ref} and {@link Builder#subdir} don't.
   *
   * @throws InvalidGraphException if the text is none of these
   */
  public static Builder of(String url) {
    return new Builder(GitUrl.parse(url));
  }

  @Override
  String kind() {
    return "git";
  }

  @Override
  String identifier() {
    String id = "git://" + url.repository();
    if (subdir.isEmpty()) {
      return ref.isEmpty() ? id : id + "#" + ref;
    }
    return id + "#" + ref + ":" + subdir;
  }

  @Override
  long describe(Map<String, String> attributes) {
    long needed = Capability.SOURCE_GIT.bit() | Capability.SOURCE_GIT_FULL_URL.bit();
    attributes.put("git.fullurl", url.remote());
    if (keepGitDir) {
      attributes.put("git.keepgitdir", "true");
      needed |= Capability.SOURCE_GIT_KEEP_GIT_DIR.bit();
    }
    if (!authTokenSecret.isEmpty()) {
      attributes.put("git.authtokensecret", authTokenSecret);
    }
    if (!authHeaderSecret.isEmpty()) {
      attributes.put("git.authheadersecret", authHeaderSecret);
    }
    if (authGiven && !(authTokenSecret.isEmpty() && authHeaderSecret.isEmpty())) {
      needed |= Capability.SOURCE_GIT_HTTP_AUTH.bit();
    }
    if (url.ssh()) {
      if (!knownSshHosts.isEmpty()) {
        attributes.put("git.knownsshhosts", knownSshHosts);
      }
      attributes.put("git.mountsshsock", mountSshSock.isEmpty() ? "default" : mountSshSock);
      needed |= Capability.SOURCE_GIT_KNOWN_SSH_HOSTS.bit();
      needed |= Capability.SOURCE_GIT_MOUNT_SSH_SOCK.bit();
    }
    if (!checksum.isEmpty()) {
      attributes.put("git.checksum", checksum);
      needed |= Capability.SOURCE_GIT_CHECKSUM.bit();
    }
    if (skipSubmodules) {
      attributes.put("git.skipsubmodules", "true");
      needed |= Capability.SOURCE_GIT_SKIP_SUBMODULES.bit();
    }
    if (time != GitTime.CHECKOUT) {
      attributes.put("git.mtime", time.text());
      needed |= Capability.SOURCE_GIT_MTIME.bit();
    }
    if (fetchByCommit) {
      attributes.put("git.fetchbycommit", "true");
      needed |= Capability.SOURCE_GIT_FETCH_BY_COMMIT.bit();
    }
    return needed;
  }

  /** Collects what is said about a repository. */
  public static final class Builder {
    private final GitUrl url;
    private String ref;
    private String subdir;
    private boolean keepGitDir;
    private boolean skipSubmodules;
    private String checksum = "";
    private String authTokenSecret = "GIT_AUTH_TOKEN";
    private String authHeaderSecret = "GIT_AUTH_HEADER";
    private boolean authGiven;
    private String knownSshHosts = "";
    private String mountSshSock = "";
    private GitTime time = GitTime.CHECKOUT;
    private boolean fetchByCommit;

    private Builder(GitUrl url) {
      this.url = url;
      ref = url.ref();
      subdir = url.subdir();
    }

    /** Sets the branch, tag or commit; the repository's default branch otherwise. */
    public Builder ref(String ref) {
      this.ref = ref;
      return this;
    }

    /** Takes only a directory of the repository. */
    public Builder subdir(String path) {
      subdir = GitUrl.directory(path);
      return this;
    }

    /** Keeps the directory {@code .git}. */
    public Builder keepGitDir(boolean keep) {
      keepGitDir = keep;
      return this;
    }

    /** Leaves submodules out. */
    public Builder skipSubmodules(boolean skip) {
      skipSubmodules = skip;
      return this;
    }

    /**
     * Sets the commit that the ref must stand for, or how its name begins.
     *
     * @throws InvalidGraphException if it is not lower-case hexadecimal
     */
    public Builder checksum(String commit) {
      if (!Digests.isHex(commit, 0) || commit.length() > 64) {
        throw new InvalidGraphException(
            "git checksum \"" + commit + "\" is not the hexadecimal name of a commit");
      }
      checksum = commit;
      return this;
    }

    /** Sets the ID of the secret that is the token for HTTP; empty for none. */
    public Builder authTokenSecret(String id) {
      authTokenSecret = id;
      authGiven = true;
      return this;
    }

    /** Sets the ID of the secret that is the Authorization header for HTTP; empty for none. */
    public Builder authHeaderSecret(String id) {
      authHeaderSecret = id;
      authGiven = true;
      return this;
    }

    /** Adds keys of hosts, as in a file {@code known_hosts}. */
    public Builder knownSshHosts(String keys) {
      String line = keys.endsWith("\n") ? keys : keys + "\n";
      knownSshHosts = keys.isEmpty() ? knownSshHosts : knownSshHosts + line;
      return this;
    }

    /** Sets the ID of the SSH agent; {@code default} unless it is set. */
    public Builder mountSshSock(String id) {
      mountSshSock = id;
      return this;
    }

    /** Sets what the files' time of last change is. */
    public Builder time(GitTime time) {
      this.time = time;
      return this;
    }

    /** Fetches the commit that {@link #checksum} names, whatever the ref stands for by now. */
    public Builder fetchByCommit(boolean fetch) {
      fetchByCommit = fetch;
      return this;
    }

    /**
     * The source.
     *
     * @throws InvalidGraphException if it is fetched by its commit, and that is not named in full
     */
    public GitSource build() {
      if (fetchByCommit && !isFullName(checksum) && !isFullName(ref)) {
        throw new InvalidGraphException(
            "to fetch by commit, the checksum must be the commit's full name of 40 or 64"
                + " hexadecimal digits");
      }
      return new GitSource(this);
    }

    private static boolean isFullName(String commit) {
      return (commit.length() == 40 || commit.length() == 64) && Digests.isHex(commit, 0);
    }
  }
}
