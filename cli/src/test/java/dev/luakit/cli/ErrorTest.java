package dev.luakit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How luakit says what is wrong with a script. */
class ErrorTest {
  private static final String HINT = "hint: to let it run on: --max-instructions COUNT\n";

  private Shell shell;

  @BeforeEach
  void folder(@TempDir Path folder) {
    shell = new Shell(folder);
  }

  private void fails(int code, String expected, String script, String... options) {
    shell.write("build.lua", script);
    String[] args = new String[options.length + 2];
    args[0] = "build";
    System.arraycopy(options, 0, args, 1, options.length);
    args[args.length - 1] = "./build.lua";
    Shell.Result result = shell.run(args);
    assertEquals(expected, result.err());
    assertEquals(0, result.bytes().length);
    assertEquals(code, result.code());
  }

  @Test
  void an_error_shows_its_line_with_a_caret() {
    fails(
        1,
        """
        error: ./build.lua:2: attempt to index local 'x' (a nil value)
          2 | local y = x.foo
            |             ^
        hint: 'x' is declared without a value
          1 | local x
            |       ^
        """,
        """
        local x
        local y = x.foo
        """);
  }

  @Test
  void an_error_in_a_function_shows_who_called_it() {
    fails(
        1,
        """
        error: ./build.lua:2: attempt to index local 't' (a number value)
          2 |     return t.x
            |              ^
          in function 'inner' (./build.lua:2)
          in function 'outer' (./build.lua:5)
          in main chunk (./build.lua:8)
        """,
        """
        local function inner(t)
            return t.x
        end
        local function outer(t)
            local result = inner(t)
            return result
        end
        outer(7)
        """);
  }

  @Test
  void an_error_in_a_module_shows_the_module_s_line() {
    shell.write(
        "libs/go.lua", "local M = {}\nfunction M.f()\n  error('no compiler')\nend\nreturn M");
    fails(
        1,
        """
        error: ./libs/go.lua:3: no compiler
          3 |   error('no compiler')
            |   ^
          in function 'f' (./libs/go.lua:3)
          in main chunk (./build.lua:1)
        """,
        "require('libs.go').f()");
  }

  @Test
  void long_stacks_show_both_ends() {
    shell.write(
        "build.lua", "local function f(n) if n == 0 then error('deep') end f(n - 1) end f(50)");
    String err = shell.run("build", "./build.lua").err();
    assertTrue(err.contains("\n  … (32 more calls)\n"), err);
    assertTrue(err.endsWith("\n  in main chunk (./build.lua:1)\n"), err);
  }

  @Test
  void the_caret_stands_right_behind_tabs_and_letters_of_any_width() {
    fails(
        1,
        """
        error: ./build.lua:1: attempt to index global 'nothing' (a nil value)
          1 |     local s = "ü 日本 é"; local x = nothing.x
            |                                             ^
        hint: nothing in the script gives 'nothing' a value
        """,
        "\tlocal s = \"ü 日本 é\"; local x = nothing.x");
  }

  @Test
  void a_long_line_is_cut_around_the_caret() {
    String before = "x = 1; ".repeat(100);
    fails(
        1,
        "error: ./build.lua:1: attempt to index global 'nothing' (a nil value)\n"
            + "  1 | …"
            + before.substring(before.length() - 60)
            + "y = nothing.x"
            + " z = 1;".repeat(5)
            + " z =…\n"
            + "    | "
            + " ".repeat(1 + 72)
            + "^\n"
            + "hint: nothing in the script gives 'nothing' a value\n",
        before + "y = nothing.x" + " z = 1;".repeat(100));
  }

  @Test
  void escape_sequences_are_shown_and_not_sent() {
    fails(
        1,
        """
        error: ./build.lua:1: \\x1B[2J\\r\\n\\x9B1m\\u{202E}\\0x
          1 | error("\\27[2J\\r\\n\\194\\1551m\\226\\128\\174" .. [[\\0]] .. "\\x1Bx")
            | ^
        """
            .replace("\\0x\n", "\\0\\x1Bx\n"),
        "error(\"\\27[2J\\r\\n\\194\\1551m\\226\\128\\174\" .. [[\\0]] .. \"\033x\")");
  }

  @Test
  void a_message_of_any_length_is_one_line() {
    shell.write("build.lua", "error(('x'):rep(1e6))");
    String err = shell.run("build", "./build.lua").err();
    assertTrue(err.length() < 2200, err);
    assertTrue(err.contains("xxx… (998000 more characters)\n"), err);
  }

  @Test
  void an_error_of_the_script_as_a_whole_has_no_line() {
    fails(
        1,
        """
        error: ./build.lua: the script never calls bk.export, so there is nothing to build; \
        end it with bk.export(state)
        """,
        "local x = 1");
  }

  @Test
  void a_script_that_is_not_lua_shows_where_it_stops_to_be() {
    shell.write("build.lua", "local x = = 1");
    Shell.Result result = shell.run("validate", "./build.lua");
    assertEquals(1, result.code());
    assertEquals(
        """
        error: ./build.lua:1: unexpected symbol near '='
          1 | local x = = 1
            |           ^
        hint: == is written without a space; one = assigns
        """,
        result.err());
  }

  @Test
  void a_limit_that_is_reached_has_an_exit_code_of_its_own() {
    fails(
        3,
        """
        error: ./build.lua:1: the script ran more than 100000 instructions
          1 | while true do end
            | ^
        """
            + HINT,
        "while true do end",
        "--max-instructions=100k");
  }

  @Test
  @Tag(Binary.JVM)
  void an_interrupted_evaluation_has_the_shell_s_exit_code() {
    shell.write("build.lua", "while true do end");
    Thread.currentThread().interrupt();
    Shell.Result result = shell.run("build", "./build.lua");
    Thread.interrupted(); // Not for the tests that come after this one.
    assertEquals(130, result.code());
    assertEquals("error: ./build.lua:1: interrupted", result.err().lines().findFirst().get());
  }

  @Test
  void nobody_ever_sees_a_stack_trace_of_java() {
    shell.write("build.lua", "bk.export(bk.scratch())");
    OutputStream faulty =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IllegalStateException("a bug");
          }
        };
    Shell.Result result = shell.runTo(faulty, null, "validate", "./build.lua");
    assertEquals(70, result.code());
    assertTrue(
        result
            .err()
            .startsWith("error: internal error: java.lang.IllegalStateException: a bug at "),
        result.err());
    assertTrue(result.err().endsWith(": please report it\n"), result.err());
    assertFalse(result.err().contains("\tat "), result.err());
    assertEquals(2, result.err().lines().count());
  }

  @Test
  void memory_that_java_has_not_is_a_limit_too() {
    shell.write("build.lua", "bk.export(bk.scratch())");
    OutputStream greedy =
        new OutputStream() {
          @Override
          public void write(int b) {
            throw new OutOfMemoryError("Java heap space");
          }
        };
    Shell.Result result = shell.runTo(greedy, null, "validate", "./build.lua");
    assertEquals(3, result.code());
    assertEquals(
        """
        error: Java's memory is used up
        hint: give Java more with JDK_JAVA_OPTIONS=-Xmx2g, or the script less with --max-memory
        """,
        result.err());
  }
}
