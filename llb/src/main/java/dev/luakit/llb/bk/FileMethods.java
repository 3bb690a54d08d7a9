package dev.luakit.llb.bk;

import dev.luakit.llb.graph.CopyAction;
import dev.luakit.llb.graph.FileAction;
import dev.luakit.llb.graph.FileMode;
import dev.luakit.llb.graph.MkdirAction;
import dev.luakit.llb.graph.MkfileAction;
import dev.luakit.llb.graph.Owner;
import dev.luakit.llb.graph.RmAction;
import dev.luakit.llb.graph.State;
import dev.luakit.llb.graph.SymlinkAction;
import java.util.List;

/** The methods of states that change files without running a command. */
final class FileMethods extends BkLibrary {
  private static final Option<Owner> OWNER =
      Option.of("owner", TableTypes.OWNER, "Who it belongs to.");
  private static final Option<Long> CREATED_TIME =
      Option.of(
          "created_time", Types.TIME, "The time of last change; that of the build by default.");
  private static final Option<Boolean> ALLOW_WILDCARD =
      Option.of("allow_wildcard", Types.BOOLEAN, "Whether * and ? in the path match names.");

  private static final Parameter<State> FROM =
      Parameter.required("from", Types.STATE, "The state to copy from.");
  private static final Parameter<String> SRC =
      Parameter.required("src", Types.STRING, "The path in it.");
  private static final Parameter<String> DEST =
      Parameter.required(
          "dest",
          Types.STRING,
          "The path to copy to; a directory if it ends with a slash or is a dot.");
  private static final Option<FileMode> COPY_MODE =
      Option.of("mode", Types.MODE_OR_CHANGES, "Permissions; by default those of the source.");
  private static final Option<Boolean> FOLLOW_SYMLINK =
      Option.of("follow_symlink", Types.BOOLEAN, "Whether a link is copied as what it points to.");
  private static final Option<Boolean> CREATE_DEST_PATH =
      Option.of(
          "create_dest_path",
          Types.BOOLEAN,
          "Whether missing directories are made; true by default.");
  private static final Option<List<String>> INCLUDE =
      Option.of(
          "include", Types.STRINGS, "Patterns of what to copy of a directory; all by default.");
  private static final Option<List<String>> EXCLUDE =
      Option.of("exclude", Types.STRINGS, "Patterns of what to leave out of a directory.");
  private static final Option<Boolean> DIR_CONTENTS_ONLY =
      Option.of(
          "dir_contents_only",
          Types.BOOLEAN,
          "Whether a directory's content is copied, not itself.");
  private static final Option<Boolean> ALLOW_EMPTY_WILDCARD =
      Option.of("allow_empty_wildcard", Types.BOOLEAN, "Whether a wildcard may match nothing.");
  private static final Option<Boolean> ATTEMPT_UNPACK =
      Option.of("attempt_unpack", Types.BOOLEAN, "Whether an archive is unpacked, as by ADD.");
  private static final Option<List<String>> REQUIRED_PATHS =
      Option.of(
          "required_paths",
          Types.STRINGS,
          "Absolute paths in the source that must be among what is copied.");
  private static final Option<Boolean> ALWAYS_REPLACE =
      Option.of(
          "always_replace_existing_dest_paths",
          Types.BOOLEAN,
          "Whether a file may take the place of a directory, and the other way round.");

  static final Signature COPY =
      Signature.method("copy", "The state with files copied from another one.")
          .takes(FROM, SRC, DEST)
          .with(
              COPY_MODE,
              OWNER,
              FOLLOW_SYMLINK,
              CREATE_DEST_PATH,
              ALLOW_WILDCARD,
              INCLUDE,
              EXCLUDE,
              DIR_CONTENTS_ONLY,
              ALLOW_EMPTY_WILDCARD,
              ATTEMPT_UNPACK,
              REQUIRED_PATHS,
              ALWAYS_REPLACE,
              CREATED_TIME)
          .returns("bk.State");

  private static final Parameter<String> PATH = Parameter.required("path", Types.NAME, "The path.");
  private static final Option<FileMode> DIRECTORY_MODE =
      Option.of("mode", Types.MODE, "Permissions; \"0755\" by default.");
  private static final Option<Boolean> MAKE_PARENTS =
      Option.of("make_parents", Types.BOOLEAN, "Whether missing directories above are made.");

