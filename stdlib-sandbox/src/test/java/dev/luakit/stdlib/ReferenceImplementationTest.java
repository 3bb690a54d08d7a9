package dev.luakit.stdlib;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.luakit.vm.ByteStrings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs programs under the reference implementation, where it is installed, and under luakit. */
class ReferenceImplementationTest {
  private static Path programs;
  private static boolean hasReference;

  @BeforeAll
  static void findReference() throws Exception {
    programs = Path.of(ReferenceImplementationTest.class.getResource("/programs").toURI());
    try {
      hasReference = new ProcessBuilder("lua5.1", "-v").start().waitFor() == 0;
    } catch (IOException e) {
      hasReference = false;
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "base",
        "coroutines",
        "dates",
        "format",
        "garbage",
        "levels",
        "lines",
        "modules",
        "names",
        "numbers",
        "patterns",
        "random_patterns",
        "sequences",
        "sorting",
        "strings",
        "tables"
      })
  void printsTheSame(String program) throws Exception {
    assumeTrue(hasReference, "lua5.1 is not installed");
    String file = program + ".lua";
    String source = ByteStrings.fromBytes(Files.readAllBytes(programs.resolve(file)));
    String printed = new Script().withModules(new DirectoryModules(programs)).run(file, source);
    assertEquals(reference(file), printed);
  }

  private static String reference(String file) throws Exception {
    ProcessBuilder builder = new ProcessBuilder("lua5.1", file).directory(programs.toFile());
    builder.environment().clear();
    builder.environment().put("PATH", System.getenv("PATH"));
    builder.environment().put("TZ", "UTC");
    builder.environment().put("LC_ALL", "C");
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    Process process = builder.start();
    String printed = ByteStrings.fromBytes(process.getInputStream().readAllBytes());
    assertEquals(0, process.waitFor());
    return printed;
  }
}
