package dev.luakit.stdlib;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where {@code require} finds modules, and where it does not look. */
class RequireTest {
  @Test
  void modulesAreBesideTheScript() {
    Script script = new Script().withFile("libs/go.lua", "return { name = ... }");
    assertEquals(
        "libs/go\ttrue",
        script.print("print(require('libs/go').name, require('libs.go') == require('libs/go'))"));
  }

  @Test
  void aFolderIsAModuleByItsInitFile() {
    Script script = new Script().withFile("libs/init.lua", "return 'folder'");
    assertEquals("folder", script.print("print(require('libs'))"));
  }

  @Test
  void theScriptsDirectoryComesBeforeItsModulesAndTheBuiltInLibrary() {
    String builtIn = "return { where = 'built in', name = ... }";
    assertEquals(
        "vendored",
        new Script()
            .withLibrary("example.lua", builtIn)
            .withFile("luakit_modules/example.lua", "return 'vendored'")
            .print("print(require('example'))"));
    assertEquals(
        "own",
        new Script()
            .withLibrary("example.lua", builtIn)
            .withFile("luakit_modules/example.lua", "return 'vendored'")
            .withFile("example.lua", "return 'own'")
            .print("print(require('example'))"));
    assertEquals(
        "built in\texample",
        new Script()
            .withLibrary("example.lua", builtIn)
            .print("print(require('example').where, require('example').name)"));
  }

  @Test
  void whatGoesWrongInTheBuiltInLibraryIsSaidOfTheLineThatCalledIt() {
    String library =
        """
        local function check(value)
            if value == nil then error("nothing given") end
            return #value
        end
        return { check = check, all = function(values) table.sort(values, check) end,
            each = function(call) call() end }
        """;
    Script script = new Script().withLibrary("example.lua", library);
    assertEquals(
        "build.lua:2: nothing given",
        script.fail("local example = require('example')\nlocal n = example.check(nil)"));
    assertEquals(
        "build.lua:3: attempt to get length of local 'value' (a number value)",
        script.fail("local example = require('example')\n\nexample.all({ 1, 2 })"));
    assertEquals(
        "build.lua:2: mine", script.fail("require('example').each(function()\nerror('mine') end)"));
    assertEquals(
        "build.lua:1: mine",
        script.fail("require('example').each(function()\nerror('mine', 2) end)"));
    // Nobody can be told but the library where nobody else is left on the stack.
    assertEquals("nothing given", script.fail("return require('example').check(nil)"));
  }

  @Test
  void aModuleIsLoadedOnce() {
    Script script = new Script().withFile("counted.lua", "print('loading') return {}");
    assertEquals("loading\ntrue", script.print("print(require('counted') == require('counted'))"));
  }

  @Test
  void theErrorTellsWhatWasTried() {
    assertEquals(
        """
        build.lua:1: module 'libs.go' not found:
        \tno field package.preload['libs.go']
        \tno file 'libs/go.lua'
        \tno file 'libs/go/init.lua'
        \tno file 'luakit_modules/libs/go.lua'
        \tno file 'luakit_modules/libs/go/init.lua'
        \tno built-in module 'libs.go'\
        """,
        Script.errorOf("require('libs.go')"));
    assertTrue(
        Script.errorOf("require('libs.lua')")
            .contains("(a module's name has no '.lua' at its end)"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../x",
        "/etc/passwd",
        "a/../../b",
        "a/..",
        "..",
        ".",
        "",
        "a//b",
        "./a",
        "a\\\\b",
        "C:/x",
        "a\\0b",
        "a\\nb"
      })
  void namesThatLeadElsewhereAreRefused(String name) {
    Script script =
        new Script()
            .withModules(
                path -> {
                  throw new AssertionError("looked at " + path);
                });
    String error = script.fail("require('" + name + "')");
    assertTrue(error.startsWith("build.lua:1: module name '"), error);
    assertTrue(error.contains("is not allowed"), error);
  }

  @Test
  void thePathCanBeChangedButNotLeadOut() {
    Script script =
        new Script()
            .withModules(
                path -> {
                  assertEquals("lib/x.lua", path);
                  return null;
                });
    String error = script.fail("package.path = '../?.lua;/etc/?;lib/?.lua;?/../../x' require('x')");
    assertTrue(error.contains("no file '../x.lua' (not below the script's directory)"), error);
    assertTrue(error.contains("no file '/etc/x' (not below the script's directory)"), error);
    assertTrue(error.contains("no file 'lib/x.lua'\n"), error);
  }

  @Test
  void errorsInAModuleNameItsFile() {
    assertEquals(
        "libs/bad.lua:2: inside",
        new Script().withFile("libs/bad.lua", "\nerror('inside')").fail("require('libs.bad')"));
    String syntax = new Script().withFile("libs/bad.lua", "x =").fail("require('libs.bad')");
    assertTrue(
        syntax.startsWith(
            "error loading module 'libs.bad' from file 'libs/bad.lua':\n\tlibs/bad.lua:1: "),
        syntax);
  }

  @Test
  void loopsAreErrors() {
    String error =
        new Script()
            .withFile("a.lua", "require('b')")
            .withFile("b.lua", "require('a')")
            .fail("require('a')");
    assertEquals("b.lua:1: loop or previous error loading module 'a'", error);
  }

  @Test
  void binaryModulesAreRefused() {
    String error = new Script().withFile("a.lua", "\33Lua").fail("require('a')");
    assertTrue(error.endsWith("a binary chunk can't be loaded, only text"), error);
  }

  @Test
  void theSourcesOfModulesAreKept() {
    Script script =
        new Script()
            .withFile("b.lua", "return 'ä'")
            .withFile("a.lua", "return 1")
            .withLibrary("example.lua", "return 2");
    script.print("require('b') require('a') require('example')");
    assertEquals(
        List.of("b.lua", "a.lua", "builtin:example.lua"), List.copyOf(script.sources.names()));
    assertArrayEquals("return 'ä'".getBytes(UTF_8), script.sources.get("b.lua"));
    assertNull(script.sources.get("c.lua"));
  }
}
