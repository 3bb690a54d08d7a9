package dev.luakit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** {@code luakit test} runs files of tests, and reports on them. */
class TestCommandTest {
  private static final String PASSES = "it('passes', function() end)\n";
  private static final String LOOPS = "it('loops', function() while true do end end)\n";

  @TempDir private Path folder;
  private Shell shell;

  @BeforeEach
  void shell() {
    shell = new Shell(folder);
  }

  /** What is written to standard output, with files as the tests call them. */
  private String out(Shell.Result result) {
    return result.out().replace(folder + "/", "./").replace(folder.toString(), ".");
  }

  private Shell.Result run(int code, String... args) {
    Shell.Result result = shell.run(args);
    assertEquals(code, result.code(), result.out() + result.err());
    return result;
  }

  @Test
  void a_line_for_each_test_and_one_for_all() {
    shell.write("a_test.lua", PASSES + "describe('a group', function() " + PASSES + " end)");
    assertEquals(
        """
        ./a_test.lua
          ok   passes
          ok   a group > passes

        2 passed in 1 file
        """,
        out(run(0, "test", "./a_test.lua")));
  }

  @Test
  void a_failure_shows_the_line_what_was_expected_and_what_there_was() {
    shell.write("a_test.lua", PASSES + "it('fails', function()\n  assert.equal('a', 'b')\nend)\n");
    Shell.Result result = run(1, "test", "./a_test.lua");
    assertEquals(
        """
        ./a_test.lua
          ok   passes
          FAIL fails
            ./a_test.lua:3: assert.equal: the values are not equal
              3 |   assert.equal('a', 'b')
                |          ^
              expected: "a"
              actual:   "b"

        1 passed, 1 failed in 1 file
        """,
        out(result));
    assertEquals("", result.err());
  }

  @Test
  void an_error_in_the_script_under_test_is_shown_in_the_script_too() {
    shell.write("build.lua", "local version = 1\nbk.image(version)");
    shell.write("a_test.lua", "it('builds', function() testing.build('build.lua') end)");
    String out = out(run(1, "test", "./a_test.lua"));
    assertTrue(out.contains("    ./a_test.lua:1: testing.build: ./build.lua:2: bk.image: "), out);
    assertTrue(out.contains("\n    ./build.lua:2: bk.image: "), out);
    assertTrue(out.contains("      2 | bk.image(version)\n"), out);
  }

  @Test
  void a_link_to_what_is_no_script_is_not_read_as_one() throws IOException {
    shell.write("secret", "password: 1");
    Files.createSymbolicLink(shell.path("build.lua"), Path.of("secret"));
    shell.write("a_test.lua", "it('builds', function() testing.build('build.lua') end)");
    String out = out(run(1, "test", "./a_test.lua"));
    assertTrue(out.contains("testing.build: ./build.lua: it is a link to no script"), out);
    assertFalse(out.contains("password"), out);
  }

  @Test
  void files_in_directories_are_found_by_their_names_and_run_in_order() {
    shell.write("d/b_test.lua", PASSES);
    shell.write("d/a/z_test.lua", PASSES);
    shell.write("d/build.lua", "error('no test')");
    shell.write("d/.hidden/c_test.lua", "error('hidden')");
    shell.write("other.lua", PASSES);
    String out = out(run(0, "test", "./other.lua", "./d", "./d/b_test.lua"));
    assertEquals(
        "./other.lua ./d/a/z_test.lua ./d/b_test.lua",
        String.join(" ", out.lines().filter(line -> line.startsWith("./")).toList()));
    assertTrue(out.endsWith("\n3 passed in 3 files\n"), out);
  }

  @Test
  void the_current_directory_is_tested_where_none_is_named() throws Exception {
    shell.write("in/a_test.lua", PASSES);
    Shell in = new Shell(folder.resolve("in"));
    Shell.Result result = in.process(java.util.Map.of(), java.util.List.of(), "test");
    assertEquals("a_test.lua\n  ok   passes\n\n1 passed in 1 file\n", result.out());
    assertEquals(0, result.code());
  }

