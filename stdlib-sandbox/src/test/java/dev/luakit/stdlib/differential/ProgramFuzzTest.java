package dev.luakit.stdlib.differential;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.luakit.stdlib.ScriptFuzzTest;

/**
 * The programs of the differential tests, led by the fuzzer, end the same way each time and however
 * much of them is translated; most of them are cut off by a limit somewhere.
 */
class ProgramFuzzTest {
  @FuzzTest
  void aProgramEndsTheSameWayEverywhere(FuzzedDataProvider data) {
    Choice choice = new Choice(new FuzzedNumbers(data));
    Program program = Program.generate(choice, choice.between(1, 2));
    ScriptFuzzTest.assertSame(program.source());
  }
}
