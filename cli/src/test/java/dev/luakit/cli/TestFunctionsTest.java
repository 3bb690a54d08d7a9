package dev.luakit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What files of tests have: how tests are declared, what they look at, and what they say of it. */
class TestFunctionsTest {
  private static final String BUILD =
      """
      local source = bk.local_("context", { include = { "go.mod" } })
      local built = bk.image("golang:1.22")
          :with_env({ CGO_ENABLED = "0" })
          :run("go build -o /x", {
              cwd = "/src",
              user = "builder",
              network = "none",
              mounts = {
                  bk.bind(source, "/src"),
                  bk.cache("/go", { id = "gomod", sharing = "locked" }),
                  bk.secret("/run/t", { id = "token", optional = true }),
                  bk.tmpfs("/tmp", { size = "1m" }),
              },
              secret_env = { KEY = "key" },
          })
          :with_metadata({ description = "compile" })
      bk.export(bk.scratch():copy(built, "/x", "/y", { mode = "0755", include = { "a", "b" } }):mkfile("/v", "1\\n"), {
          entrypoint = { "/y" }, cmd = { "serve" }, env = { A = "b=c" }, workdir = "/w", user = "nobody",
          expose = { 80 }, labels = { l = "x" }, volumes = { "/d" }, stop_signal = "SIGINT",
      })
      """;

  @TempDir private Path folder;
  private Shell shell;

  @BeforeEach
  void shell() {
    shell = new Shell(folder);
    shell.write("build.lua", BUILD);
  }

  /** The report on the tests of a file, without its first line. */
  private String report(String tests) {
    shell.write("a_test.lua", tests);
    String out = shell.run("test", "--platform=linux/amd64", "./a_test.lua").out();
    return out.substring(out.indexOf('\n') + 1).replace(folder + "/", "./");
  }

  /** Runs code in a test, where {@code build} is the graph of the script; it must pass. */
  private void passes(String code) {
    String out =
        report("it('t', function()\nlocal build = testing.build('build.lua')\n" + code + " end)");
    assertEquals("  ok   t\n\n1 passed in 1 file\n", out);
  }

  /** Runs code in a test that must fail; gives the lines that say why. */
  private String fails(String code) {
    String out =
        report("it('t', function() local build = testing.build('build.lua')\n" + code + "\nend)");
    assertTrue(out.startsWith("  FAIL t\n    ./a_test.lua:2: "), out);
    return out.substring(out.indexOf("./a_test.lua:2: ") + "./a_test.lua:2: ".length());
  }

  // ---- declaring

  @Test
  void hooks_of_outer_groups_come_first_before_a_test_and_last_after_it() {
    String out =
        report(
            """
            before_each(function() print("before all") end)
            after_each(function() print("after all") end)
            describe("group", function()
              before_each(function() print("before group") end)
              after_each(function() print("after group") end)
              it("one", function() print("one") end)
              it("two", function() print("two") error("oh") end)
            end)
            it("three", function() print("three") end)
            """);
    List<String> printed =
        out.lines().filter(line -> !line.startsWith(" ") && !line.isEmpty()).toList();
    assertEquals(
        List.of(
            "before all",
            "before group",
            "one",
            "after group",
            "after all",
            "before all",
            "before group",
            "two",
            "after group",
            "after all",
            "before all",
            "three",
            "after all",
            "2 passed, 1 failed in 1 file"),
        printed);
  }

  @Test
  void a_hook_that_fails_fails_the_test() {
    String out = report("after_each(function() error('late') end)\nit('t', function() end)");
    assertTrue(out.startsWith("  FAIL t\n    ./a_test.lua:1: late\n"), out);
  }

  @Test
  void of_several_errors_the_first_is_shown() {
    String out =
        report("after_each(function() error('late') end)\nit('t', function() error('soon') end)");
    assertTrue(out.startsWith("  FAIL t\n    ./a_test.lua:2: soon\n"), out);
  }

