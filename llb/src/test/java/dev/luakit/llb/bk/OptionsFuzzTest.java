package dev.luakit.llb.bk;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.luakit.llb.BuildFuzzTest;
import java.nio.charset.StandardCharsets;

/**
 * Whatever values the declared functions are given, they take them or say what is wrong with them.
 */
class OptionsFuzzTest {
  @FuzzTest
  void anyValueIsTakenOrRefused(FuzzedDataProvider data) {
    String script = FuzzedScript.of(data, 30);
    try {
      BuildFuzzTest.build(script.getBytes(StandardCharsets.UTF_8));
    } catch (RuntimeException | Error e) {
      throw new AssertionError(script, e);
    }
  }
}
