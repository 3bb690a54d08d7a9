package dev.luakit.llb.graph;

import dev.luakit.llb.wire.ProtoWriter;

/**
 * What a builder must understand in order to run an operation.
 *
 * <p>The constants stand in the order of their names on the wire, which is the order in which a map
 * is written; a set of them is a {@code long} with a bit for each.
 */
enum Capability {
  CONSTRAINTS("constraints"),
  DIFF_OP("diffop"),
  EXEC_META_BASE("exec.meta.base"),
  EXEC_META_CDI("exec.meta.cdi"),
  EXEC_META_LINUX_RESOURCES("exec.meta.linux.resources"),
  EXEC_META_NETWORK("exec.meta.network"),
  EXEC_META_PROXY("exec.meta.proxyenv"),
  EXEC_META_SECURITY("exec.meta.security"),
  EXEC_META_ULIMIT("exec.meta.ulimit"),
  EXEC_MOUNT_BIND("exec.mount.bind"),
  EXEC_MOUNT_CACHE("exec.mount.cache"),
  EXEC_MOUNT_CACHE_CONTENT("exec.mount.cache.content"),
  EXEC_MOUNT_CACHE_SHARING("exec.mount.cache.sharing"),
  EXEC_MOUNT_SECRET("exec.mount.secret"),
  EXEC_MOUNT_SELECTOR("exec.mount.selector"),
  EXEC_MOUNT_SSH("exec.mount.ssh"),
  EXEC_MOUNT_TMPFS("exec.mount.tmpfs"),
  EXEC_MOUNT_TMPFS_SIZE("exec.mount.tmpfs.size"),
  EXEC_SECRET_ENV("exec.secretenv"),
  EXEC_VALID_EXIT_CODE("exec.validexitcode"),
  FILE_BASE("file.base"),
  MERGE_OP("mergeop"),
  META_DESCRIPTION("meta.description"),
  META_EXPORT_CACHE("meta.exportcache"),
  META_IGNORE_CACHE("meta.ignorecache"),
  PLATFORM("platform"),
  /** Misspelt in BuildKit, and so for ever. */
  SOURCE_HTTP_UID_GID("soruce.http.uidgid"),
  SOURCE_GIT("source.git"),
  SOURCE_GIT_CHECKSUM("source.git.checksum"),
  SOURCE_GIT_FETCH_BY_COMMIT("source.git.fetchbycommit"),
  SOURCE_GIT_FULL_URL("source.git.fullurl"),
  SOURCE_GIT_HTTP_AUTH("source.git.httpauth"),
  SOURCE_GIT_KEEP_GIT_DIR("source.git.keepgitdir"),
  SOURCE_GIT_KNOWN_SSH_HOSTS("source.git.knownsshhosts"),
  SOURCE_GIT_MOUNT_SSH_SOCK("source.git.mountsshsock"),
  SOURCE_GIT_MTIME("source.git.mtime"),
  SOURCE_GIT_SKIP_SUBMODULES("source.git.skipsubmodules"),
  SOURCE_HTTP("source.http"),
  SOURCE_HTTP_AUTH("source.http.auth"),
  SOURCE_HTTP_CHECKSUM("source.http.checksum"),
  SOURCE_HTTP_HEADER("source.http.header"),
  SOURCE_HTTP_PERM("source.http.perm"),
  SOURCE_IMAGE("source.image"),
  SOURCE_IMAGE_CHECKSUM("source.image.checksum"),
  SOURCE_IMAGE_LAYER_LIMIT("source.image.layerlimit"),
  SOURCE_IMAGE_RESOLVE_MODE("source.image.resolvemode"),
  SOURCE_LOCAL("source.local"),
  SOURCE_LOCAL_EXCLUDE_PATTERNS("source.local.excludepatterns"),
  SOURCE_LOCAL_FOLLOW_PATHS("source.local.followpaths"),
  SOURCE_LOCAL_INCLUDE_PATTERNS("source.local.includepatterns"),
  SOURCE_LOCAL_SESSION_ID("source.local.sessionid"),
  SOURCE_LOCAL_SHARED_KEY_HINT("source.local.sharedkeyhint"),
  SOURCE_OCI_LAYOUT("source.ocilayout");

  private static final Capability[] ALL = values();

  private final String text;

  Capability(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }

  /** The set of this one. */
  long bit() {
    return 1L << ordinal();
  }

  /** Writes a set as {@code map<string, bool>}. */
  static void write(ProtoWriter out, int field, long set) {
    for (long rest = set; rest != 0; rest &= rest - 1) {
      int entry = out.begin(field);
      out.element(1, "capability", ALL[Long.numberOfTrailingZeros(rest)].text);
      out.present(2, 1);
      out.end(entry);
    }
  }
}