  @Test
  void a_group_that_fails_is_reported_and_the_others_run() {
    String out =
        report(
            """
            describe("bad", function() it("never", function() end) error("oh") end)
            it("good", function() end)
            """);
    assertTrue(out.startsWith("  FAIL bad\n    ./a_test.lua:1: oh\n"), out);
    assertTrue(out.endsWith("  ok   good\n\n1 passed, 1 failed in 1 file\n"), out);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "it('x', function() it('y', function() end) end) | it: a test runs already",
        "it(function() end) | it: needs a name",
        "describe('x') | describe: needs a function",
        "before_each('x') | before_each: needs a function",
        "it('x', function() bk.export(bk.scratch()) end) | bk.export: a test exports nothing",
      })
  void a_declaration_that_makes_no_sense_is_told(String code, String message) {
    String out = report(code);
    assertTrue(out.contains("./a_test.lua:1: " + message), out);
  }

  @Test
  void files_share_nothing() {
    shell.write("d/a_test.lua", "x = 1 it('a', function() require('m').n = 1 end)");
    shell.write(
        "d/b_test.lua", "it('b', function() assert.is_nil(x) assert.is_nil(require('m').n) end)");
    shell.write("d/m.lua", "return {}");
    assertEquals(0, shell.run("test", "./d").code());
  }

  @Test
  void a_build_script_shares_nothing_with_its_test() {
    shell.write(
        "other.lua",
        "assert(not describe and not testing and not x) y = 1 bk.export(bk.scratch())");
    passes("x = 1 testing.build('other.lua') assert.is_nil(y)");
  }

  @Test
  void assert_is_still_that_of_lua() {
    passes(
        """
        assert.equal(3, select("#", assert(1, 2, 3)))
        local done, message = pcall(function() assert(false, "why") end)
        assert.equal("a_test.lua:4: why", message)
        assert.fails(function() assert(nil) end, "^a_test.lua:6: assertion failed!$")
        """);
    assertTrue(fails("assert(false, 'why')").startsWith("why\n"));
  }

  // ---- what a build is told in

  @Test
  void operations_are_told_in_full() {
    passes(
        """
        local image, source, run, copy, mkfile = unpack(build.ops)
        assert.same({ "source", "image" }, { image.kind, image.type })
        assert.equal("docker-image://docker.io/library/golang:1.22", image.identifier)
        assert.equal("linux/amd64", image.platform)
        assert.equal("build.lua:2", image.at)
        assert.equal("local://context", source.identifier)
        assert.equal('["go.mod"]', source.attributes["local.includepattern"])
        assert.same({ "exec", "run", "go build -o /x" }, { run.kind, run.type, run.command })
        assert.same({ "/bin/sh", "-c", "go build -o /x" }, run.args)
        assert.equal("0", run.env.CGO_ENABLED)
        assert.same({ "/src", "builder", "none" }, { run.cwd, run.user, run.network })
        assert.equal("compile", run.description)
        assert.same({ "KEY=key" }, run.secret_env)
        assert.equal(4, #run.mounts)
        assert.same({ kind = "bind", target = "/src", readonly = true, source = source }, run.mounts[1])
        assert.same({ kind = "cache", target = "/go", id = "gomod", sharing = "locked" }, run.mounts[2])
        assert.same({ "token", true, 0 }, { run.mounts[3].id, run.mounts[3].optional, run.mounts[3].uid })
        assert.equal(1048576, run.mounts[4].size)
        assert.equal(image, run.inputs[1])
        assert.same({ "file", "copy", "/x", "/y" }, { copy.kind, copy.type, copy.src, copy.dest })
        assert.same({ "a", "b" }, copy.include)
        assert.equal("0755", copy.mode)
        assert.is_true(copy.create_dest_path)
        assert.is_nil(copy.follow_symlink)
        assert.same({ "mkfile", "/v", "1\\n", 2 }, { mkfile.type, mkfile.path, mkfile.data, mkfile.size })
        assert.equal(mkfile, build.exported)
        assert.equal(5, #build.ops)
        assert.match("^sha256:%x+$", build.digest)
        """);
  }

  @Test
  void the_configuration_is_told_in_full() {
    passes(
        """
        assert.same({
          entrypoint = { "/y" }, cmd = { "serve" }, env = { A = "b=c" }, workdir = "/w", user = "nobody",
          ports = { "80/tcp" }, labels = { l = "x" }, volumes = { "/d" }, stop_signal = "SIGINT",
          platform = "linux/amd64",
        }, build.config)
        """);
  }

  @Test
  void arguments_and_images_that_a_script_asks_for_are_told() {
    shell.write("other.lua", "bk.export(bk.image('a:' .. bk.arg('V', 'x'))) bk.arg('W')");
    passes(
        """
        local other = testing.build("other.lua")
        assert.same({ V = "x" }, other.args)
        assert.same({ "docker.io/library/a:x" }, other.images)
        """);
  }

  @Test
  void target_platform_and_arguments_are_those_of_the_call() {
    shell.write("other.lua", "bk.export(bk.image(bk.target .. ':' .. bk.arg('V')))");
    passes(
        """
        local options = { target = "t", platform = "linux/arm64", args = { V = 1 } }
        assert.has_op(testing.build("other.lua", options), { identifier = "t:1", platform = "linux/arm64" })
        """);
  }

  @Test
  void a_state_is_told_of_as_if_it_were_exported() {
    passes(
        """
        local graph = testing.graph(bk.image("alpine"):with_user("u"):run("make"))
        assert.equal("make", graph.exported.command)
        assert.equal("u", graph.config.user)
        assert.is_nil(testing.graph(bk.scratch()).exported)
        """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "testing.build('no.lua') | testing.build: ./no.lua: there is no such file",
        "testing.build('/etc/passwd') | testing.build: /etc/passwd: the path must be relative",
        "testing.build('../x.txt') | testing.build: ../x.txt: the name of a script must end in"
            + " .lua",
        "testing.build() | testing.build: needs the path of a script",
        "testing.build('build.lua', 1) | testing.build: the options must be a table",
        "testing.build('build.lua', { arg = {} }) | testing.build: unknown option 'arg' (did you"
            + " mean 'args'?)",
        "testing.build('build.lua', { args = { A = {} } }) | testing.build: the argument 'A' must"
            + " be",
        "testing.build('build.lua', { platform = 'x/y/z/w' }) | testing.build: option 'platform': ",
        "testing.graph(1) | testing.graph: must be given a state",
        "return build.opps | a build has no field \"opps\" (did you mean 'ops'?)",
        "return build.config.expose | the configuration has no field \"expose\" (it is called"
            + " 'ports')",
        "return build.ops[1].arguments | an operation has no field \"arguments\" (it is called"
            + " 'args')",
        "return build.ops[3].mounts[1].path | a mount has no field \"path\" (it is called"
            + " 'target')",
        "build:find({ comand = 'x' }) | an operation has no field \"comand\" (did you mean"
            + " 'command'?)",
        "build:find({ inputs = { { knd = 1 } } }) | an operation has no field \"knd\" (did you mean"
            + " 'kind'?)",
        "assert.no_op(build, { kind = 'exc' }) | an operation has no kind \"exc\" (did you mean"
            + " 'exec'?)",
        "assert.no_op(build, { type = 'file' }) | an operation has no type \"file\"",
        "assert.no_op(build, { mounts = { { kind = 'cach' } } }) | a mount has no kind \"cach\""
            + " (did you mean 'cache'?)",
        "assert.no_op(build, { mounts = { { path = '/go' } } }) | a mount has no field \"path\" (it"
            + " is called 'target')",
        "assert.no_op(build, { mounts = { kind = 'cache' } }) | mounts is a list, such as { { kind"
            + " = … } }, got { kind = \"cache\" }",
        "assert.no_op(build, { mounts = { { source = { knd = 1 } } } }) | an operation has no field"
            + " \"knd\"",
        "build:find('x') | build:find: the pattern must be a table",
        "build.find({ kind = 'exec' }) | build:find is called with a colon, as build:find(…)",
        "assert.is_equal(1, 1) | assert has no function \"is_equal\" (it is called 'equal')",
        "assert.are.equal(1, 1) | assert has no function \"are\" (it is called 'equal')",
        "assert.True(true) | assert has no function \"True\" (it is called 'is_true')",
        "assert.eqaul(1, 1) | assert has no function \"eqaul\" (did you mean 'equal'?)",
        "assert.fails('x') | assert.fails: must be given a function",
        "assert.has_op({}, { kind = 'x' }) | assert.has_op: must be given a build",
      })
  void a_mistake_in_a_test_is_told(String code, String message) {
    String said = fails(code);
    assertTrue(said.startsWith(message), said);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{ command = 'go', mounts = { { kind = 'cache', id = 'go' } } } | mounts = { { kind ="
            + " \"bind\"",
        "{ kind = 'exec', user = 'root' } | user = \"builder\"",
        "{ env = { CGO_ENABLED = '1' } } | env = { CGO_ENABLED = \"0\"",
        "{ kind = 'copy', owner = 'root' } | owner = nil",
      })
  void an_operation_that_nearly_fits_is_shown_with_what_does_not(String pattern, String shown) {
    String said = fails("assert.has_op(build, " + pattern + ")");
    assertTrue(said.contains("\n          " + shown), said);
    assertEquals(1, said.lines().filter(line -> line.startsWith("          ")).count(), said);
  }

  @Test
  void an_operation_that_fits_in_nothing_is_only_named() {
    for (String pattern : List.of("{ command = 'make' }", "{ user = 'x', cwd = '/' }")) {
      String said = fails("assert.has_op(build, " + pattern + ")");
      assertTrue(said.contains("run go build"), said);
      assertTrue(said.lines().noneMatch(line -> line.startsWith("          ")), said);
    }
  }

  // ---- finding

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{ kind = 'exec' } | 1",
        "{ kind = 'file' } | 2",
        "{ kind = 'copy' } | 1",
        "{ type = 'copy' } | 1",
        "{ command = 'go build' } | 1",
        "{ command = 'go  build' } | 0",
        "{ cwd = '/sr' } | 0",
        "{ cwd = '/src', user = 'builder' } | 1",
        "{ cwd = '/src', user = 'root' } | 0",
        "{ env = { CGO_ENABLED = 0 } } | 1",
        "{ env = { CGO_ENABLED = '1' } } | 0",
        "{ args = { '-c' } } | 1",
        "{ include = { 'b', 'a' } } | 1",
        "{ include = { 'a', 'c' } } | 0",
        "{ mounts = { { kind = 'cache' }, { id = 'token' } } } | 1",
        "{ mounts = { { kind = 'cache', id = 'token' } } } | 0",
        "{ mounts = { { source = { type = 'local' } } } } | 1",
        "{ inputs = { { kind = 'image' } } } | 1",
        "{ inputs = {} } | 2",
        "{ kind = 'file', include = {} } | 1",
        "{ follow_symlink = false } | 5",
        "{ create_dest_path = true } | 1",
        "{ size = 2 } | 1",
        "{ command = function(c) return c and #c > 3 end } | 1",
        "{ data = '1' } | 1",
      })
  void operations_are_found_by_what_they_say(String pattern, int count) {
    passes("assert.equal(" + count + ", #build:find_all(" + pattern + "))");
    String assertion = count == 0 ? "no_op" : "has_op";
    passes("assert." + assertion + "(build, " + pattern + ")");
  }

  @Test
  void an_operation_knows_what_it_needs() {
    passes(
        """
        assert.equal("image", build.exported:needs({ kind = "source", identifier = "golang" }).type)
        assert.is_nil(build.ops[1]:needs({ kind = "exec" }))
        assert.is_nil(build.exported:needs({ type = "mkfile" }))
        """);
  }

  // ---- assertions

  @Test
  void what_is_so_passes() {
    passes(
        """
        local t = {}
        t.t = t
        local u = { t = {} }
        u.t.t = u
        assert.equal(t, t)
        assert.equals("a", "a")
        assert.not_equal({}, {})
        assert.same(t, u)
        assert.same({ a = { 1, { 2 } } }, { a = { 1, { 2 } } })
        assert.not_same({ 1 }, { 1, 2 })
        assert.same({ 0 / 0 }, { 0 / 0 })
        assert.is_true(true)
        assert.is_false(false)
        assert.is_nil(nil)
        assert.equal(1, assert.not_nil(1))
        assert.equal("x", assert.fails(function() error("x", 0) end))
        assert.fails(function() error("a-b (c)") end, "a-b (c)")
        assert.error(function() error("abc") end, "^a_test.lua:%d+: a.c$")
        assert.match("^a+$", "aaa")
        assert.matches("b", "abc")
        assert.contains("a.c", "xa.cx")
        assert.contains({ 1 }, { 0, { 1 } })
        """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "assert.equal({}, {}) | the values are not equal (assert.same compares what is in them)",
        "assert.equal(1, 2, 'why') | assert.equal: why",
        "assert.not_equal(1, 1) | both: 1",
        "assert.same({ a = { 1, 2 } }, { a = { 1 } }) | the values differ at .a[2]",
        "assert.same({}, { ['x y'] = 1 }) | the values differ at [\"x y\"]",
        "assert.same({ 1 }, { 1, 2 }) | actual:   2",
        "assert.not_same({ 1 }, { 1 }) | both: { 1 }",
        "assert.is_true(1) | actual:   1",
        "assert.is_false(nil) | actual:   nil",
        "assert.is_nil('a\\nb') | actual:   \"a\\nb\"",
        "assert.not_nil(nil) | the value is nil",
        "assert.fails(function() end) | the function ended without an error",
        "assert.fails(function() error('x') end, 'y') | expected: \"y\"",
        "assert.match('^b', 'abc') | pattern: \"^b\"",
        "assert.match('a', nil) | actual:  nil",
        "assert.contains('d', 'abc') | expected: \"d\"",
        "assert.contains(3, { 1, 2 }) | in:       { 1, 2 }",
        "assert.contains({ 1 }, 1) | needs a list or a string as its second argument",
        "assert.has_op(build, { kind = 'exec', command = 'go test' }) | op3 run go build -o /x"
            + " (build.lua:4)",
        "assert.no_op(build, { kind = 'copy' }) | there is: op4 copy /x /y (build.lua:",
      })
  void what_is_not_so_fails_and_says_why(String code, String message) {
    String said = fails(code);
    assertTrue(said.contains(message), said);
  }

  @Test
  void an_assertion_in_a_function_is_shown_where_it_is_with_its_caller() {
    String out =
        report(
            "local function check(x)\n  assert.is_true(x)\nend\n"
                + "it('t', function()\n  check(false)\n  return 1\nend)");
    assertTrue(out.contains("./a_test.lua:2: assert.is_true"), out);
    assertTrue(out.contains("in function 'check' (./a_test.lua:2)"), out);
    assertTrue(out.contains("(./a_test.lua:5)"), out);
    assertTrue(!out.contains("builtin"), out);
  }

  @Test
  void deep_and_large_values_are_compared_and_shown_in_short() {
    String said =
        fails(
            "local a, b = {}, {} for i = 1, 5000 do a = { a } b = { b } end a = { a, 1 } b = { b, 2"
                + " } assert.same({ [1] = ('x'):rep(1e6), a }, { [1] = ('x'):rep(1e6) .. 'y', b"
                + " })");
    assertTrue(said.length() < 2000, () -> "" + said.length());
  }

  @Test
  void of_long_texts_it_is_shown_where_they_differ() {
    String said = fails("assert.equal(('é'):rep(500) .. 'ab', ('é'):rep(500) .. 'b')");
    String lead = "é".repeat(20);
    assertTrue(said.startsWith("assert.equal: the values are not equal from byte 1001 on\n"), said);
    assertTrue(said.contains("expected: … \"" + lead + "ab\" (1002 bytes)\n"), said);
    assertTrue(said.contains("actual:   … \"" + lead + "b\" (1001 bytes)\n"), said);
    said = fails("assert.same({ a = ('x'):rep(3000) }, { a = ('x'):rep(4000) })");
    assertTrue(said.startsWith("assert.same: the values differ at .a from byte 3001 on\n"), said);
  }

  // ---- types for editors

  private static Set<String> all(String pattern, String text) {
    Set<String> found = new TreeSet<>();
    Pattern.compile(pattern).matcher(text).results().forEach(match -> found.add(match.group(1)));
    return found;
  }

  /** The names in the set of known names that a metatable is made with. */
  private static Set<String> fields(String library, String what) {
    String start =
        what.equals("OP_FIELDS") ? "OP_FIELDS = set(" : "strict(\\s*\"" + what + "\",\\s*set(";
    String pattern = start.replace("(", "\\(") + "(?:\\[\\[|\")(.*?)(?:\\]\\]|\")\\)";
    var match = Pattern.compile(pattern, Pattern.DOTALL).matcher(library);
    assertTrue(match.find(), what);
    return new TreeSet<>(List.of(match.group(1).strip().split("\\s+")));
  }

  @Test
  void editors_know_all_of_it() throws IOException {
    Path resource = Guide.ROOT.resolve("llb/src/main/resources/dev/luakit/llb/testing/testing.lua");
    String library = Files.readString(resource);
    String types = Files.readString(Guide.ROOT.resolve("types/testing.lua"));
    Set<String> asserts = all("(?m)^function asserts\\.(\\w+)\\(", library);
    asserts.addAll(all("(?m)^asserts\\.(\\w+) = ", library));
    assertEquals(asserts, all("(?m)^function assert\\.(\\w+)\\(", types));
    assertEquals(
        Set.of("describe", "it", "before_each", "after_each"),
        all("(?m)^function (\\w+)\\(", types));
    assertEquals(Set.of("build", "graph"), all("(?m)^function testing\\.(\\w+)\\(", types));
    assertEquals(
        all("(?m)^function (build:\\w+|op:\\w+)\\(", library),
        all("(?m)^function (\\w+:\\w+)\\(", types));
    assertEquals(fields(library, "a build"), typed(types, "Build"));
    assertEquals(fields(library, "OP_FIELDS"), typed(types, "Op"));
    assertEquals(fields(library, "a mount"), typed(types, "Mount"));
    assertEquals(fields(library, "the configuration"), typed(types, "Config"));
    assertEquals(Set.of("args", "target", "platform"), typed(types, "BuildOptions"));
  }

  /** The fields of a class of the types. */
  private static Set<String> typed(String types, String name) {
    String head = name.equals("BuildOptions") ? "---@class (exact) testing." : "---@class testing.";
    String part = types.substring(types.indexOf(head + name + "\n"));
    return all("(?m)^---@field (\\w+)", part.split("\n(?!---@)", 2)[0]);
  }
}
