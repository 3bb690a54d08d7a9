package dev.luakit.llb;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.luakit.llb.graph.DefinitionCheck;
import dev.luakit.llb.graph.Platform;
import dev.luakit.stdlib.ModuleLoader;
import dev.luakit.vm.LimitExceeded;
import dev.luakit.vm.Limits;
import java.nio.charset.StandardCharsets;

/**
 * Whatever the bytes of a build script are, it builds something sound or is told why it doesn't.
 */
public class BuildFuzzTest {
  private static final Limits LIMITS =
      Limits.DEFAULT
          .withInstructions(200_000)
          .withMemoryBytes(32 << 20)
          .withPatternSteps(50_000)
          .withOperations(1_000)
          .withResultBytes(4 << 20);

  @FuzzTest
  void aScriptBuildsOrIsToldWhyNot(byte[] script) {
    build(script);
  }

  /**
   * Evaluates a script twice, and checks what comes of it.
   *
   * @return the definition, or null if there is none
   */
  public static byte[] build(byte[] script) {
    Object result = evaluate(script);
    Object again = evaluate(script);
    if (result instanceof byte[] definition) {
      DefinitionCheck.assertSound(definition);
      assertArrayEquals(definition, (byte[]) again);
      return definition;
    }
    assertEquals(result, again);
    return null;
  }

  /** The definition's bytes, or the message that the script ends with. */
  private static Object evaluate(byte[] script) {
    Luakit luakit =
        Luakit.builder()
            .limits(LIMITS)
            .platform(Platform.parse("linux/amd64"))
            .print(line -> assertClear(new String(line, StandardCharsets.ISO_8859_1), script))
            .build();
    try {
      return luakit.evaluate("build.lua", script, ModuleLoader.EMPTY).definition().toByteArray();
    } catch (ScriptException e) {
      assertNotEquals(LimitExceeded.Kind.TIME, e.limit());
      assertNotEquals(LimitExceeded.Kind.STACK, e.limit());
      assertNotNull(e.message());
      assertClear(e.message(), script);
      return e.kind() + " " + e.line() + ":" + e.column() + ": " + e.message();
    }
  }

  /** Nothing of Java is told to somebody who writes Lua, unless it comes from the script. */
  private static void assertClear(String message, byte[] script) {
    for (String name : new String[] {"java.lang", "dev.luakit", "Exception"}) {
      if (message.contains(name)) {
        assertTrue(new String(script, StandardCharsets.ISO_8859_1).contains(name), message);
      }
    }
  }
}
