package dev.luakit.stdlib;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.luakit.vm.LimitExceeded;
import dev.luakit.vm.Limits;
import dev.luakit.vm.LuaError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an error tells whoever wrote the script. */
class FailureTest {
  @TempDir Path folder;

  private final LuaSandbox lua = LuaSandbox.builder().build();

  private static Failure failure(LuaSandbox lua, String source, String chunk) {
    return lua.failure(assertThrows(LuaError.class, () -> lua.run(source, chunk)));
  }

  @Test
  void itHasTheLineAndTheColumn() {
    Failure failure = failure(lua, "local x\n  x.y = 1", "rules");
    assertNull(failure.limit());
    assertEquals("attempt to index local 'x' (a nil value)", failure.message());
    assertEquals("rules", failure.file());
    assertEquals(2, failure.line());
    assertEquals(5, failure.column());
    assertEquals("  x.y = 1", failure.excerpt());
    assertEquals(1, failure.calls().size());
  }

  @Test
  void aSyntaxErrorHasThemToo() {
    Failure failure = failure(lua, "x = = 1", "rules");
    assertEquals("unexpected symbol near '='", failure.message());
    assertEquals("x = = 1", failure.excerpt());
    assertEquals(5, failure.column());
  }

  @Test
  void anErrorThatBlamesTheCallerShowsTheCall() {
    Failure failure =
        failure(lua, "local function f() error('wrong', 2) end\n\nlocal x = f()", "rules");
    assertEquals(3, failure.line());
    assertEquals("local x = f()", failure.excerpt());
    assertEquals(11, failure.column());
  }

  @Test
  void anErrorThatIsNoTextShowsWhereItWasRaised() {
    Failure failure = failure(lua, "\nerror({})", "rules");
    assertEquals("(error object is a table value)", failure.message());
    assertEquals(2, failure.line());
    assertEquals("error({})", failure.excerpt());
  }

  @Test
  void filesAreCalledAsTheUserCalledThem() throws IOException {
    Path script = folder.resolve("größer/script.lua");
    Path module = folder.resolve("größer/libs/m.lua");
    Files.createDirectories(module.getParent());
    Files.writeString(script, "require('libs.m')");
    Files.writeString(module, "error('inside')");
    LuaSandbox lua = LuaSandbox.builder().modules(folder).modules(folder.resolve("größer")).build();
    Failure failure = lua.failure(assertThrows(LuaError.class, () -> lua.run(script)));
    assertEquals("inside", failure.message());
    assertEquals(module.toString(), failure.file());
    assertEquals("error('inside')", failure.excerpt());
    assertEquals(script.toString(), failure.calls().getLast().chunk());
  }

  @Test
  void anErrorInAModuleThatLuakitBringsIsTheCallersAndTheModuleIsAmongTheCalls() {
    Script script =
        new Script().withLibrary("example.lua", "return { fail = function() error('inside') end }");
    LuaError error =
        assertThrows(LuaError.class, () -> script.run("build.lua", "\nrequire('example').fail()"));
    Failure failure = Failure.of(error, script.sources, "build.lua");
    assertEquals("inside", failure.message());
    assertEquals("build.lua", failure.file());
    assertEquals(2, failure.line());
    assertEquals("builtin:example.lua", failure.calls().getFirst().chunk());
  }

  @Test
  void aLongPathIsShortInTheScriptAndWholeInTheFailure() throws IOException {
    Path script = folder.resolve("long".repeat(20)).resolve("script.lua");
    Files.createDirectories(script.getParent());
    Files.writeString(script, "print(pcall(error, 'x', 2)) message = 'none'\nerror('here')");
    LuaError error = assertThrows(LuaError.class, () -> lua.run(script));
    assertTrue(error.getMessage().startsWith("..."), error.getMessage());
    assertEquals(script.toString(), lua.failure(error).file());
    assertEquals("error('here')", lua.failure(error).excerpt());
  }

  @Test
  void codeThatLuaLoadedItselfIsPlacedButNotQuoted() {
    Failure failure = failure(lua, "local f = loadstring('error(\"x\")', '=made') f()", "rules");
    assertEquals("x", failure.message());
    assertEquals("made", failure.file());
    assertEquals(1, failure.line());
    assertNull(failure.excerpt());
    assertEquals("rules", failure.calls().getLast().chunk());
  }

  @Test
  void ofSeveralChunksOfOneNameNoneIsQuotedForAnother() {
    lua.run("function f() error('first') end", "event");
    Failure failure = failure(lua, "local x = f()", "event");
    assertEquals("first", failure.message());
    assertNull(failure.excerpt());
    failure = failure(lua, "local x = nothing.x", "event");
    assertEquals("local x = nothing.x", failure.excerpt());
    failure = failure(lua, "error('event:7: elsewhere', 0)", "event");
    assertEquals(7, failure.line());
    assertNull(failure.excerpt());
  }

  @Test
  void aLimitTellsItsKindAndWhereTheScriptWas() {
    LuaSandbox small = LuaSandbox.builder().limits(Limits.DEFAULT.withInstructions(10_000)).build();
    LimitExceeded limit =
        assertThrows(LimitExceeded.class, () -> small.run("\nwhile true do end", "rules"));
    Failure failure = small.failure(limit);
    assertEquals(LimitExceeded.Kind.INSTRUCTIONS, failure.limit());
    assertEquals("the script ran more than 10000 instructions", failure.message());
    assertEquals("rules", failure.file());
    assertEquals(2, failure.line());
    assertEquals("while true do end", failure.excerpt());
  }

  @Test
  void aLimitThatIsReachedBeforeTheScriptBeginsTellsOnlyTheFile() {
    LuaSandbox small = LuaSandbox.builder().limits(Limits.DEFAULT.withMemoryBytes(20_000)).build();
    String code = "local x = 1 ".repeat(1000);
    Failure failure =
        small.failure(assertThrows(LimitExceeded.class, () -> small.run(code, "rules")));
    assertEquals("rules", failure.file());
    assertEquals(0, failure.line());
  }
}
