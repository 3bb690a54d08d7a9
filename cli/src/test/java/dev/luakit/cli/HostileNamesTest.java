package dev.luakit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Names that want to be obeyed, by a terminal, by Graphviz, by a browser: each character that does
 * not show is shown by its number, and markup is text.
 */
class HostileNamesTest {
  /**
   * C0, DEL, C1, one-byte CSI, directions of writing, isolates, marks, separators of lines, tags
   * beyond the first plane, and the ends of everything that it may be written in.
   */
  private static final String NASTY =
      "\33]0;x\7\r\b\177\u009b2J\u0085\u202e\u2066\u200b\ufeff\u2028\u2029\udb40\udc01\udb40\udc7f"
          + "\"'\\];evil[label=\"x</text></svg></script><script>alert(1)</script><!--]]>&lt;";

  private Shell shell;

  @BeforeEach
  void folder(@TempDir Path folder) {
    shell = new Shell(folder);
  }

  /** The string as Lua writes it, in bytes that are all visible. */
  private static String quoted(String text) {
    StringBuilder out = new StringBuilder("\"");
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      out.append('\\').append(String.format("%03d", b & 0xFF));
    }
    return out.append('"').toString();
  }

  private static void assertShown(String text) {
    text.codePoints()
        .forEach(
            c ->
                assertTrue(
                    c == '\n' || Visible.isPlain(c), () -> "U+" + Integer.toHexString(c) + text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"dot", "json", "text", "svg", "html"})
  void graphs_show_them(String format) {
    shell.write(
        "build.lua",
        """
        local nasty = %s
        local group = { id = nasty, name = nasty }
        local context = bk.local_(nasty, { include = { nasty }, follow_paths = { nasty } })
        local built = bk.image("alpine")
          :run("echo " .. nasty, { env = { NASTY = nasty }, cwd = "/" .. nasty, user = nasty,
            mounts = { bk.cache("/" .. nasty, { id = nasty }), bk.secret("/s", { id = nasty }) } })
          :with_metadata({ description = nasty, progress_group = group })
          :mkfile("/" .. nasty, nasty)
          :copy(context, nasty, "/" .. nasty)
        bk.export(built, { labels = { [nasty] = nasty }, entrypoint = { nasty }, user = nasty })
        """
            .formatted(quoted(NASTY)));
    Shell.Result result = shell.run("dag", "--format=" + format, "./build.lua");
    assertEquals("", result.err());
    assertShown(result.out());
    if (format.equals("html") || format.equals("svg")) {
      assertFalse(result.out().contains("<script>alert"), result.out());
      assertFalse(result.out().contains("]]>"), result.out());
    }
    if (format.equals("dot")) {
      assertFalse(result.out().contains("\n];evil"), result.out());
      assertFalse(result.out().matches("(?s).*[^\\\\]\"\\];evil.*"), result.out());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"build", "validate", "dag", "eval"})
  void errors_show_them(String command) {
    for (String script :
        new String[] {
          "error(%s)",
          "error({ %s })",
          "local t = {} t[%s]()",
          "_G[%s].x = 1",
          "loadstring('error(1)', '=' .. %s)()",
          "loadstring('error(1)', '@' .. %s)()",
          "assert(loadstring('x x', %s))",
          "require(%s)",
          "package.path = %s .. '?.lua' require('x')",
          "string.format('%%d', %s)",
          "('x')[%s]()",
          "error(setmetatable({}, { __tostring = function() return %s end }))",
          "setmetatable(_G, { __index = function(_, k) error(%s .. k) end }) undefined()",
          "module(%s .. '.x', function() error(...) end)",
        }) {
      shell.write("build.lua", script.formatted(quoted(NASTY)));
      Shell.Result result = shell.run(command, "./build.lua");
      assertEquals(1, result.code(), script);
      assertShown(result.err());
      assertEquals("", result.out());
    }
  }

  @Test
  void names_of_files_are_shown() {
    String name = "./a\33[2J\u009b\u202e\u2028.lua";
    shell.write(name.substring(2), "bk.export(bk.scratch())");
    Shell.Result result = shell.run("validate", name);
    assertEquals(0, result.code());
    assertShown(result.out() + result.err());
    shell.write(name.substring(2), "local function f() error('x') end\nf()");
    for (String command : new String[] {"validate", "eval", "build", "dag", "lock", "fmt"}) {
      result = shell.run(command, name);
      assertShown(command.equals("fmt") ? result.err() : result.out() + result.err());
    }
    for (String command : new String[] {"validate", "eval", "build", "dag", "lock", "fmt"}) {
      result = shell.run(command, name + ".missing");
      assertEquals(2, result.code(), command);
      assertShown(result.out() + result.err());
    }
  }

  @Test
  void names_of_arguments_and_modules_are_shown() {
    shell.write("build.lua", "require('m')");
    shell.write("m.lua", "error(%s)".formatted(quoted(NASTY)));
    assertShown(shell.run("validate", "./build.lua").err());
    assertShown(shell.run("validate", "--build-arg", NASTY, "./build.lua").err());
    assertShown(shell.run("validate", "--platform", NASTY, "./build.lua").err());
    assertShown(shell.run("validate", "--" + NASTY, "./build.lua").err());
    assertShown(shell.run(NASTY).err());
  }

  /** No process could be given such a name. */
  @Test
  @Tag(Binary.JVM)
  void a_name_with_a_zero_in_it_is_shown() {
    shell.write("build.lua", "bk.export(bk.scratch())");
    assertShown(shell.run("validate", "-o", NASTY + "\0", "./build.lua").err());
  }
}
