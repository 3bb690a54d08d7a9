package dev.luakit.llb;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.luakit.proto.ops.Definition;
import dev.luakit.proto.ops.FileAction;
import dev.luakit.proto.ops.FileActionCopy;
import dev.luakit.proto.ops.Op;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Options that no recorded definition tells apart reach the field that they name. */
class OptionsTest {
  @TempDir Path folder;

  /** The operation before the terminal one. */
  private Op exported(String state) throws IOException {
    Build build = new Scripts(folder).evaluate("bk.export(" + state + ")");
    Definition definition = Definition.parseFrom(build.definition().toByteArray());
    return Op.parseFrom(definition.getDef(definition.getDefCount() - 2));
  }

  private FileAction action(String call) throws IOException {
    return exported("bk.image('alpine'):" + call).getFile().getActions(0);
  }

  private FileActionCopy copy(String option) throws IOException {
    return action("copy(bk.local_('context'), 'a', 'b', { " + option + " = true })").getCopy();
  }

  @Test
  void eachFlagOfCopyIsItsOwn() throws IOException {
    FileActionCopy none = copy("create_dest_path");
    assertEquals(none.toBuilder().setDirCopyContents(true).build(), copy("dir_contents_only"));
    assertEquals(
        none.toBuilder().setAllowEmptyWildcard(true).build(), copy("allow_empty_wildcard"));
    assertEquals(
        none.toBuilder().setAttemptUnpackDockerCompatibility(true).build(), copy("attempt_unpack"));
    assertEquals(
        none.toBuilder().setAlwaysReplaceExistingDestPaths(true).build(),
        copy("always_replace_existing_dest_paths"));
    assertEquals(none.toBuilder().setFollowSymlink(true).build(), copy("follow_symlink"));
    assertEquals(none.toBuilder().setAllowWildcard(true).build(), copy("allow_wildcard"));
  }

  @Test
  void timesAreSecondsOrText() throws IOException {
    long nanos = 1_704_067_200_000_000_000L;
    String time = "{ created_time = 1704067200 }";
    assertEquals(nanos, action("mkdir('/x', " + time + ")").getMkdir().getTimestamp());
    assertEquals(nanos, action("mkfile('/x', '', " + time + ")").getMkfile().getTimestamp());
    assertEquals(nanos, action("symlink('/x', '/y', " + time + ")").getSymlink().getTimestamp());
    assertEquals(
        nanos,
        action("mkdir('/x', { created_time = '2024-01-01T00:00:00Z' })").getMkdir().getTimestamp());
  }

  @Test
  void aLinkHasAnOwner() throws IOException {
    FileAction link = action("symlink('/x', '/y', { owner = { user = 7, group = 'g' } })");
    assertEquals(7, link.getSymlink().getOwner().getUser().getByID());
    assertEquals("g", link.getSymlink().getOwner().getGroup().getByName().getName());
  }

  @Test
  void aSecretHasAnIdOfItsOwn() throws IOException {
    Op run =
        exported("bk.image('alpine'):run('x', { mounts = { bk.secret('/a/b', { id = 'c' }) } })");
    assertEquals("c", run.getExec().getMounts(1).getSecretOpt().getID());
    assertEquals("/a/b", run.getExec().getMounts(1).getDest());
  }

  @Test
  void userAndPasswordGoIntoTheUrl() throws IOException {
    Op file = exported("bk.https('https://example.com/x', { username = 'a b', password = 'c@d' })");
    assertEquals("https://a%20b:c%40d@example.com/x", file.getSource().getIdentifier());
  }

  @Test
  void exitCodesMayBeARangeAndLimitsATable() throws IOException {
    Op run =
        exported(
            "bk.image('alpine'):run('x', { valid_exit_codes = '0..2', ulimit = { nofile = 5,"
                + " nproc = { soft = 1, hard = 2 } }, extra_hosts = { db = '10.0.0.1' } })");
    assertEquals("[0, 1, 2]", run.getExec().getMeta().getValidExitCodesList().toString());
    assertEquals(5, run.getExec().getMeta().getUlimit(0).getHard());
    assertEquals(1, run.getExec().getMeta().getUlimit(1).getSoft());
    assertEquals("10.0.0.1", run.getExec().getMeta().getExtraHosts(0).getIP());
  }

  @Test
  void everythingThatIsSaidOfTheImageIsInItsConfiguration() throws IOException {
    Build build =
        new Scripts(folder)
            .evaluate(
                """
                bk.export(bk.scratch(), {
                  entrypoint = { "/e" }, cmd = { "c" }, env = { "B=2", "A=1" }, cwd = "/w",
                  user = "u", expose = { 80 }, labels = { l = true }, volumes = { "/v" },
                  stop_signal = "SIGINT", os = "linux", arch = "arm", variant = "v6",
                })
                """);
    assertEquals(
        """
        {"architecture":"arm","os":"linux","variant":"v6","config":{"User":"u",\
        "ExposedPorts":{"80/tcp":{}},"Env":["B=2","A=1"],"Entrypoint":["/e"],"Cmd":["c"],\
        "Volumes":{"/v":{}},"WorkingDir":"/w","Labels":{"l":"true"},"StopSignal":"SIGINT"},\
        "rootfs":{"type":"layers","diff_ids":[]}}\
        """,
        build.definition().imageConfig());
  }
}
