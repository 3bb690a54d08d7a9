package dev.luakit.llb.graph;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What each option of a file action is on the wire, as BuildKit's own Go client writes it. */
class FileOptionsTest extends GraphFixture {
  private static final List<String> PATHS =
      List.of(
          "x",
          "./x",
          "../x",
          "../../x",
          "/x/",
          "x/",
          ".",
          "./",
          "x/.",
          "/x/./y",
          "/x/.",
          "/",
          "/.",
          "",
          "a//b/../c/",
          "..",
          "/..",
          "a/..",
          "../");

  private CopyAction.Builder plain() {
    return CopyAction.of(local("context"), "a", "b");
  }

  private static dev.luakit.proto.ops.FileAction action(State state) {
    return op(state).getFile().getActions(0);
  }

  @Test
  void copiedPathsAreSeenFromTheWorkingDirectories() {
    State source = local("context").withWorkingDirectory("/src");
    State inRoot = alpine();
    State inWork = alpine().withWorkingDirectory("/work");
    for (String path : PATHS) {
      inRoot = copy(inRoot, CopyAction.of(source, path, path));
      inWork = copy(inWork, CopyAction.of(source, path, path));
    }
    assertOption("paths_copy_root", inRoot);
    assertOption("paths_copy_work", inWork);
  }

  @Test
  void pathsOfNewDirectoriesAreSeenFromTheWorkingDirectory() {
    State inRoot = alpine();
    State inWork = alpine().withWorkingDirectory("/work");
    for (String path : PATHS) {
      inRoot = mkdir(inRoot, path);
      inWork = mkdir(inWork, path);
    }
    assertOption("paths_mkdir_root", inRoot);
    assertOption("paths_mkdir_work", inWork);
  }

  @Test
  void pathsOfNewFilesAreSeenFromTheWorkingDirectory() {
    State inRoot = alpine();
    State inWork = alpine().withWorkingDirectory("/work");
    for (String path : PATHS) {
      inRoot = mkfile(inRoot, path, "x");
      inWork = mkfile(inWork, path, "x");
    }
    assertOption("paths_mkfile_root", inRoot);
    assertOption("paths_mkfile_work", inWork);
  }

  @Test
  void removedPathsAreSeenFromTheWorkingDirectory() {
    State inRoot = alpine();
    State inWork = alpine().withWorkingDirectory("/work");
    for (String path : PATHS) {
      inRoot = rm(inRoot, path);
      inWork = rm(inWork, path);
    }
    assertOption("paths_rm_root", inRoot);
    assertOption("paths_rm_work", inWork);
  }

  @Test
  void linksStayAsTheyAreInTheRoot() {
    State state = alpine();
    for (String path : PATHS) {
      state = symlink(state, path, path);
    }
    assertOption("paths_symlink_root", state);
  }

  @Test
  void linksAreSeenFromAnotherWorkingDirectory() {
    State state = symlink(alpine().withWorkingDirectory("/work"), "../x", "y");
    assertEquals("../x", action(state).getSymlink().getOldpath());
    assertEquals("/work/y", action(state).getSymlink().getNewpath());
  }

  @Test
  void scratchIsNoInput() {
    State context = local("context");
    assertOption("copy_from_scratch", copy(alpine(), CopyAction.of(graph.scratch(), "/a", "/b")));
    assertOption("copy_to_scratch", copy(graph.scratch(), CopyAction.of(context, "a", "/b")));
  }

  @Test
  void theSameStateTwiceIsOneInput() {
    assertOption("copy_from_itself", copy(alpine(), CopyAction.of(alpine(), "/a", "/b")));
  }

  @Test
  void ownersByNumberAndByName() {
    assertOption(
        "copy_owner_ids",
        copy(alpine(), plain().owner(new Owner(Owner.Account.id(0), Owner.Account.id(1000)))));
    assertOption(
        "copy_owner_user_only",
        copy(alpine(), plain().owner(new Owner(Owner.Account.of("bob"), null))));
    assertOption(
        "copy_owner_group_only",
        copy(alpine(), plain().owner(new Owner(null, Owner.Account.of("5")))));
    assertOption("copy_owner_string", copy(alpine(), plain().owner(Owner.parse("app:7"))));
    assertOption("copy_owner_string_root", copy(alpine(), plain().owner(Owner.parse("root:root"))));
  }

