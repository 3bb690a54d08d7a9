package dev.luakit.llb.bk;

import dev.luakit.llb.graph.BindMount;
import dev.luakit.llb.graph.CacheMount;
import dev.luakit.llb.graph.CacheSharing;
import dev.luakit.llb.graph.FileMode;
import dev.luakit.llb.graph.Mount;
import dev.luakit.llb.graph.SecretMount;
import dev.luakit.llb.graph.SshMount;
import dev.luakit.llb.graph.State;
import dev.luakit.llb.graph.TmpfsMount;

/** The functions that make mounts for {@code state:run}. */
final class MountFunctions extends BkLibrary {
  private static final Parameter<String> DEST =
      Parameter.required("dest", Types.NAME, "The path at which the command finds it.");

  private static final Option<String> CACHE_ID =
      Option.of("id", Types.NAME, "The cache's name; by default the path.");
  private static final Option<CacheSharing> SHARING =
      Option.of(
          "sharing",
          Types.choice(
              new String[] {"shared", "private", "locked"},
              new CacheSharing[] {CacheSharing.SHARED, CacheSharing.PRIVATE, CacheSharing.LOCKED}),
          "What happens where two commands want it at once; \"shared\" by default.");

  static final Signature CACHE =
      Signature.function("cache", "A directory that is kept from build to build.")
          .takes(DEST)
          .with(CACHE_ID, SHARING)
          .returns("bk.Mount");

  private static final Option<String> SECRET_ID =
      Option.of("id", Types.NAME, "The secret's ID; by default the last part of the path.");
  private static final Option<Long> UID =
      Option.of("uid", Types.ID, "The user it belongs to; 0 by default.");
  private static final Option<Long> GID =
      Option.of("gid", Types.ID, "The group it belongs to; 0 by default.");
  private static final Option<FileMode> SECRET_MODE =
      Option.of("mode", Types.MODE, "Its permissions; \"0400\" by default.");
  private static final Option<Boolean> OPTIONAL =
      Option.of("optional", Types.BOOLEAN, "Whether the command runs without it.");

  static final Signature SECRET =
      Signature.function("secret", "A file whose content is not part of the definition.")
          .takes(DEST)
          .with(SECRET_ID, UID, GID, SECRET_MODE, OPTIONAL)
          .returns("bk.Mount");

  private static final Option<String> SSH_DEST =
      Option.of("dest", Types.NAME, "The socket's path; \"/run/ssh\" by default.");
  private static final Option<String> SSH_ID =
      Option.of("id", Types.NAME, "The agent's ID; \"default\" by default.");
  private static final Option<FileMode> SSH_MODE =
      Option.of("mode", Types.MODE, "The socket's permissions; \"0600\" by default.");

  static final Signature SSH =
      Signature.function("ssh", "The socket of an SSH agent.")
          .with(SSH_DEST, SSH_ID, UID, GID, SSH_MODE, OPTIONAL)
          .returns("bk.Mount");

  private static final Option<Long> SIZE =
      Option.of("size", Types.BYTES, "Its size in bytes at most; unlimited by default.");

  static final Signature TMPFS =
      Signature.function("tmpfs", "An empty directory in memory.")
          .takes(DEST)
          .with(SIZE)
          .returns("bk.Mount");

  private static final Parameter<State> FROM =
      Parameter.required("from", Types.STATE, "The state whose files are mounted.");
  private static final Option<String> SELECTOR =
      Option.of("selector", Types.NAME, "The path in that state; its root by default.");
  private static final Option<Boolean> READONLY =
      Option.of("readonly", Types.BOOLEAN, "Whether it can't be written to; true by default.");

  static final Signature BIND =
      Signature.function("bind", "Another state's files.")
          .takes(FROM, DEST)
          .with(SELECTOR, READONLY)
          .returns("bk.Mount");

  private static final int SECRET_BITS = 0400;
  private static final int SSH_BITS = 0600;

  MountFunctions(Evaluation evaluation) {
    super(evaluation, CACHE, SECRET, SSH, TMPFS, BIND);
  }

  @Override
  Object call(Signature signature, Call call) {
    Mount mount;
    if (signature == CACHE) {
      String dest = call.get(DEST);
      mount =
          new CacheMount(dest, call.get(CACHE_ID, dest), call.get(SHARING, CacheSharing.SHARED));
    } else if (signature == SECRET) {
      mount = secret(call);
    } else if (signature == SSH) {
      mount =
          new SshMount(
              call.get(SSH_DEST, "/run/ssh"),
              call.get(SSH_ID, "default"),
              call.get(UID, 0L),
              call.get(GID, 0L),
              call.get(SSH_MODE, FileMode.of(SSH_BITS)),
              call.get(OPTIONAL, false));
    } else if (signature == TMPFS) {
      mount = new TmpfsMount(call.get(DEST), call.get(SIZE, 0L));
    } else {
      mount =
          new BindMount(
              call.get(FROM), call.get(DEST), call.get(SELECTOR, ""), call.get(READONLY, true));
    }
    return evaluation.wrap(mount);
  }

  private static Mount secret(Call call) {
    String dest = call.get(DEST);
    String id = call.get(SECRET_ID);
    if (id == null) {
      id = dest.substring(dest.lastIndexOf('/') + 1);
      if (id.isEmpty()) {
        throw call.error("needs the option 'id', as the path has no last part to take it from");
      }
    }
    return new SecretMount(
        dest,
        id,
        call.get(UID, 0L),
        call.get(GID, 0L),
        call.get(SECRET_MODE, FileMode.of(SECRET_BITS)),
        call.get(OPTIONAL, false));
  }
}
