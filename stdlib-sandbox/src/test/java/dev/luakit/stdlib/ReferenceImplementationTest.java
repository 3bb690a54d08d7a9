package dev.luakit.stdlib;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.luakit.vm.ByteStrings;
import dev.luakit.vm.Limits;
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
    hasReference = Reference.isInstalled();
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
    String printed =
        new Script().withModules(new DirectoryModules(programs, Limits.DEFAULT)).run(file, source);
    assertEquals(Reference.run(programs, file), printed);
  }
}
