package dev.luakit.llb.bk;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.luakit.llb.BuildFuzzTest;
import java.nio.charset.StandardCharsets;

/**
 * Whatever graph a script builds, its definition is sound: protobuf-java reads it and writes the
 * same bytes.
 */
class GraphFuzzTest {
  @FuzzTest
  void everyDefinitionIsSound(FuzzedDataProvider data) {
    String script = FuzzedScript.of(data, 1);
    try {
      BuildFuzzTest.build(script.getBytes(StandardCharsets.UTF_8));
    } catch (RuntimeException | Error e) {
      throw new AssertionError(script, e);
    }
  }
}