  @Test
  void a_file_that_is_no_lua_fails_and_the_others_run() {
    shell.write("a_test.lua", "it(");
    shell.write("b_test.lua", PASSES);
    shell.write("c_test.lua", "local n = nil\nreturn n.x");
    String out = out(run(1, "test", "./"));
    assertTrue(out.contains("  FAIL (the file)\n    ./a_test.lua:1: "), out);
    assertTrue(out.contains("  FAIL (the file)\n    ./c_test.lua:2: attempt to index"), out);
    assertTrue(out.endsWith("1 passed, 2 failed in 3 files\n"), out);
  }

  @Test
  void a_file_without_tests_fails() {
    shell.write("a_test.lua", "local x = 1");
    String out = out(run(1, "test", "./a_test.lua"));
    assertTrue(out.contains("the file has no test; one is it(\"...\", function() ... end)"), out);
  }

  @ParameterizedTest
  @CsvSource({"--max-instructions=100k", "--timeout=300ms"})
  void a_test_that_never_ends_ends_its_file_and_no_other(String limit) {
    shell.write("a_test.lua", PASSES + LOOPS + PASSES + PASSES);
    shell.write("b_test.lua", "while true do pcall(function() while true do end end) end");
    shell.write("c_test.lua", PASSES);
    String out = out(run(3, "test", limit, "./"));
    assertTrue(out.contains("  FAIL loops\n    ./a_test.lua:2: the script ran"), out);
    assertTrue(out.contains("\n    hint: to "), out);
    assertTrue(out.contains("\n  the file ends here: 2 tests did not run\n"), out);
    assertTrue(out.contains("  FAIL (the file)\n    ./b_test.lua:1: the script ran"), out);
    assertTrue(out.contains("./c_test.lua\n  ok   passes\n"), out);
    assertTrue(out.endsWith("2 passed, 2 failed, 2 not run in 3 files\n"), out);
  }

  @ParameterizedTest
  @CsvSource({"--max-instructions=100k", "--timeout=300ms", "--max-ops=10", "--max-memory=4m"})
  void no_test_goes_on_when_a_build_script_reaches_a_limit(String limit) {
    shell.write(
        "build.lua",
        "local s = bk.scratch() local t = {}\n"
            + "while true do s = s:mkdir('/x'); t[#t + 1] = s end");
    shell.write(
        "a_test.lua",
        "it('tries', function()\n"
            + "  while true do pcall(testing.build, 'build.lua') end\n"
            + "end)\n"
            + PASSES);
    String out = out(run(3, "test", limit, "./a_test.lua"));
    assertTrue(out.contains("  FAIL tries\n    ./build.lua:2: "), out);
    assertTrue(out.contains("the file ends here: 1 test did not run"), out);
  }

  @ParameterizedTest
  @ValueSource(strings = {"error(('x'):rep(1e5) .. i)", "local function f(n) f(n + 1) end f(1)"})
  void what_is_kept_of_failures_counts_as_memory(String failure) {
    shell.write(
        "a_test.lua", "for i = 1, 1000 do it('t' .. i, function() " + failure + " end) end");
    String out = out(run(3, "test", "--max-memory=8m", "--max-call-depth=2k", "./a_test.lua"));
    assertTrue(out.contains("the script used more than 8388608 bytes of memory"), out);
  }

  @Test
  void builds_without_end_take_no_more_than_the_time_of_their_file() {
    shell.write("build.lua", "bk.export(bk.scratch())");
    shell.write(
        "a_test.lua", "it('builds', function() while true do testing.build('build.lua') end end)");
    long start = System.nanoTime();
    run(3, "test", "--timeout=500ms", "./a_test.lua");
    assertTrue(System.nanoTime() - start < 5_000_000_000L);
  }

  @Test
  void only_tests_whose_names_contain_the_filter_run() {
    shell.write("a_test.lua", PASSES + "describe('cache', function() it('x', function() end) end)");
    shell.write("b_test.lua", PASSES);
    assertEquals(
        "./a_test.lua\n  ok   cache > x\n\n1 passed in 2 files\n",
        out(run(0, "test", "--filter", "cache >", "./")));
  }

