package dev.luakit.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code luakit eval}: plain Lua in the sandbox. */
class EvalTest {
  private static final String HINT = "hint: to let it run on: --max-instructions COUNT\n";

  private Shell shell;

  @BeforeEach
  void folder(@TempDir Path folder) {
    shell = new Shell(folder);
  }

  /** Runs luakit, which must print this and say no more. */
  private void prints(String expected, String... args) {
    Shell.Result result = shell.run(args);
    assertEquals("", result.err());
    assertEquals(expected, result.out());
    assertEquals(0, result.code());
  }

  private void fails(int code, String out, String err, String... args) {
    Shell.Result result = shell.run(args);
    assertEquals(err, result.err());
    assertEquals(out, result.out());
    assertEquals(code, result.code());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  // ---- scripts

  @Test
  void a_script_is_run_and_what_it_prints_goes_to_standard_output() {
    shell.write("a.lua", "print('grün', 1, nil) print() return 7");
    prints("grün\t1\tnil\n\n", "eval", "./a.lua");
  }

  @Test
  void there_is_nothing_of_buildkit() {
    prints("nil\tLua 5.1\n", "eval", "-e", "print(bk, _VERSION)");
  }

  @Test
  void every_byte_is_printed_as_it_is() {
    shell.write(
        "bytes.lua",
        "local t = {} for i = 0, 255 do t[i + 1] = string.char(i) end" + " print(table.concat(t))");
    byte[] expected = new byte[257];
    for (int i = 0; i < 256; i++) {
      expected[i] = (byte) i;
    }
    expected[256] = '\n';
    assertArrayEquals(expected, shell.run("eval", "./bytes.lua").bytes());
  }

  @Test
  void a_first_line_with_a_hash_is_skipped() {
    shell.write("tool.lua", "#!/usr/bin/env -S luakit eval\nprint('ran') error('here')");
    fails(
        1,
        "ran\n",
        """
        error: ./tool.lua:2: here
          2 | print('ran') error('here')
            |              ^
        """,
        "eval",
        "./tool.lua");
    assertEquals("1\n", shell.runOn(bytes("#!x\nprint(1)"), "eval", "-").out());
  }

  @Test
  void modules_are_found_beside_the_script() {
    shell.write("work/main.lua", "print(require('libs.m').name)");
    shell.write("work/libs/m.lua", "return { name = ... }");
    prints("libs.m\n", "eval", "./work/main.lua");
  }

  @Test
  void nothing_else_is_read() {
    fails(
        1,
        "",
        """
        error: (command line):1: io.open is not available in build scripts (sandboxed)
          1 | local f = io.open('/etc/passwd')
            |              ^
        hint: a build script can't read files: copy them into the build from bk.local_("context"), \
        or hand a value in with --build-arg NAME=value, for bk.arg("NAME")
        """,
        "eval",
        "-e",
        "local f = io.open('/etc/passwd')");
  }

  // ---- arguments

  @Test
  void what_stands_behind_the_script_is_the_script_s() {
    shell.write("args.lua", "print(#arg, arg[-1]) print(...) print(unpack(arg))");
    String[] args = {
      "eval", "./args.lua", "a b", "-e", "--stats", "--", "", "@x", "-", "--help", "grün"
    };
    String line = "a b\t-e\t--stats\t--\t\t@x\t-\t--help\tgrün\n";
    prints("9\tnil\n" + line + line, args);
  }

  @Test
  void two_dashes_end_the_options_too() {
    shell.write("args.lua", "print(...)");
    prints("--\t-e\n", "eval", "--", "./args.lua", "--", "-e");
  }

  @Test
  void the_name_of_the_script_is_argument_zero() {
    shell.write("name.lua", "print(arg[0] == ..., #arg)");
    prints("true\t1\n", "eval", "./name.lua", "./name.lua");
    assertEquals("-\tx\n", shell.runOn(bytes("print(arg[0], arg[1])"), "eval", "-", "x").out());
  }

  @Test
  void os_getenv_gives_the_build_arguments_and_nothing_else() {
    shell.write("env.lua", "print(os.getenv('Ö'), os.getenv('B'), os.getenv('PATH'))");
    prints("nil\tnil\tnil\n", "eval", "./env.lua");
    prints("ü\tb=c\tnil\n", "eval", "--build-arg", "Ö=ü", "--frontend-arg=B=b=c", "./env.lua");
  }

  @Test
  void the_time_is_that_of_a_build() {
    String[] args = {"eval", "-e", "print(os.time(), os.clock(), os.getenv('SOURCE_DATE_EPOCH'))"};
    prints("0\t0\tnil\n", args);
    assertEquals("1700000000\t0\tnil\n", shell.runIn("1700000000", args).out());
  }

  // ---- code and standard input

  @Test
  void code_may_stand_for_the_script() {
    prints("42\n", "eval", "-e", "print(6 * 7)");
    prints("42\n", "eval", "-eprint(6 * 7)");
  }

  @Test
  void several_pieces_of_code_run_in_order_before_the_script() {
    shell.write("a.lua", "print(x, ...)");
    prints(
        "nil\n12\ta\n", "eval", "-e", "x = 1 print(arg, ...)", "-e", "x = x .. 2", "./a.lua", "a");
  }

  @Test
  void code_may_look_like_an_option() {
    prints("1\n", "eval", "-e", "-- a comment", "-e", "--stats", "-e", "print(1)");
  }

  @Test
  void a_script_may_come_from_standard_input() {
    Shell.Result result = shell.runOn(bytes("print('grün', ...)"), "eval", "-", "-x");
    assertEquals("grün\t-x\n", result.out());
    assertEquals(0, result.code());
  }

  @Test
  void code_goes_before_standard_input_too() {
    assertEquals("1\n", shell.runOn(bytes("print(x)"), "eval", "-e", "x = 1", "-").out());
  }

  // ---- errors

  @Test
  void an_error_comes_behind_what_was_printed_before() {
    shell.write("libs/go.lua", "local M = {}\nfunction M.f(x)\n  return x.y\nend\nreturn M");
    shell.write("main.lua", "print('begins')\nlocal r = require('libs.go').f()\nprint('never')");
    fails(
        1,
        "begins\n",
        """
        error: ./libs/go.lua:3: attempt to index local 'x' (a nil value)
          3 |   return x.y
            |            ^
          in function 'f' (./libs/go.lua:3)
          in main chunk (./main.lua:2)
        hint: 'x' is a parameter, and the call gives it no value
        """,
        "eval",
        "./main.lua");
  }

  @Test
  void an_error_in_code_shows_the_code() {
    fails(
        1,
        "",
        """
        error: (command line):2: attempt to call global 'nothing' (a nil value)
          2 |   nothing()
            |   ^
        hint: nothing in the script gives 'nothing' a value
        """,
        "eval",
        "-e",
        "local x = 1\n  nothing()");
    fails(
        1,
        "",
        """
        error: (command line):1: unexpected symbol near '#'
          1 | # no comment
            | ^
        """,
        "eval",
        "-e",
        "# no comment");
  }

  @Test
  void an_error_in_one_piece_of_code_does_not_show_another() {
    fails(
        1,
        "",
        """
        error: (command line):1: first
          in function 'f' ((command line):1)
          in main chunk ((command line):1)
        """,
        "eval",
        "-e",
        "function f() error('first') end",
        "-e",
        "local second = f()");
  }

  @Test
  void an_error_in_standard_input_shows_its_line() {
    Shell.Result result = shell.runOn(bytes("\nlocal x = = 1"), "eval", "-");
    assertEquals(
        """
        error: stdin:2: unexpected symbol near '='
          2 | local x = = 1
            |           ^
        hint: == is written without a space; one = assigns
        """,
        result.err());
    assertEquals(1, result.code());
  }

  @Test
  void scripts_see_themselves_called_as_they_were_called() {
    shell.write("a.lua", "print(select(2, pcall(function() error('x') end)) == arg[0] .. ':1: x')");
    prints("true\n", "eval", "./a.lua");
  }

  @Test
  void an_error_that_is_no_text_tells_its_type() {
    fails(
        1,
        "",
        """
        error: (command line):1: (error object is a table value)
          1 | error({})
            | ^
        hint: error was given a table: give it a text, as in error("what is wrong")
        """,
        "eval",
        "-e",
        "error({})");
  }

  @Test
  void code_that_the_script_loads_is_placed_once() {
    Shell.Result result = shell.run("eval", "-e", "loadstring('error(\"x\")', '=made')()");
    assertEquals("error: made:1: x", result.err().lines().findFirst().get());
  }

  // ---- limits

  @Test
  void a_limit_ends_the_script_with_a_code_of_its_own() {
    fails(
        3,
        "begins\n",
        """
        error: (command line):2: the script ran more than 100000 instructions
          2 | while true do end
            | ^
        """
            + HINT,
        "eval",
        "--max-instructions=100k",
        "-e",
        "print('begins')\nwhile true do end");
  }

  @Test
  void memory_and_time_are_limited_too() {
    Shell.Result result = shell.run("eval", "--max-memory", "1m", "-e", "x = ('x'):rep(2^21)");
    assertEquals(3, result.code());
    assertTrue(result.err().contains("used more than 1048576 bytes of memory"), result.err());
    result = shell.run("eval", "--timeout=100ms", "-e", "while true do end");
    assertEquals(3, result.code());
    assertTrue(result.err().contains("ran for more than 100 ms"), result.err());
  }

  @Test
  void code_and_script_share_one_limit() {
    shell.write("loop.lua", "for i = 1, 60000 do end");
    String[] args = {
      "eval", "--max-instructions=100k", "-e", "for i = 1, 60000 do end", "./loop.lua"
    };
    assertEquals(3, shell.run(args).code());
    assertEquals(0, shell.run("eval", "--max-instructions=100k", "./loop.lua").code());
  }

  @Test
  void a_limit_may_be_too_small_even_for_the_library() {
    fails(
        3,
        "",
        "error: (command line): the script used more than 1024 bytes of memory\n"
            + "hint: to give it more: --max-memory BYTES\n",
        "eval",
        "--max-memory=1k",
        "-e",
        "x = 1");
  }

  @Test
  @Tag(Binary.JVM)
  void an_interrupted_script_has_the_shell_s_exit_code() {
    Thread.currentThread().interrupt();
    Shell.Result result = shell.run("eval", "-e", "while true do end");
    Thread.interrupted(); // Not for the tests that come after this one.
    assertEquals(130, result.code());
  }

  // ---- statistics

  @Test
  void statistics_are_one_line_that_is_the_same_in_each_run() {
    String[] args = {"eval", "--stats", "-e", "t = {} for i = 1, 1000 do t[i] = 'x' .. i end"};
    String line = shell.run(args).err();
    assertTrue(
        line.matches("stats: instructions=\\d{4} memory-used=\\d{5,} memory-allocated=\\d{5,}\n"),
        line);
    assertEquals(line, shell.run(args).err());
  }

  @Test
  void statistics_are_there_for_a_script_that_fails_too() {
    Shell.Result result = shell.run("eval", "--stats", "-e", "print(1) error('x')");
    assertTrue(result.err().matches("(?s)stats: [^\n]*\nerror: .*"), result.err());
    result = shell.run("eval", "--stats", "--max-instructions=5k", "-e", "while true do end");
    assertTrue(result.err().startsWith("stats: instructions=500"), result.err());
    assertEquals(3, result.code());
  }

  // ---- the command line

  @Test
  void a_script_or_code_is_needed() {
    String expected =
        """
        error: no script is named, and no code is given
        hint: name one: luakit eval SCRIPT, or give code: luakit eval -e CODE
        """;
    fails(2, "", expected, "eval");
    fails(2, "", expected, "eval", "--stats");
  }

  @Test
  void the_script_must_be_there_before_any_code_runs() {
    fails(
        2,
        "",
        """
        error: cannot read ./nope.lua: no such file
        hint: no script is there; luakit init writes a build.lua to begin with
        """,
        "eval",
        "-e",
        "print(1)",
        "./nope.lua");
  }

  @Test
  void options_are_checked_as_those_of_the_other_commands() {
    fails(
        2,
        "",
        "error: unknown option '--stat' (did you mean '--stats'?)\n"
            + "hint: see luakit eval --help\n",
        "eval",
        "--stat",
        "-e",
        "x = 1");
    fails(2, "", "error: -e needs a value: CODE\nhint: see luakit eval --help\n", "eval", "-e");
    fails(
        2,
        "",
        "error: --timeout: '--stats' is not a duration, such as 30s, 2m or 500ms\n",
        "eval",
        "--timeout",
        "--stats",
        "-e",
        "x = 1");
    fails(
        2,
        "",
        "error: --build-arg =x has no name before the '='\n",
        "eval",
        "--build-arg",
        "=x",
        "-e",
        "x = 1");
    fails(
        2,
        "",
        "error: unknown option '--platform'\nhint: see luakit eval --help\n",
        "eval",
        "--platform=linux/amd64",
        "-e",
        "x = 1");
  }
}
