package dev.luakit.stdlib;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.luakit.vm.LimitExceeded;
import dev.luakit.vm.Limits;
import dev.luakit.vm.LuaError;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Running Lua from a Java program. */
class LuaSandboxTest {
  @TempDir Path folder;

  private static LuaSandbox sandbox() {
    return LuaSandbox.builder().build();
  }

  private static LuaSandbox within(Limits limits) {
    return LuaSandbox.builder().limits(limits).build();
  }

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  // ---- running

  @Test
  void codeReturnsItsValues() {
    List<LuaValue> results = sandbox().run("return 1, 'two', nil", "test");
    assertEquals(3, results.size());
    assertEquals(1.0, results.get(0).number());
    assertEquals("two", results.get(1).text());
    assertTrue(results.get(2).isNil());
    assertEquals(List.of(), sandbox().run("local x = 1", "test"));
  }

  @Test
  void argumentsAreTheDots() {
    List<LuaValue> results = sandbox().run("return select('#', ...), ...", "test", "ü", 2);
    assertEquals(2.0, results.get(0).number());
    assertEquals("ü", results.get(1).text());
    assertEquals(2.0, results.get(2).number());
  }

  @Test
  void aScriptIsAFile() throws IOException {
    Path file = write("script.lua", "#!/usr/bin/lua\nreturn 'ran', ...");
    assertEquals("ran x", joined(sandbox().run(file, "x")));
    assertThrows(NoSuchFileException.class, () -> sandbox().run(folder.resolve("none.lua")));
  }

  private static String joined(List<LuaValue> values) {
    List<String> texts = new ArrayList<>();
    for (LuaValue value : values) {
      texts.add(value.toString());
    }
    return String.join(" ", texts);
  }

  @Test
  void theBytesOfAScriptAreReadAsAFileIsAndCodeIsNot() {
    byte[] source = "# a comment\nreturn '\\255'".getBytes(StandardCharsets.UTF_8);
    assertArrayEquals(new byte[] {(byte) 255}, sandbox().run(source, "stdin").getFirst().bytes());
    LuaError error = assertThrows(LuaError.class, () -> sandbox().run("# a comment", "code"));
    assertEquals("code:1: unexpected symbol near '#'", error.getMessage());
  }

  @Test
  void aScriptThatIsTooLongIsNotRead() throws IOException {
    Path file = folder.resolve("long.lua");
    Files.write(file, new byte[Limits.DEFAULT.sourceBytes() + 1]);
    LuaSandbox lua = sandbox();
    LimitExceeded limit = assertThrows(LimitExceeded.class, () -> lua.run(file));
    assertEquals("the script is larger than 16777216 bytes", limit.getMessage());
    assertEquals(file.toString(), lua.failure(limit).file());
  }

  @Test
  void globalsStayFromOneRunToTheNext() {
    LuaSandbox lua = sandbox();
    lua.run("count = 1", "first");
    lua.run("count = count + 1", "second");
    assertEquals(2.0, lua.global("count").number());
    assertTrue(sandbox().global("count").isNil());
  }

  @Test
  void globalsCanBeSet() {
    LuaSandbox lua = sandbox();
    lua.setGlobal("größe", Map.of("x", List.of(1, 2.5)));
    lua.setGlobal("on", true);
    assertEquals("2.5 true", joined(lua.run("return _G['größe'].x[2], on", "test")));
  }

  // ---- calling

  @Test
  void aFunctionOfAScriptCanBeCalledLater() {
    LuaSandbox lua = sandbox();
    lua.run("function add(a, b) return a + b, 'done' end", "test");
    assertEquals("3 done", joined(lua.call(lua.global("add"), 1, 2)));
  }

  @Test
  void whatHasACallHandlerCanBeCalledToo() {
    LuaSandbox lua = sandbox();
    lua.run("t = setmetatable({}, { __call = function(_, x) return x end })", "test");
    assertEquals("7", joined(lua.call(lua.global("t"), 7)));
    LuaError error = assertThrows(LuaError.class, () -> lua.call(lua.global("nothing")));
    assertEquals("attempt to call a nil value", error.getMessage());
  }

  // ---- the world outside