  @Test
  void a_filter_that_no_test_fits_is_a_mistake() {
    shell.write("a_test.lua", PASSES);
    assertEquals(
        "error: no test has a name that contains 'cahe'\n"
            + "hint: a test's name is that of its groups and its own, as in: image > has no"
            + " shell\n",
        run(2, "test", "--filter", "cahe", "./a_test.lua").err());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "./empty | there is no file whose name ends in _test.lua in ",
        "./nothing | cannot read ./nothing: no such file",
        "--platform=linux/amd64,linux/arm64 ./ | test takes one --platform, not 2",
        "--build-arg=X ./ | --build-arg X has no value",
        "--junit - ./ | --junit needs the name of a file",
        "--junit ./a_test.lua ./ | the output would replace the script ./a_test.lua",
        "--timeout=soon ./ | --timeout",
        "--filer=x ./ | unknown option '--filer' (did you mean '--filter'?)",
      })
  void a_wrong_command_line_is_told(String line, String message) throws IOException {
    Files.createDirectories(folder.resolve("empty"));
    shell.write("a_test.lua", PASSES);
    Shell.Result result = run(2, ("test " + line).split(" "));
    assertTrue(result.err().contains("error: " + message), result.err());
    assertEquals("", result.out());
  }

  @Test
  void tests_print_to_standard_output_before_their_line_and_builds_to_standard_error() {
    shell.write("build.lua", "print('building') bk.export(bk.scratch())");
    shell.write(
        "a_test.lua",
        "it('prints', function() print('testing', 1) testing.build('build.lua') end)");
    Shell.Result result = run(0, "test", "./a_test.lua");
    assertEquals("./a_test.lua\ntesting\t1\n  ok   prints\n\n1 passed in 1 file\n", out(result));
    assertEquals("building\n", result.err());
  }

  @Test
  void build_arguments_and_platform_of_the_command_line_are_those_of_tests_and_builds() {
    shell.write("build.lua", "bk.export(bk.image('a:' .. bk.arg('TAG')))");
    shell.write(
        "a_test.lua",
        """
        it("has them", function()
          assert.equal("1", os.getenv("TAG"))
          local build = testing.build("build.lua")
          assert.has_op(build, { identifier = "a:1", platform = "linux/arm64" })
          assert.has_op(testing.build("build.lua", { args = { TAG = 2 } }), { identifier = "a:2" })
          assert.equal("linux/arm64", testing.graph(bk.image("b")).exported.platform)
        end)
        """);
    run(0, "test", "--build-arg", "TAG=1", "--platform", "linux/arm64", "./a_test.lua");
  }

  @Test
  void images_are_those_of_the_lock_file() {
    shell.write("build.lua", "bk.export(bk.image('alpine:3.19'))");
    shell.write("luakit.lock", "{}");
    shell.write("a_test.lua", "it('builds', function() testing.build('build.lua') end)");
    String out = out(run(1, "test", "./a_test.lua"));
    assertTrue(out.contains("luakit.lock"), out);
  }

  @Test
  void the_same_tests_give_the_same_report() {
    shell.write(
        "a_test.lua",
        "for i = 1, 20 do it('test ' .. i, function() assert(math.random() > 0.5, tostring({}))"
            + " end) end");
    String first = out(run(1, "test", "./a_test.lua"));
    assertEquals(first, out(run(1, "test", "./a_test.lua")));
  }

  @Test
  void the_report_is_coloured_where_that_is_asked_for() {
    shell.write("a_test.lua", PASSES + "it('fails', function() assert.is_nil(1) end)");
    String plain = run(1, "test", "./a_test.lua").out();
    String coloured = run(1, "test", "--color=always", "./a_test.lua").out();
    assertFalse(plain.contains("\033"), plain);
    assertTrue(coloured.contains("\033[32mok\033[0m"), coloured);
    assertTrue(coloured.contains("\033[1;31mFAIL\033[0m"), coloured);
    assertEquals(plain, coloured.replaceAll("\033\\[[0-9;]*m", ""));
  }

  @Test
  void names_and_messages_reach_no_terminal_as_they_are() {
    shell.write("a_test.lua", "it('a\\27[2Jb', function() error('c\\27]0;d\\7\\ne\\27f') end)");
    String out = run(1, "test", "./a_test.lua").out();
    assertFalse(out.contains("\033"), out);
    assertTrue(out.contains("a\\x1B[2Jb"), out);
  }

  @Test
  void a_file_of_tests_that_is_built_is_told_what_runs_it() {
    shell.write("a_test.lua", "describe('x', function() end)");
    String err = run(1, "validate", "./a_test.lua").err();
    assertTrue(err.contains("hint: describe is there in files of tests"), err);
  }

  @Test
  void a_message_without_end_is_cut() {
    shell.write(
        "a_test.lua",
        "it('fails', function() error('x\\n' .. ('y'):rep(1e5) .. ('z\\n'):rep(1e5)) end)");
    String out = run(1, "test", "./a_test.lua").out();
    assertTrue(out.length() < 10_000, () -> "" + out.length());
    assertTrue(out.contains(" more lines)\n"), out);
  }

  // ---- the report for programs

  private Document junit() throws Exception {
    byte[] xml = Files.readAllBytes(shell.path("r.xml"));
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(xml));
  }

  @Test
  void the_junit_report_has_a_suite_for_each_file_and_a_case_for_each_test() throws Exception {
    shell.write("a_test.lua", PASSES + "it('fails', function() assert.equal(1, 2) end)");
    shell.write("b_test.lua", "it(");
    run(1, "test", "--junit", "./r.xml", "./");
    Document document = junit();
    Element all = document.getDocumentElement();
    assertEquals("3 1 1", counts(all));
    assertEquals("2 1 0", counts((Element) document.getElementsByTagName("testsuite").item(0)));
    assertEquals("1 0 1", counts((Element) document.getElementsByTagName("testsuite").item(1)));
    Element second = (Element) document.getElementsByTagName("testcase").item(1);
    assertEquals("fails", second.getAttribute("name"));
    assertTrue(second.getAttribute("classname").endsWith("a_test.lua"));
    assertTrue(second.getAttribute("time").matches("\\d+\\.\\d{3}"), second.getAttribute("time"));
    Element failure = (Element) second.getElementsByTagName("failure").item(0);
    assertEquals("assert.equal: the values are not equal", failure.getAttribute("message"));
    assertTrue(failure.getTextContent().contains("  expected: 1\n  actual:   2\n"));
    assertTrue(failure.getTextContent().contains("2 | it('fails'"), failure.getTextContent());
  }

  private static String counts(Element element) {
    return element.getAttribute("tests")
        + " "
        + element.getAttribute("failures")
        + " "
        + element.getAttribute("errors");
  }

  @Test
  void the_junit_report_is_well_formed_whatever_names_and_messages_hold() throws Exception {
    shell.write(
        "a_test.lua",
        """
        local all = {}
        for byte = 0, 255 do all[#all + 1] = string.char(byte) end
        all = table.concat(all) .. ']]>&amp;<\\239\\191\\191\\237\\160\\128"'
        it("name " .. all, function() error(all .. "\\n" .. all, 0) end)
        """);
    run(1, "test", "--junit", "./r.xml", "./a_test.lua");
    Element test = (Element) junit().getElementsByTagName("testcase").item(0);
    assertTrue(test.getAttribute("name").startsWith("name \\x00\\x01"), test.getAttribute("name"));
  }

  @Test
  void the_junit_report_takes_the_place_of_the_last_one_as_a_whole() throws Exception {
    shell.write("a_test.lua", PASSES);
    shell.write("r.xml", "old");
    run(0, "test", "--junit", "./r.xml", "./a_test.lua");
    assertEquals("1 0 0", counts(junit().getDocumentElement()));
    assertEquals(2, shell.files().size());
    run(2, "test", "--junit", "./no/r.xml", "./a_test.lua");
    shell.write("r.xml", "old");
    run(2, "test", "--junit", "./r.xml", "--filter", "nothing", "./a_test.lua");
    assertEquals("old", shell.read("r.xml"));
  }

  @Test
  void the_junit_report_has_no_more_of_a_message_than_somebody_reads() throws Exception {
    shell.write("a_test.lua", "it('a', function() error(('x'):rep(1e6) .. ('\\ny'):rep(1e6)) end)");
    run(1, "test", "--junit", "./r.xml", "./a_test.lua");
    Element failure = (Element) junit().getElementsByTagName("failure").item(0);
    assertEquals(10_000, failure.getAttribute("message").length());
    assertTrue(failure.getTextContent().endsWith("y\n… (999960 more lines)\n"));
  }
}
