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
  private static final String OWNER_DOC =
      "Who it belongs to: `{ user = …, group = … }` or `\"user:group\"`, by name or by number.";
  private static final String TIME_DOC =
      "The time of last change, as seconds since 1970 or as text such as"
          + " `\"2024-01-01T00:00:00Z\"`.";
  private static final String TIME_DEFAULT = "the time of the build";
  private static final String ROOT = "root";

  private static final Parameter<State> FROM =
      Parameter.required(
          "from", Types.STATE, "FileAction.secondaryInput", "The state to copy from.");
  private static final Parameter<String> SRC =
      Parameter.required(
          "src",
          Types.STRING,
          "FileActionCopy.src",
          "The path there, seen from that state's working directory.");
  private static final Parameter<String> DEST =
      Parameter.required(
          "dest",
          Types.STRING,
          "FileActionCopy.dest",
          "The path to copy to, seen from the working directory of the state that gets the files."
              + " One that ends with a slash is a directory to copy into; so write `\"./\"` rather"
              + " than `\".\"` where that directory may not exist yet.");
  private static final Option<FileMode> COPY_MODE =
      Option.of(
          "mode",
          Types.MODE_OR_CHANGES,
          "kept",
          "FileActionCopy.mode, FileActionCopy.modeStr",
          "The permissions of what is copied: octal digits, or changes such as `\"u+x,go=r\"`.");
  private static final Option<Owner> COPY_OWNER =
      Option.of("owner", TableTypes.OWNER, "kept", "FileActionCopy.owner", OWNER_DOC);
  private static final Option<Boolean> FOLLOW_SYMLINK =
      Option.of(
          "follow_symlink",
          Types.BOOLEAN,
          "false",
          "FileActionCopy.followSymlink",
          "Whether, where `src` is a symbolic link, what it points to is copied.");
  private static final Option<Boolean> CREATE_DEST_PATH =
      Option.of(
          "create_dest_path",
          Types.BOOLEAN,
          "true",
          "FileActionCopy.createDestPath",
          "Whether missing directories above `dest` are made; otherwise the build fails.");
  private static final Option<Boolean> COPY_WILDCARD =
      Option.of(
          "allow_wildcard",
          Types.BOOLEAN,
          "false",
          "FileActionCopy.allowWildcard",
          "Whether `*`, `?` and `[…]` in `src` match names.");
  private static final Option<List<String>> INCLUDE =
      Option.of(
          "include",
          Types.STRINGS,
          "all files",
          "FileActionCopy.include_patterns",
          "Patterns of the files to copy, as in a `.dockerignore`, seen from `src`.");
  private static final Option<List<String>> EXCLUDE =
      Option.of(
          "exclude",
          Types.STRINGS,
          "none",
          "FileActionCopy.exclude_patterns",
          "Patterns of the files to leave out, as in a `.dockerignore`, seen from `src`.");
  private static final Option<Boolean> DIR_CONTENTS_ONLY =
      Option.of(
          "dir_contents_only",
          Types.BOOLEAN,
          "false",
          "FileActionCopy.dirCopyContents",
          "Whether of a directory what is in it is copied, as Dockerfile's COPY does, and not the"
              + " directory itself.");
  private static final Option<Boolean> ALLOW_EMPTY_WILDCARD =
      Option.of(
          "allow_empty_wildcard",
          Types.BOOLEAN,
          "false",
          "FileActionCopy.allowEmptyWildcard",
          "Whether a wildcard may match nothing; otherwise the build fails.");
  private static final Option<Boolean> ATTEMPT_UNPACK =
      Option.of(
          "attempt_unpack",
          Types.BOOLEAN,
          "false",
          "FileActionCopy.attemptUnpackDockerCompatibility",
          "Whether a tar archive, compressed or not, is unpacked, as Dockerfile's ADD does.");
  private static final Option<List<String>> REQUIRED_PATHS =
      Option.of(
          "required_paths",
          Types.STRINGS,
          "none",
          "FileActionCopy.required_paths",
          "Paths in `from` that must be among what `include` or a wildcard finds; otherwise the"
              + " build fails.");
  private static final Option<Boolean> ALWAYS_REPLACE =
      Option.of(
          "always_replace_existing_dest_paths",
          Types.BOOLEAN,
          "false",
          "FileActionCopy.alwaysReplaceExistingDestPaths",
          "Whether a file may take the place of a directory and the other way round; otherwise the"
              + " build fails.");
  private static final Option<Long> COPY_TIME =
      Option.of("created_time", Types.TIME, "kept", "FileActionCopy.timestamp", TIME_DOC);

  static final Signature COPY =
      Signature.method(
              "copy",
              "FileOp with a `FileActionCopy`",
              "The state with a file or a directory of another state.")
          .takes(FROM, SRC, DEST)
          .with(
              COPY_MODE,
              COPY_OWNER,
              FOLLOW_SYMLINK,
              CREATE_DEST_PATH,
              COPY_WILDCARD,
              INCLUDE,
              EXCLUDE,
              DIR_CONTENTS_ONLY,
              ALLOW_EMPTY_WILDCARD,
              ATTEMPT_UNPACK,
              REQUIRED_PATHS,
              ALWAYS_REPLACE,
              COPY_TIME)
          .returns("bk.State");

  private static final Parameter<String> DIRECTORY =
      Parameter.required(
          "path",
          Types.NAME,
          "FileActionMkDir.path",
          "The directory, seen from the state's working directory.");
  private static final Option<FileMode> DIRECTORY_MODE =
      Option.of(
          "mode",
          Types.MODE,
          "\"0755\"",
          "FileActionMkDir.mode",
          "The directory's permissions; BuildKit knows the last three octal digits.");
  private static final Option<Boolean> MAKE_PARENTS =
      Option.of(
          "make_parents",
          Types.BOOLEAN,
          "false",
          "FileActionMkDir.makeParents",
          "Whether missing directories above it are made; otherwise the build fails.");
  private static final Option<Owner> DIRECTORY_OWNER =
      Option.of("owner", TableTypes.OWNER, ROOT, "FileActionMkDir.owner", OWNER_DOC);
  private static final Option<Long> DIRECTORY_TIME =
      Option.of("created_time", Types.TIME, TIME_DEFAULT, "FileActionMkDir.timestamp", TIME_DOC);

  static final Signature MKDIR =
      Signature.method(
              "mkdir",
              "FileOp with a `FileActionMkDir`",
              "The state with a new directory. One that is there already stays as it is.")
          .takes(DIRECTORY)
          .with(DIRECTORY_MODE, MAKE_PARENTS, DIRECTORY_OWNER, DIRECTORY_TIME)
          .returns("bk.State");

  private static final Parameter<String> FILE =
      Parameter.required(
          "path",
          Types.NAME,
          "FileActionMkFile.path",
          "The file, seen from the state's working directory. The directory that it is in must be"
              + " there.");
  private static final Parameter<String> DATA =
      Parameter.required(
          "data",
          Types.STRING,
          "FileActionMkFile.data",
          "The file's content; a string of Lua holds any bytes.");
  private static final Option<FileMode> FILE_MODE =
      Option.of(
          "mode",
          Types.MODE,
          "\"0644\"",
          "FileActionMkFile.mode",
          "The file's permissions; BuildKit knows the last three octal digits.");
  private static final Option<Owner> FILE_OWNER =
      Option.of("owner", TableTypes.OWNER, ROOT, "FileActionMkFile.owner", OWNER_DOC);
  private static final Option<Long> FILE_TIME =
      Option.of("created_time", Types.TIME, TIME_DEFAULT, "FileActionMkFile.timestamp", TIME_DOC);

  static final Signature MKFILE =
      Signature.method(
              "mkfile",
              "FileOp with a `FileActionMkFile`",
              "The state with a file whose content is in the script. A file that is there already"
                  + " gets the content, and keeps its permissions.")
          .takes(FILE, DATA)
          .with(FILE_MODE, FILE_OWNER, FILE_TIME)
          .returns("bk.State");

  private static final Parameter<String> REMOVED =
      Parameter.required(
          "path",
          Types.NAME,
          "FileActionRm.path",
          "The file or directory, seen from the state's working directory.");
  private static final Option<Boolean> ALLOW_NOT_FOUND =
      Option.of(
          "allow_not_found",
          Types.BOOLEAN,
          "false",
          "FileActionRm.allowNotFound",
          "Whether the path may be missing; otherwise the build fails.");
  private static final Option<Boolean> RM_WILDCARD =
      Option.of(
          "allow_wildcard",
          Types.BOOLEAN,
          "false",
          "FileActionRm.allowWildcard",
          "Whether `*`, `?` and `[…]` in the path match names.");

  static final Signature RM =
      Signature.method(
              "rm",
              "FileOp with a `FileActionRm`",
              "The state without a file, or without a directory and all that is in it.")
          .takes(REMOVED)
          .with(ALLOW_NOT_FOUND, RM_WILDCARD)
          .returns("bk.State");

  private static final Parameter<String> OLDPATH =
      Parameter.required(
          "oldpath",
          Types.NAME,
          "FileActionSymlink.oldpath",
          "What the link points to, which need not exist.");
  private static final Parameter<String> NEWPATH =
      Parameter.required(
          "newpath",
          Types.NAME,
          "FileActionSymlink.newpath",
          "Where the link is, seen from the state's working directory.");
  private static final Option<Owner> LINK_OWNER =
      Option.of("owner", TableTypes.OWNER, ROOT, "FileActionSymlink.owner", OWNER_DOC);
  private static final Option<Long> LINK_TIME =
      Option.of("created_time", Types.TIME, TIME_DEFAULT, "FileActionSymlink.timestamp", TIME_DOC);

  static final Signature SYMLINK =
      Signature.method(
              "symlink", "FileOp with a `FileActionSymlink`", "The state with a new symbolic link.")
          .takes(OLDPATH, NEWPATH)
          .with(LINK_OWNER, LINK_TIME)
          .returns("bk.State");

  static final Signature[] ALL = {COPY, MKDIR, MKFILE, RM, SYMLINK};

  private static final int DIRECTORY_BITS = 0755;
  private static final int FILE_BITS = 0644;

  FileMethods(Evaluation evaluation) {
    super(evaluation, ALL);
  }

  @Override
  Object call(Signature signature, Call call) {
    FileAction action;
    if (signature == COPY) {
      action = copy(call);
    } else if (signature == MKDIR) {
      action =
          new MkdirAction(
              call.get(DIRECTORY),
              call.get(DIRECTORY_MODE, FileMode.of(DIRECTORY_BITS)),
              call.get(MAKE_PARENTS, false),
              call.get(DIRECTORY_OWNER),
              call.get(DIRECTORY_TIME, FileAction.NOW));
    } else if (signature == MKFILE) {
      action =
          new MkfileAction(
              call.get(FILE),
              call.get(DATA),
              call.get(FILE_MODE, FileMode.of(FILE_BITS)),
              call.get(FILE_OWNER),
              call.get(FILE_TIME, FileAction.NOW));
    } else if (signature == RM) {
      action =
          new RmAction(
              call.get(REMOVED), call.get(ALLOW_NOT_FOUND, false), call.get(RM_WILDCARD, false));
    } else {
      action =
          new SymlinkAction(
              call.get(OLDPATH),
              call.get(NEWPATH),
              call.get(LINK_OWNER),
              call.get(LINK_TIME, FileAction.NOW));
    }
    return evaluation.wrap(call.state().file(action, evaluation.here()));
  }

  private static FileAction copy(Call call) {
    return CopyAction.of(call.get(FROM), call.get(SRC), call.get(DEST))
        .mode(call.get(COPY_MODE))
        .owner(call.get(COPY_OWNER))
        .followSymlink(call.get(FOLLOW_SYMLINK, false))
        .createDestPath(call.get(CREATE_DEST_PATH, true))
        .allowWildcard(call.get(COPY_WILDCARD, false))
        .include(call.get(INCLUDE, List.of()))
        .exclude(call.get(EXCLUDE, List.of()))
        .dirContentsOnly(call.get(DIR_CONTENTS_ONLY, false))
        .allowEmptyWildcard(call.get(ALLOW_EMPTY_WILDCARD, false))
        .attemptUnpack(call.get(ATTEMPT_UNPACK, false))
        .requiredPaths(call.get(REQUIRED_PATHS, List.of()))
        .alwaysReplaceExistingDestPaths(call.get(ALWAYS_REPLACE, false))
        .createdTime(call.get(COPY_TIME, FileAction.NOW))
        .build();
  }
}
