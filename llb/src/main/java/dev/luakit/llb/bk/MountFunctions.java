package dev.luakit.llb.bk;

import dev.luakit.llb.graph.BindMount;
import dev.luakit.llb.graph.CacheMount;
import dev.luakit.llb.graph.CacheSharing;
import dev.luakit.llb.graph.ContentCache;
import dev.luakit.llb.graph.FileMode;
import dev.luakit.llb.graph.Mount;
import dev.luakit.llb.graph.SecretMount;
import dev.luakit.llb.graph.SshMount;
import dev.luakit.llb.graph.State;
import dev.luakit.llb.graph.TmpfsMount;

/** The functions that make mounts for {@code state:run}. */
final class MountFunctions extends BkLibrary {
  private static final Parameter<String> DEST =
      Parameter.required(
          "dest",
          Types.NAME,
          "Mount.dest",
          "The path at which the command finds it; a relative one is seen from the command's"
              + " working directory.");

  private static final Option<String> CACHE_ID =
      Option.of(
          "id",
          Types.NAME,
          "the path",
          "Mount.cacheOpt.ID",
          "The cache's name: commands that name the same one share it, wherever they mount it.");
  private static final Option<CacheSharing> SHARING =
      Option.of(
          "sharing",
          Types.choice(
              new String[] {"shared", "private", "locked"},
              new CacheSharing[] {CacheSharing.SHARED, CacheSharing.PRIVATE, CacheSharing.LOCKED}),
          "\"shared\"",
          "Mount.cacheOpt.sharing",
          "What happens where two commands want it at once: both get it (`\"shared\"`), the second"
              + " gets another one (`\"private\"`), or the second waits (`\"locked\"`).");
  private static final Option<State> CACHE_FROM =
      Option.of(
          "from",
          Types.STATE,
          "an empty directory",
          "Mount.input",
          "The state whose files the cache has when it is new, with their owners and modes.");
  private static final Option<String> CACHE_SELECTOR =
      Option.of(
          "selector",
          Types.NAME,
          "all of it",
          "Mount.selector",
          "The path in `from` that is mounted.");

  static final Signature CACHE =
      Signature.function(
              "cache",
              "a `Mount` of type `CACHE` in the ExecOp of `state:run`",
              "A directory that BuildKit keeps from build to build, for a compiler's or a package"
                  + " manager's downloads. What is in it is never part of a state.")
          .takes(DEST)
          .with(CACHE_ID, SHARING, CACHE_FROM, CACHE_SELECTOR)
          .returns("bk.Mount");

  private static final Option<String> SECRET_ID =
      Option.of(
          "id",
          Types.NAME,
          "the last part of the path",
          "Mount.secretOpt.ID",
          "The secret's ID, as `--secret id=…` gives it.");
  private static final Option<Long> SECRET_UID =
      Option.of(
          "uid",
          Types.ID,
          "0",
          "Mount.secretOpt.uid",
          "The number of the user to whom the file belongs.");
  private static final Option<Long> SECRET_GID =
      Option.of(
          "gid",
          Types.ID,
          "0",
          "Mount.secretOpt.gid",
          "The number of the group to which the file belongs.");
  private static final Option<FileMode> SECRET_MODE =
      Option.of("mode", Types.MODE, "\"0400\"", "Mount.secretOpt.mode", "The file's permissions.");
  private static final Option<Boolean> SECRET_OPTIONAL =
      Option.of(
          "optional",
          Types.BOOLEAN,
          "false",
          "Mount.secretOpt.optional",
          "Whether the command runs without the file where the build is given no such secret;"
              + " otherwise the build fails.");

  static final Signature SECRET =
      Signature.function(
              "secret",
              "a `Mount` of type `SECRET` in the ExecOp of `state:run`",
              "A file in memory with a secret that the client gives. Neither the definition nor any"
                  + " state nor the cache has its content.")
          .takes(DEST)
          .with(SECRET_ID, SECRET_UID, SECRET_GID, SECRET_MODE, SECRET_OPTIONAL)
          .returns("bk.Mount");

  private static final Option<String> SSH_DEST =
      Option.of("dest", Types.NAME, "\"/run/ssh\"", "Mount.dest", "The socket's path.");
  private static final Option<String> SSH_ID =
      Option.of(
          "id",
          Types.NAME,
          "\"default\"",
          "Mount.SSHOpt.ID",
          "The agent's ID, as `--ssh ID` gives it.");
  private static final Option<Long> SSH_UID =
      Option.of(
          "uid",
          Types.ID,
          "0",
          "Mount.SSHOpt.uid",
          "The number of the user to whom the socket belongs.");
  private static final Option<Long> SSH_GID =
      Option.of(
          "gid",
          Types.ID,
          "0",
          "Mount.SSHOpt.gid",
          "The number of the group to which the socket belongs.");
  private static final Option<FileMode> SSH_MODE =
      Option.of("mode", Types.MODE, "\"0600\"", "Mount.SSHOpt.mode", "The socket's permissions.");
  private static final Option<Boolean> SSH_OPTIONAL =
      Option.of(
          "optional",
          Types.BOOLEAN,
          "false",
          "Mount.SSHOpt.optional",
          "Whether the command runs without the socket where the build is given no such agent;"
              + " otherwise the build fails.");

