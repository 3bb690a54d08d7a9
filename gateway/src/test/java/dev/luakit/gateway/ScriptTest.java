package dev.luakit.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.luakit.proto.gateway.ReadFileRequest;
import dev.luakit.proto.gateway.Result;
import dev.luakit.proto.gateway.SolveRequest;
import dev.luakit.proto.gateway.WarnRequest;
import dev.luakit.proto.ops.Op;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Where scripts and their modules come from, and what they are told. */
class ScriptTest extends GatewayFixture {
  private static final String HELLO = "bk.export(bk.scratch():mkfile('/f', 'hello'))";

  /** What the one file says that the script writes. */
  private String written() throws InterruptedException {
    return builder
        .buildOps()
        .getLast()
        .getFile()
        .getActions(0)
        .getMkfile()
        .getData()
        .toStringUtf8();
  }

  /** A script that writes what an expression gives. */
  private static String writing(String expression) {
    return "bk.export(bk.scratch():mkfile('/f', tostring(" + expression + ")))";
  }

  @Test
  void the_script_is_build_lua_of_the_directory_dockerfile() throws InterruptedException {
    files.put("build.lua", HELLO);
    assertEquals("hello", written());
  }

  @Test
  void the_option_filename_names_another_script() throws InterruptedException {
    files.put("build.lua", "error('not this one')");
    files.put("ci/release.lua", HELLO);
    builder.option("filename", "./ci//release.lua");
    assertEquals("hello", written());
  }

  @Test
  void a_script_that_docker_has_forwarded_without_a_name_is_the_dockerfile()
      throws InterruptedException {
    files.put("Dockerfile", "#syntax=luakit\n" + HELLO);
    builder.option("cmdline", "luakit").option("source", "luakit");
    assertEquals("hello", written());
  }

  @Test
  void the_script_comes_from_the_context_where_nobody_gives_a_directory_dockerfile()
      throws InterruptedException {
    daemon.directories.remove("dockerfile");
    daemon.directories.get("context").put("build.lua", HELLO);
    assertEquals("hello", written());
  }

  @Test
  void the_script_comes_from_the_context_where_the_directory_dockerfile_has_none()
      throws InterruptedException {
    daemon.directories.get("context").put("build.lua", HELLO);
    assertEquals("hello", written());
  }

  @Test
  void the_option_dockerfilekey_names_the_only_directory_that_counts() throws InterruptedException {
    daemon.directories.put("elsewhere", new TreeMap<>(Map.of("build.lua", HELLO)));
    files.put("build.lua", "error('not this one')");
    builder.option("dockerfilekey", "elsewhere");
    assertEquals("hello", written());
  }

  @Test
  void directories_belong_to_the_session_of_the_build_unless_an_option_says_another()
      throws InterruptedException {
    files.put("build.lua", "bk.export(bk.local_('src'))");
    daemon.directories.put("src", Map.of());
    builder.option("local-sessionid:dockerfile", "session-2");
    Op local = builder.buildOps().getFirst();
    assertEquals(Builder.SESSION, local.getSource().getAttrsOrThrow("local.session"));
    Op script =
        BuildKitDouble.ops(daemon.calls(SolveRequest.class).getFirst().getDefinition()).getFirst();
    assertEquals("session-2", script.getSource().getAttrsOrThrow("local.session"));
  }

  @Test
  void lines_at_the_top_that_begin_with_a_hash_are_no_part_of_the_program()
      throws InterruptedException {
    files.put("build.lua", "#!/usr/bin/env luakit\n#syntax=luakit:1\n# more\nerror('on line 4')");
    assertEquals("build.lua:4: on line 4", builder.fail().getMessage());
  }

  @Test
  void a_script_that_is_nowhere_is_an_error_that_names_all_places() throws InterruptedException {
    daemon.directories.remove("context");
    builder.option("filename", "other.lua");
    assertEquals(
        "cannot read the script other.lua: no such file in the local directory \"dockerfile\";"
            + " the build has not got the local directory \"context\"",
        builder.fail().getMessage());
  }

  @Test
  void nothing_but_the_script_and_what_belongs_to_it_is_transferred() throws InterruptedException {
    files.put("build.lua", HELLO);
    files.put("secret.txt", "not to be read");
    builder.build();
    assertEquals(
        List.of("build.lua", "build.lua.dockerignore", "luakit.lock"),
        daemon.transferred("dockerfile"));
    assertEquals(List.of(), daemon.transferred("context"));
  }

  @Test
  void a_module_is_found_beside_the_script() throws InterruptedException {
    files.put("ci/build.lua", "local m = require('libs.go')\n" + writing("m"));
    files.put("ci/libs/go.lua", "return 'from beside'");
    daemon.directories.get("context").put("libs/go.lua", "return 'from the context'");
    builder.option("filename", "ci/build.lua");
    assertEquals("from beside", written());
  }

