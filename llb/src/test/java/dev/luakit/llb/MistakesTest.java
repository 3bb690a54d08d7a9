package dev.luakit.llb;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Whatever is wrong with a call, the message names the function, what is wrong, and a way out. */
class MistakesTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvFileSource(resources = "/mistakes.csv", numLinesToSkip = 1)
  void areExplained(String code, String expected) throws IOException {
    String script = "local s = bk.image('alpine')\n" + code + "\nbk.export(s)\n";
    assertEquals(expected, new Scripts(folder).exception(script).message());
  }
}