  @Test
  void printGoesToAStreamByteForByte() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    LuaSandbox lua = LuaSandbox.builder().print(out).build();
    lua.run("print('ü', 1) print('\\0\\255')", "test");
    assertArrayEquals(
        new byte[] {(byte) 0xC3, (byte) 0xBC, '\t', '1', '\n', 0, (byte) 0xFF, '\n'},
        out.toByteArray());
  }

  @Test
  void printGoesNowhereUnlessItIsToldTo() {
    assertEquals(List.of(), sandbox().run("print('x')", "test"));
  }

  @Test
  void aStreamThatFailsEndsTheScript() {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("the disk is full");
          }
        };
    LuaSandbox lua = LuaSandbox.builder().print(full).build();
    UncheckedIOException failure =
        assertThrows(
            UncheckedIOException.class, () -> lua.run("pcall(print, 'x') went_on = 1", "test"));
    assertEquals("the disk is full", failure.getCause().getMessage());
    assertTrue(lua.global("went_on").isNil());
  }

  @Test
  void modulesAreFoundInTheirDirectories() throws IOException {
    write("own/a.lua", "return 'own a'");
    write("shared/a.lua", "return 'shared a'");
    write("shared/libs/b.lua", "return 'shared b'");
    LuaSandbox lua =
        LuaSandbox.builder()
            .modules(folder.resolve("own"))
            .modules(folder.resolve("shared"))
            .build();
    assertEquals(
        "own a shared b", joined(lua.run("return require('a'), require('libs.b')", "test")));
  }

  @Test
  void withoutADirectoryThereAreNoModules() {
    LuaError error = assertThrows(LuaError.class, () -> sandbox().run("require('pom')", "test"));
    assertTrue(error.getMessage().startsWith("test:1: module 'pom' not found:"));
  }

  @Test
  void aDirectoryOfModulesNeedNotBeThere() throws IOException {
    Path file = write("file", "");
    for (Path directory : List.of(folder.resolve("none"), file, file.resolve("below"))) {
      LuaSandbox lua = LuaSandbox.builder().modules(directory).build();
      LuaError error = assertThrows(LuaError.class, () -> lua.run("require('x')", "test"));
      assertTrue(error.getMessage().contains("no file 'x.lua'"), error.getMessage());
    }
  }

  @Test
  void theEnvironmentIsWhatIsGiven() {
    LuaSandbox lua =
        LuaSandbox.builder().arguments(Map.of("NAME", "grün")).sourceDateEpoch(86_400).build();
    assertEquals(
        "grün nil 86400",
        joined(lua.run("return os.getenv('NAME'), os.getenv('PATH'), os.time()", "test")));
  }

  // ---- limits

  @Test
  void aLimitEndsAScriptThatWantsToCatchIt() {
    LuaSandbox lua = within(Limits.DEFAULT.withInstructions(100_000));
    LimitExceeded limit =
        assertThrows(
            LimitExceeded.class,
            () -> lua.run("while true do pcall(function() while true do end end) end", "test"));
    assertEquals(LimitExceeded.Kind.INSTRUCTIONS, limit.kind());
    assertEquals(2, limit.traceback().calls().size());
  }

  @Test
  void memoryIsLimitedToo() {
    LuaSandbox lua = within(Limits.DEFAULT.withMemoryBytes(1 << 20));
    LimitExceeded limit =
        assertThrows(LimitExceeded.class, () -> lua.run("x = ('x'):rep(2^21)", "test"));
    assertEquals(LimitExceeded.Kind.MEMORY, limit.kind());
  }

  @Test
  void argumentsCountAsTheScriptsMemory() {
    LuaSandbox lua = within(Limits.DEFAULT.withMemoryBytes(1 << 20));
    assertThrows(LimitExceeded.class, () -> lua.run("return 1", "test", "x".repeat(1 << 20)));
  }

  @Test
  void theLimitsAreThoseOfAllRunsTogether() {
    LuaSandbox lua = within(Limits.DEFAULT.withInstructions(100_000));
    String loop = "for i = 1, 60000 do end";
    lua.run(loop, "first");
    assertThrows(LimitExceeded.class, () -> lua.run(loop, "second"));
    assertThrows(LimitExceeded.class, () -> lua.run("return 1", "third"));
  }

  @Test
  void theLimitsCanBeRenewed() {
    LuaSandbox lua = within(Limits.DEFAULT.withInstructions(100_000));
    for (int i = 0; i < 5; i++) {
      lua.run("for i = 1, 60000 do end", "test");
      assertTrue(lua.instructions() >= 60_000 && lua.instructions() < 70_000);
      lua.renewLimits();
    }
    assertThrows(LimitExceeded.class, () -> lua.run("while true do end", "test"));
    lua.renewLimits();
    assertEquals("1", joined(lua.run("return 1", "test")));
  }

  @Test
  void theLimitsCanNotBeRenewedFromWithin() {
    LuaSandbox lua = sandbox();
    lua.setFunction(
        "renew",
        arguments -> {
          lua.renewLimits();
          return null;
        });
    assertThrows(IllegalStateException.class, () -> lua.run("pcall(renew)", "test"));
  }

  @Test
  void timeCountsOnlyWhileLuaRuns() throws InterruptedException {
    LuaSandbox lua = within(Limits.DEFAULT.withTimeMillis(500));
    Thread.sleep(550);
    lua.run("for i = 1, 1e5 do end", "test");
    Thread.sleep(550);
    lua.run("for i = 1, 1e5 do end", "test");
    LimitExceeded limit =
        assertThrows(LimitExceeded.class, () -> lua.run("while true do end", "test"));
    assertEquals(LimitExceeded.Kind.TIME, limit.kind());
    lua.renewLimits();
    lua.run("for i = 1, 1e5 do end", "test");
  }

  @Test
  void noTimeIsSoLongThatItIsOverAtOnce() {
    within(Limits.DEFAULT.withTimeMillis(Long.MAX_VALUE)).run("for i = 1, 1e5 do end", "test");
  }

  @Test
  void anInterruptedThreadEndsItsScript() {
    Thread.currentThread().interrupt();
    LimitExceeded limit =
        assertThrows(LimitExceeded.class, () -> sandbox().run("while true do end", "test"));
    assertTrue(Thread.interrupted()); // And clears it, for the tests that come after this one.
    assertEquals(LimitExceeded.Kind.INTERRUPTED, limit.kind());
  }

  @Test
  void whatARunHasUsedIsTheSameEachTime() {
    List<List<Long>> used = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      LuaSandbox lua = sandbox();
      lua.run("t = {} for i = 1, 1000 do t[i] = 'x' .. i end", "test");
      used.add(List.of(lua.instructions(), lua.memoryUsed(), lua.memoryAllocated()));
    }
    assertEquals(used.get(0), used.get(1));
    assertTrue(used.get(0).get(0) > 3000 && used.get(0).get(1) > 1000 * 60);
    assertTrue(used.get(0).get(2) >= used.get(0).get(1));
  }

  // ---- errors

  @Test
  void anErrorHasItsValueAndItsTraceback() {
    LuaError error =
        assertThrows(
            LuaError.class,
            () -> sandbox().run("local function f() error({}) end\nlocal x = f()", "test"));
    assertEquals("(error object is a table value)", error.getMessage());
    assertEquals(2, error.traceback().calls().size());
    assertEquals("function 'f'", error.traceback().calls().get(0).function());
    assertEquals(2, error.traceback().calls().get(1).line());
  }

  @Test
  void afterAnErrorTheSandboxGoesOn() {
    LuaSandbox lua = sandbox();
    assertThrows(LuaError.class, () -> lua.run("x = 1 error('x')", "test"));
    assertEquals(1.0, lua.global("x").number());
    assertEquals("2", joined(lua.run("return x + 1", "test")));
  }

  // ---- threads

  @Test
  void manySandboxesRunInParallel() throws Exception {
    Callable<Object> program =
        () ->
            sandbox()
                .run("local s = 0 for i = 1, 1e5 do s = s + i % 7 end return s", "test")
                .getFirst()
                .toJava();
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      for (Future<Object> result : threads.invokeAll(java.util.Collections.nCopies(16, program))) {
        assertEquals(299997.0, (Double) result.get(), 10);
      }
    }
  }

  @Test
  void aBuilderMakesSandboxesThatShareNothing() {
    LuaSandbox.Builder builder = LuaSandbox.builder().modules(folder);
    LuaSandbox one = builder.build();
    one.run("x = 1", "test");
    assertNull(builder.build().global("x").toJava());
    assertSame(one.global("math").raw(), one.global("math").raw());
  }
}
