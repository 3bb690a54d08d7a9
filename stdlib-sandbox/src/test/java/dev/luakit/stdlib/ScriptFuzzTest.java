package dev.luakit.stdlib;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.luakit.vm.ByteStrings;

/**
 * Whatever the bytes of a script are, it ends well, with an error or at a limit; the same way each
 * time and however much of it is translated, down to the last instruction and byte, but for what
 * {@link Outcome#RECOUNTED} says.
 */
public class ScriptFuzzTest {
  private static final Machine INTERPRETING = Machine.interpreting();
  private static final Machine[] TRANSLATING = {
    Machine.translatingAfter(0), Machine.translatingAfter(5)
  };

  @FuzzTest
  void aScriptEndsTheSameWayEverywhere(byte[] bytes) {
    assertSame(ByteStrings.fromBytes(bytes));
  }

  /** Fails unless all machines agree on the script. */
  public static void assertSame(String source) {
    String expected = INTERPRETING.run(source);
    assertEquals(expected, INTERPRETING.run(source), "a second time");
    for (Machine machine : TRANSLATING) {
      String outcome = machine.run(source);
      if (outcome.startsWith(Outcome.RECOUNTED)) {
        assertEquals(outcome, machine.run(source), machine + ", a second time");
      } else {
        assertEquals(expected, outcome, machine.toString());
      }
    }
  }
}
