package dev.luakit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each limit ends a script that goes beyond it, says so, and how to raise it. */
class LimitTest {
  private Shell shell;

  @BeforeEach
  void folder(@TempDir Path folder) {
    shell = new Shell(folder);
  }

  /** The script must end at its second line, though it catches all errors that it can. */
  private void ends(String option, String script, String message, String hint) throws IOException {
    shell.write("build.lua", "local function run()\n" + script + "\nend\npcall(run)\n");
    Shell.Result result = shell.run("build", option, "-o", "./x.pb", "./build.lua");
    assertEquals(3, result.code(), result.err());
    List<String> lines = result.err().lines().toList();
    assertEquals("error: ./build.lua:2: " + message, lines.getFirst());
    assertEquals("hint: " + hint, lines.getLast());
    assertEquals(List.of("build.lua"), shell.files());
  }

  @Test
  void instructions() throws IOException {
    ends(
        "--max-instructions=100k",
        "while true do end",
        "the script ran more than 100000 instructions",
        "to let it run on: --max-instructions COUNT");
  }

  @Test
  void memory() throws IOException {
    ends(
        "--max-memory=8m",
        "local t = {} for i = 1, 1e9 do t[i] = {} end",
        "the script used more than 8388608 bytes of memory",
        "to give it more: --max-memory BYTES");
  }

  @Test
  void time() throws IOException {
    ends(
        "--timeout=100ms",
        "while true do end",
        "the script ran for more than 100 ms",
        "to give it more: --timeout TIME");
  }

  @Test
  void the_length_of_a_string() throws IOException {
    String message = "the script made a string of more than 1048576 bytes";
    String hint = "to allow longer ones: --max-string BYTES";
    ends("--max-string=1m", "local s = ('x'):rep(2^20 + 1)", message, hint);
    ends("--max-string=1m", "local s = 'x' while true do s = s .. s end", message, hint);
    ends("--max-string=1m", "return (('x'):rep(1000):gsub('x', ('y'):rep(2000)))", message, hint);
    ends("--max-string=1m", "table.concat({ ('x'):rep(2^20), 'y' })", message, hint);
    ends("--max-string=1m", "return ('%s%s'):format(('x'):rep(2^20), 'y')", message, hint);
  }

  @Test
  void the_steps_of_a_pattern() throws IOException {
    ends(
        "--max-pattern-steps=1m",
        "return (('a'):rep(40)):find(('a?'):rep(40) .. ('a'):rep(40))",
        "a pattern took more than 1000000 steps to match",
        "to allow more: --max-pattern-steps COUNT");
  }

  @Test
  void patterns_are_counted_one_call_at_a_time() {
    shell.write(
        "build.lua",
        """
        local text = ("word "):rep(1000)
        for i = 1, 100 do text:gsub("%w+", "x") end
        for word in text:rep(20):gmatch("%w+") do end
        bk.export(bk.scratch())
        """);
    assertEquals(0, shell.run("validate", "--max-pattern-steps=50k", "./build.lua").code());
  }

  @Test
  void the_size_of_a_module() throws IOException {
    shell.write("big.lua", "return [[" + "x".repeat(1000) + "]]");
    shell.write("build.lua", "require('big')");
    Shell.Result result = shell.run("validate", "--max-source=1000", "./build.lua");
    assertEquals(3, result.code());
    assertEquals(
        """
        error: ./build.lua:1: the script is larger than 1000 bytes
          1 | require('big')
            | ^
        hint: to allow it: --max-source BYTES
        """,
        result.err());
  }

  @Test
  void the_size_of_the_script() {
    shell.write("build.lua", "bk.export(bk.scratch())");
    Shell.Result result = shell.run("validate", "--max-source=10", "./build.lua");
    assertEquals(3, result.code());
    assertEquals(
        """
        error: ./build.lua: the script is larger than 10 bytes
        hint: to allow it: --max-source BYTES
        """,
        result.err());
    assertEquals(0, shell.run("validate", "--max-source=23", "./build.lua").code());
  }

  @Test
  void the_number_of_operations() throws IOException {
    ends(
        "--max-ops=1000",
        "local s = bk.scratch() while true do s = s:mkdir('/a') end",
        "the script made more than 1000 operations",
        "to allow more: --max-ops COUNT");
    shell.write(
        "build.lua", "local s = bk.scratch() for i = 1, 5 do s = s:mkdir('/a') end bk.export(s)");
    assertEquals(0, shell.run("validate", "--max-ops=5", "./build.lua").code());
    assertEquals(3, shell.run("validate", "--max-ops=4", "./build.lua").code());
  }

  @Test
  void the_size_of_the_definition() throws IOException {
    ends(
        "--max-definition=1m",
        "local s = bk.scratch() for i = 1, 9 do s = s:mkfile('/a', ('x'):rep(2e5)) end",
        "the definition is larger than 1048576 bytes",
        "to allow it: --max-definition BYTES");
  }

  @Test
  void an_operation_is_not_even_made_where_there_is_no_memory_for_it() throws IOException {
    ends(
        "--max-memory=24m",
        "bk.scratch():mkfile('/a', ('x'):rep(2^23))",
        "the script used more than 25165824 bytes of memory",
        "to give it more: --max-memory BYTES");
  }

  @Test
  void calls_within_calls_are_an_error_of_the_script() {
    shell.write("build.lua", "local function f() return 1 + f() end\nf()");
    Shell.Result result = shell.run("validate", "--max-call-depth=100", "./build.lua");
    assertEquals(1, result.code());
    assertEquals(
        "error: ./build.lua:1: stack overflow", result.err().lines().findFirst().orElseThrow());
    assertEquals(
        "hint: to allow more than 20000 calls within each other: --max-call-depth COUNT",
        result.err().lines().toList().getLast());
  }

  @Test
  void syntax_within_syntax_is_an_error_of_the_script() {
    shell.write("build.lua", "-- deep\nlocal x = " + "(".repeat(201) + 1 + ")".repeat(201));
    Shell.Result result = shell.run("validate", "./build.lua");
    assertEquals(1, result.code());
    List<String> lines = result.err().lines().toList();
    assertEquals("error: ./build.lua:2: chunk has too many syntax levels", lines.getFirst());
    assertEquals("hint: to allow more than the 200 of Lua: --max-nesting COUNT", lines.getLast());
    result = shell.run("validate", "--max-nesting=190", "./build.lua");
    lines = result.err().lines().toList();
    assertEquals("error: ./build.lua:2: chunk has more than 190 syntax levels", lines.getFirst());
    assertEquals("hint: to allow more than the 200 of Lua: --max-nesting COUNT", lines.getLast());
    result = shell.run("eval", "--max-nesting=1000", "./build.lua");
    assertEquals("", result.err());
  }

  @Test
  void each_command_that_evaluates_has_every_limit() {
    shell.write("build.lua", "bk.export(bk.scratch())");
    for (String command : List.of("build", "validate", "dag", "lock", "eval")) {
      String help = shell.run(command, "--help").out();
      for (String limit :
          List.of(
              "--timeout=",
              "--max-memory=",
              "--max-instructions=",
              "--max-call-depth=",
              "--max-string=",
              "--max-pattern-steps=",
              "--max-nesting=",
              "--max-source=",
              "--max-ops=",
              "--max-definition=")) {
        assertTrue(help.contains(limit), command + ": " + limit);
      }
    }
  }
}