  @Test
  void a_module_that_is_not_beside_the_script_is_found_in_the_context()
      throws InterruptedException {
    files.put("build.lua", "local m = require('libs/go')\n" + writing("m"));
    daemon.directories.get("context").put("luakit_modules/libs/go/init.lua", "return 'context'");
    assertEquals("context", written());
  }

  @Test
  void a_module_takes_one_transfer_whatever_its_file_is_called() throws InterruptedException {
    files.put("build.lua", "local m = require('m')\n" + writing("m"));
    files.put("luakit_modules/m/init.lua", "return 1");
    builder.build();
    assertEquals(
        List.of("m.lua", "m/init.lua", "luakit_modules/m.lua", "luakit_modules/m/init.lua"),
        daemon.transferred("dockerfile").subList(3, 7));
    assertEquals(7, daemon.transferred("dockerfile").size());
  }

  @Test
  void a_module_is_read_once_however_often_the_script_runs() throws InterruptedException {
    files.put("build.lua", "local m = require('m')\nbk.export(bk.image('alpine'):mkfile('/f', m))");
    files.put("m.lua", "return 'x'");
    builder.option("platform", "linux/amd64,linux/arm64");
    builder.build();
    long reads =
        daemon.calls(ReadFileRequest.class).stream()
            .filter(read -> read.getFilePath().equals("m.lua"))
            .count();
    assertEquals(1, reads);
  }

  @Test
  void a_module_that_is_nowhere_is_an_error_of_the_script() throws InterruptedException {
    files.put("build.lua", "require('nope')");
    String message = builder.fail().getMessage();
    assertTrue(message.startsWith("build.lua:1: module 'nope' not found:"), message);
  }

  @Test
  void build_arguments_are_what_bk_arg_and_os_getenv_give() throws InterruptedException {
    files.put(
        "build.lua", writing("bk.arg('A', 'x') .. os.getenv('B') .. tostring(os.getenv('PATH'))"));
    builder.option("build-arg:A", "1=2").option("build-arg:B", "ü");
    assertEquals("1=2ünil", written());
  }

  @Test
  void the_target_is_bk_target() throws InterruptedException {
    files.put("build.lua", writing("bk.target"));
    builder.option("target", "test");
    assertEquals("test", written());
  }

  @Test
  void without_a_target_bk_target_is_nil() throws InterruptedException {
    files.put("build.lua", writing("bk.target"));
    assertEquals("nil", written());
  }

  @Test
  void the_time_is_that_of_source_date_epoch() throws InterruptedException {
    files.put("build.lua", writing("os.time()"));
    builder.option("build-arg:SOURCE_DATE_EPOCH", "1234567890");
    assertEquals("1234567890", written());
    String config =
        daemon.returned().getResult().getMetadataOrThrow("containerimage.config").toStringUtf8();
    assertTrue(
        config.startsWith("{\"created\":\"2009-02-13T23:31:30Z\",\"architecture\":"), config);
  }

  @Test
  void a_source_date_epoch_that_is_no_time_is_an_error() throws InterruptedException {
    files.put("build.lua", HELLO);
    builder.option("build-arg:SOURCE_DATE_EPOCH", "yesterday");
    assertEquals(
        "SOURCE_DATE_EPOCH: \"yesterday\" is not a number of seconds since 1970",
        builder.fail().getMessage());
  }

  @Test
  void what_a_script_prints_is_told_as_warnings_at_its_own_operation() throws InterruptedException {
    files.put("build.lua", "print('one', 2)\nprint('three')\nbk.export(bk.image('alpine'))");
    builder.build();
    assertEquals(List.of("one\t2", "three"), daemon.warnings());
    WarnRequest warning = daemon.calls(WarnRequest.class).getFirst();
    SolveRequest script = daemon.calls(SolveRequest.class).getFirst();
    assertEquals(Definitions.digest(script.getDefinition().getDef(0)), warning.getDigest());
    assertFalse(warning.hasInfo(), "a script may have 16 MiB, and print a hundred lines");
  }

  @Test
  void what_a_failing_script_prints_is_told_too() throws InterruptedException {
    files.put("build.lua", "print('about to fail')\nerror('failed')");
    assertEquals("build.lua:2: failed", builder.fail().getMessage());
    assertEquals(List.of("about to fail"), daemon.warnings());
  }

  @Test
  void a_call_whose_result_is_lost_is_warned_of_where_it_is() throws InterruptedException {
    files.put("build.lua", "local s = bk.image('alpine')\ns:run('make')\nbk.export(s)");
    builder.option("platform", "linux/amd64,linux/arm64");
    builder.build();
    assertEquals(
        List.of("build.lua:2: nothing uses what this run makes: it will not be done"),
        daemon.warnings());
    var warning = daemon.calls(dev.luakit.proto.gateway.WarnRequest.class).getFirst();
    assertEquals(2, warning.getRanges(0).getStart().getLine());
    assertEquals(
        "hint: states don't change; keep what the call returns: s = s:run(…)",
        warning.getDetail(0).toStringUtf8());
  }