  @Test
  void namesOfOwnersAreLookedUpInTheBase() {
    assertOption(
        "copy_owner_name_on_scratch", copy(graph.scratch(), plain().owner(Owner.parse("bob"))));
    Owner owner = new Owner(Owner.Account.id(0), Owner.Account.of("g"));
    assertOption(
        "mkfile_owner_on_scratch",
        graph
            .scratch()
            .file(
                new MkfileAction("/a", "", FileMode.octal("0644"), owner, FileAction.NOW),
                NOWHERE));
  }

  @Test
  void modesOfCopies() {
    assertOption("copy_mode_setuid", copy(alpine(), plain().mode(FileMode.octal("4755"))));
    assertOption("copy_mode_zero", copy(alpine(), plain().mode(FileMode.octal("0"))));
    assertOption("copy_mode_symbolic", copy(alpine(), plain().mode(FileMode.parse("u+x,go=rX"))));
  }

  @Test
  void modesOfNewFilesHaveThreeDigits() {
    assertOption(
        "mkdir_sticky",
        alpine()
            .file(
                new MkdirAction("/a", FileMode.octal("1777"), false, null, FileAction.NOW),
                NOWHERE));
    assertOption(
        "mkfile_zero_mode",
        alpine()
            .file(
                new MkfileAction("/a", "\0\u00ff\n", FileMode.octal("0"), null, FileAction.NOW),
                NOWHERE));
  }

  @Test
  void allOptionsOfACopy() {
    assertOption(
        "copy_everything",
        copy(
            alpine(),
            CopyAction.of(local("context"), "a*", "b/")
                .followSymlink(true)
                .dirContentsOnly(true)
                .include(List.of("i1", "i2"))
                .exclude(List.of("e1"))
                .requiredPaths(List.of("r1", "r2"))
                .attemptUnpack(true)
                .allowWildcard(true)
                .allowEmptyWildcard(true)
                .alwaysReplaceExistingDestPaths(true)
                .createdTime(1_700_000_000_000_000_005L)
                .mode(FileMode.octal("0600"))));
  }

  @Test
  void timesAreNanoseconds() {
    FileMode mode = FileMode.octal("0755");
    State state = alpine().file(new MkdirAction("/a", mode, false, null, 0), NOWHERE);
    state =
        state.file(
            new MkfileAction("/b", "", FileMode.octal("0644"), null, 1_000_000_000L), NOWHERE);
    Owner owner = new Owner(Owner.Account.id(3), Owner.Account.id(4));
    assertOption(
        "created_zero", state.file(new SymlinkAction("/a", "/c", owner, -5_000_000_000L), NOWHERE));
  }

  @Test
  void filesHaveNoPlatformAndKeepThatOfTheState() {
    State arm = source(image("alpine:3.19", Platform.parse("linux/arm64")));
    assertOption("files_keep_platform", run(mkdir(arm, "/a"), "make"));
  }

  @Test
  void dataIsBytesAndPathsAreText() {
    State file = mkfile(alpine(), "/a", "\u00ff\u00fe");
    assertArrayEquals(
        new byte[] {(byte) 0xFF, (byte) 0xFE}, action(file).getMkfile().getData().toByteArray());
    assertRejected("the path of a file is not valid UTF-8", () -> mkfile(alpine(), "/\u00ff", ""));
    assertRejected("the path of a directory is not valid UTF-8", () -> mkdir(alpine(), "/\u00ff"));
    assertRejected(
        "an include pattern is not valid UTF-8",
        () -> copy(alpine(), plain().include(List.of("\u00ff"))));
  }

  @Test
  void onlyCopiesTakeChangesOfModes() {
    FileMode change = FileMode.parse("u+x");
    assertRejected(
        "the mode of a directory must be octal digits, such as \"0755\", not \"u+x\"",
        () -> new MkdirAction("/a", change, false, null, FileAction.NOW));
    assertRejected(
        "the mode of a new file must be octal digits, such as \"0755\", not \"u+x\"",
        () -> new MkfileAction("/a", "", change, null, FileAction.NOW));
  }
}
