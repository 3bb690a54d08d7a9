package dev.luakit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each command's help shows how it is used. */
class HelpTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "build",
        "validate",
        "dag",
        "eval",
        "test",
        "lock",
        "gateway",
        "init",
        "completion",
        "version"
      })
  void it_has_an_example_and_fits_a_terminal(String command, @TempDir Path folder) {
    Shell.Result result = new Shell(folder).run(command, "--help");
    assertEquals(0, result.code());
    int examples = result.out().indexOf("\nExamples");
    assertTrue(examples > 0, result.out());
    String shown = result.out().substring(examples);
    assertTrue(shown.contains(command.equals("gateway") ? "build" : "luakit " + command), shown);
    result.out().lines().forEach(line -> assertTrue(line.length() <= 80, line));
  }
}