  @Test
  void a_script_that_prints_without_end_is_told_of_in_part() throws InterruptedException {
    files.put("build.lua", "for i = 1, 150 do print(i) end\n" + HELLO);
    builder.build();
    assertEquals(101, daemon.warnings().size());
    assertEquals("… (50 more lines)", daemon.warnings().getLast());
  }

  @Test
  void what_is_printed_can_not_take_a_terminal_over_and_is_not_long() throws InterruptedException {
    files.put("build.lua", "print('\\27[2J') print(('x'):rep(1e6))\n" + HELLO);
    builder.build();
    assertEquals("?[2J", daemon.warnings().getFirst());
    assertEquals("x".repeat(3000) + "… (997001 more bytes)", daemon.warnings().getLast());
  }

  @Test
  void warnings_that_the_daemon_refuses_do_not_fail_the_build() throws InterruptedException {
    files.put("build.lua", "print('x')\n" + HELLO);
    daemon.trouble =
        call -> call instanceof WarnRequest ? io.grpc.Status.INTERNAL.asRuntimeException() : null;
    builder.build();
  }

  @Test
  void the_script_of_a_git_context_comes_from_the_repository() throws InterruptedException {
    files.put("build.lua", "error('not this one')");
    daemon.sources.put(
        "git://example.com/r.git#main:sub",
        new HashMap<>(
            Map.of(
                "build.lua",
                "bk.export(bk.scratch():copy(bk.local_('context'), '/', '/', {}):mkfile('/m',"
                    + " require('m')))",
                "m.lua",
                "return 'module'")));
    builder.option("context", "https://example.com/r.git#main:sub");
    List<Op> ops = builder.buildOps();
    assertEquals("git://example.com/r.git#main:sub", ops.getFirst().getSource().getIdentifier());
    assertEquals(
        "https://example.com/r.git", ops.getFirst().getSource().getAttrsOrThrow("git.fullurl"));
    assertEquals(
        "module", ops.getLast().getFile().getActions(0).getMkfile().getData().toStringUtf8());
    assertFalse(daemon.transferred("dockerfile").contains("build.lua"));
  }

  @Test
  void a_local_script_goes_with_a_git_context_where_dockerfilekey_is_given()
      throws InterruptedException {
    files.put("build.lua", "bk.export(bk.local_('context'))");
    builder.option("context", "git@example.com:r.git").option("dockerfilekey", "dockerfile");
    Op op = builder.buildOps().getFirst();
    assertEquals("git://example.com/r.git", op.getSource().getIdentifier());
  }

  @Test
  void a_file_that_is_the_context_is_the_script() throws InterruptedException {
    daemon.sources.put("https://example.com/build.lua", Map.of("context", HELLO));
    builder.option("context", "https://example.com/build.lua");
    assertEquals("hello", written());
  }

  @Test
  void an_archive_that_is_the_context_is_unpacked() throws InterruptedException {
    daemon.sources.put(
        "https://example.com/c.tgz",
        Map.of("context", "BZh91AY", "build.lua", "bk.export(bk.local_('context'))"));
    builder.option("context", "https://example.com/c.tgz");
    Op copy = builder.buildOps().getLast();
    assertTrue(copy.getFile().getActions(0).getCopy().getAttemptUnpackDockerCompatibility());
  }

  @Test
  void a_lock_file_beside_the_script_is_kept_to() throws InterruptedException {
    files.put("build.lua", "bk.export(bk.image('alpine'))");
    files.put("luakit.lock", "{\"version\":1,\"images\":{}}");
    String message = builder.fail().getMessage();
    assertTrue(
        message.contains("\"docker.io/library/alpine:latest\" is not in luakit.lock"), message);
  }

  @Test
  void a_lock_file_that_is_none_is_an_error_at_its_line() throws InterruptedException {
    files.put("build.lua", HELLO);
    files.put("luakit.lock", "{\n]");
    String message = builder.fail().getMessage();
    assertTrue(message.startsWith("luakit.lock:"), message);
  }

  @Test
  void an_exported_image_has_its_configuration_in_the_result() throws InterruptedException {
    files.put(
        "build.lua", "bk.export(bk.image('alpine'), { cmd = { 'sh' }, labels = { a = '1' } })");
    builder.option("label:b", "2").option("label:a", "3");
    Result result = builder.build();
    assertEquals(
        "{\"architecture\":\"amd64\",\"os\":\"linux\",\"config\":{\"Env\":[\"PATH=/bin\"],"
            + "\"Cmd\":[\"sh\"],\"WorkingDir\":\"/work\",\"Labels\":{\"a\":\"3\",\"b\":\"2\"}},"
            + "\"rootfs\":{\"type\":\"layers\",\"diff_ids\":[]}}",
        result.getMetadataOrThrow("containerimage.config").toStringUtf8());
  }
}
