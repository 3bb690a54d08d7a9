package dev.luakit.llb.advice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.luakit.stdlib.Failure;
import dev.luakit.stdlib.Sources;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Advice is looked for when the script has ended, where no limit holds any more. */
class LongScriptsTest {
  private static final int LONG = 250_000;

  private static Advice on(String message, int line, String source) {
    Sources sources = new Sources();
    sources.add("build.lua", "build.lua", source.getBytes(StandardCharsets.UTF_8));
    Failure failure =
        new Failure(null, message, "build.lua", line, 1, "", List.of(), sources, "build.lua");
    return assertTimeout(Duration.ofSeconds(5), () -> Advice.on(failure));
  }

  private static String repeated(String text) {
    return text.repeat(LONG / text.length());
  }

  @Test
  void manyGlobalsAreNotComparedWithEachOther() {
    StringBuilder source = new StringBuilder("x()\n");
    for (int i = 0; source.length() < LONG; i++) {
      source.append('a').append(Integer.toString(i, 36)).append("=1\n");
    }
    Advice advice = on("attempt to call global 'x' (a nil value)", 1, source.toString());
    assertEquals("nothing in the script gives 'x' a value", advice.text());
  }

  @Test
  void manyNamesWithoutAValueAreNotComparedWithAllOthers() {
    StringBuilder source = new StringBuilder();
    StringBuilder names = new StringBuilder("local t = { ");
    for (int i = 1000; i < 8000; i++) {
      source.append("aaa").append(i).append(" = 1\n");
      names.append("aab").append(i).append(", ");
    }
    byte[] text = source.append(names).append("}\n").toString().getBytes(StandardCharsets.UTF_8);
    assertEquals(7000, assertTimeout(Duration.ofSeconds(5), () -> Doubt.of(text)).size());
  }

  @Test
  void manyCallsAreLookedForInOneReading() {
    byte[] text = repeated("local a = s:run()\n").getBytes(StandardCharsets.UTF_8);
    CallStatements statements = new CallStatements(text);
    assertTimeout(
        Duration.ofSeconds(5),
        () -> {
          for (int line = 1; line <= LONG / 18; line++) {
            assertFalse(statements.contains(line, 13));
          }
        });
  }

  @Test
  void manyNamesThatAreNearAreComparedInNoTime() {
    String name = "x".repeat(55);
    StringBuilder source = new StringBuilder(name + "()\n");
    for (int i = 0; source.length() < LONG; i++) {
      source.append(name).append(1000 + i).append("=1\n");
    }
    assertNotNull(on("attempt to call global '" + name + "' (a nil value)", 1, source.toString()));
  }

  @Test
  void veryLongNamesAreNotCompared() {
    String source = "a".repeat(LONG / 3) + "()\n" + "b".repeat(LONG / 3) + "=1\n";
    String message = "attempt to call global '" + "a".repeat(40) + "' (a nil value)";
    assertNotNull(on(message, 1, source));
  }

  @Test
  void blocksThatAreClosedAreNotLookedThroughAgain() {
    String source = "x()\n" + repeated("do local a a=1 end ");
    assertNotNull(on("attempt to call global 'x' (a nil value)", 1, source));
    int levels = LONG / "do local a end ".length();
    String nested = "do local a ".repeat(levels) + "\nx()\n" + "end ".repeat(levels);
    assertNotNull(on("attempt to call global 'x' (a nil value)", 2, nested));
  }

  @Test
  void functionsWithoutParenthesesAreNoLongHeads() {
    on("attempt to call global 'x' (a nil value)", 1, "x()\n" + repeated("function "));
  }

  @Test
  void blocksWithoutAnEndAreNotAllFollowed() {
    on("'end' expected near 'if'", 1, repeated("if "));
    on("'end' expected near 'if'", 1, repeated("if\n"));
  }

  @Test
  void aScriptThatNobodyWroteGetsNone() {
    assertNull(
        on(
            "attempt to call global 'x' (a nil value)",
            1,
            "x()\n" + repeated("y=1\n ") + " ".repeat(LONG)));
  }
}