  static final Signature MKDIR =
      Signature.method("mkdir", "The state with a new directory.")
          .takes(PATH)
          .with(DIRECTORY_MODE, MAKE_PARENTS, OWNER, CREATED_TIME)
          .returns("bk.State");

  private static final Parameter<String> DATA =
      Parameter.required("data", Types.STRING, "The file's content.");
  private static final Option<FileMode> FILE_MODE =
      Option.of("mode", Types.MODE, "Permissions; \"0644\" by default.");

  static final Signature MKFILE =
      Signature.method("mkfile", "The state with a new file.")
          .takes(PATH, DATA)
          .with(FILE_MODE, OWNER, CREATED_TIME)
          .returns("bk.State");

  private static final Option<Boolean> ALLOW_NOT_FOUND =
      Option.of("allow_not_found", Types.BOOLEAN, "Whether the path may be missing.");

  static final Signature RM =
      Signature.method("rm", "The state without a file or a directory.")
          .takes(PATH)
          .with(ALLOW_NOT_FOUND, ALLOW_WILDCARD)
          .returns("bk.State");

  private static final Parameter<String> OLDPATH =
      Parameter.required("oldpath", Types.NAME, "What the link points to.");
  private static final Parameter<String> NEWPATH =
      Parameter.required("newpath", Types.NAME, "Where the link is.");

  static final Signature SYMLINK =
      Signature.method("symlink", "The state with a new symbolic link.")
          .takes(OLDPATH, NEWPATH)
          .with(OWNER, CREATED_TIME)
          .returns("bk.State");

  private static final int DIRECTORY_BITS = 0755;
  private static final int FILE_BITS = 0644;

  FileMethods(Evaluation evaluation) {
    super(evaluation, COPY, MKDIR, MKFILE, RM, SYMLINK);
  }

  @Override
  Object call(Signature signature, Call call) {
    FileAction action;
    if (signature == COPY) {
      action = copy(call);
    } else if (signature == MKDIR) {
      action =
          new MkdirAction(
              call.get(PATH),
              call.get(DIRECTORY_MODE, FileMode.of(DIRECTORY_BITS)),
              call.get(MAKE_PARENTS, false),
              call.get(OWNER),
              call.get(CREATED_TIME, FileAction.NOW));
    } else if (signature == MKFILE) {
      action =
          new MkfileAction(
              call.get(PATH),
              call.get(DATA),
              call.get(FILE_MODE, FileMode.of(FILE_BITS)),
              call.get(OWNER),
              call.get(CREATED_TIME, FileAction.NOW));
    } else if (signature == RM) {
      action =
          new RmAction(
              call.get(PATH), call.get(ALLOW_NOT_FOUND, false), call.get(ALLOW_WILDCARD, false));
    } else {
      action =
          new SymlinkAction(
              call.get(OLDPATH),
              call.get(NEWPATH),
              call.get(OWNER),
              call.get(CREATED_TIME, FileAction.NOW));
    }
    return evaluation.wrap(call.state().file(action, evaluation.here()));
  }

  private static FileAction copy(Call call) {
    return CopyAction.of(call.get(FROM), call.get(SRC), destination(call.get(DEST)))
        .mode(call.get(COPY_MODE))
        .owner(call.get(OWNER))
        .followSymlink(call.get(FOLLOW_SYMLINK, false))
        .createDestPath(call.get(CREATE_DEST_PATH, true))
        .allowWildcard(call.get(ALLOW_WILDCARD, false))
        .include(call.get(INCLUDE, List.of()))
        .exclude(call.get(EXCLUDE, List.of()))
        .dirContentsOnly(call.get(DIR_CONTENTS_ONLY, false))
        .allowEmptyWildcard(call.get(ALLOW_EMPTY_WILDCARD, false))
        .attemptUnpack(call.get(ATTEMPT_UNPACK, false))
        .requiredPaths(call.get(REQUIRED_PATHS, List.of()))
        .alwaysReplaceExistingDestPaths(call.get(ALWAYS_REPLACE, false))
        .createdTime(call.get(CREATED_TIME, FileAction.NOW))
        .build();
  }

  /** A dot is a directory though no slash says so, also where it does not exist yet. */
  private static String destination(String path) {
    return path.equals(".") || path.equals("..") ? path + "/" : path;
  }
}