  static final Signature SSH =
      Signature.function(
              "ssh",
              "a `Mount` of type `SSH` in the ExecOp of `state:run`",
              "The socket of an SSH agent of the client's. The command finds it through the"
                  + " variable `SSH_AUTH_SOCK`, which is set unless it is given.")
          .with(SSH_DEST, SSH_ID, SSH_UID, SSH_GID, SSH_MODE, SSH_OPTIONAL)
          .returns("bk.Mount");

  private static final Option<Long> SIZE =
      Option.of(
          "size",
          Types.BYTES,
          "no limit",
          "Mount.TmpfsOpt.size",
          "How much it holds at most, in bytes; `\"512m\"` or `\"1g\"` is shorter.");

  static final Signature TMPFS =
      Signature.function(
              "tmpfs",
              "a `Mount` of type `TMPFS` in the ExecOp of `state:run`",
              "An empty directory in memory, gone when the command ends.")
          .takes(DEST)
          .with(SIZE)
          .returns("bk.Mount");

  private static final Parameter<State> FROM =
      Parameter.required("from", Types.STATE, "Mount.input", "The state whose files are mounted.");
  private static final Option<String> SELECTOR =
      Option.of(
          "selector",
          Types.NAME,
          "all of it",
          "Mount.selector",
          "The path in that state that is mounted: a directory, or a single file.");
  private static final Option<Boolean> READONLY =
      Option.of(
          "readonly",
          Types.BOOLEAN,
          "true",
          "Mount.readonly",
          "Whether the command can't write to it. What it writes to a writable one changes neither"
              + " state; `state:get_mount` gives it.");
  private static final Option<ContentCache> CONTENT_CACHE =
      Option.of(
          "content_cache",
          Types.choice(
              new String[] {"default", "on", "off"},
              new ContentCache[] {ContentCache.DEFAULT, ContentCache.ON, ContentCache.OFF}),
          "\"default\"",
          "Mount.contentCache",
          "Whether BuildKit, before it runs the command, compares the content of the mounted files"
              + " with that of earlier builds. It does by default, except for a writable mount of"
              + " a part of a state.");

  static final Signature BIND =
      Signature.function(
              "bind",
              "a `Mount` of type `BIND` in the ExecOp of `state:run`",
              "The files of another state, without copying them.")
          .takes(FROM, DEST)
          .with(SELECTOR, READONLY, CONTENT_CACHE)
          .returns("bk.Mount");

  static final Signature[] ALL = {CACHE, SECRET, SSH, TMPFS, BIND};

  private static final int SECRET_BITS = 0400;
  private static final int SSH_BITS = 0600;

  MountFunctions(Evaluation evaluation) {
    super(evaluation, ALL);
  }

  @Override
  Object call(Signature signature, Call call) {
    Mount mount;
    if (signature == CACHE) {
      String dest = call.get(DEST);
      mount =
          new CacheMount(
              call.get(CACHE_FROM),
              call.get(CACHE_SELECTOR, ""),
              dest,
              call.get(CACHE_ID, dest),
              call.get(SHARING, CacheSharing.SHARED));
    } else if (signature == SECRET) {
      mount = secret(call);
    } else if (signature == SSH) {
      mount =
          new SshMount(
              call.get(SSH_DEST, "/run/ssh"),
              call.get(SSH_ID, "default"),
              call.get(SSH_UID, 0L),
              call.get(SSH_GID, 0L),
              call.get(SSH_MODE, FileMode.of(SSH_BITS)),
              call.get(SSH_OPTIONAL, false));
    } else if (signature == TMPFS) {
      mount = new TmpfsMount(call.get(DEST), call.get(SIZE, 0L));
    } else {
      mount =
          new BindMount(
              call.get(FROM),
              call.get(DEST),
              call.get(SELECTOR, ""),
              call.get(READONLY, true),
              call.get(CONTENT_CACHE, ContentCache.DEFAULT));
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
        call.get(SECRET_UID, 0L),
        call.get(SECRET_GID, 0L),
        call.get(SECRET_MODE, FileMode.of(SECRET_BITS)),
        call.get(SECRET_OPTIONAL, false));
  }
}
