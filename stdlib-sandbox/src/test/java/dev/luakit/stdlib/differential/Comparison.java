package dev.luakit.stdlib.differential;

import dev.luakit.stdlib.Reference;
import dev.luakit.stdlib.Script;
import dev.luakit.vm.ByteStrings;
import dev.luakit.vm.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Has programs run by the reference implementation and by luakit. */
final class Comparison {
  /** Far more than any program needs. */
  private static final Limits LIMITS =
      Limits.DEFAULT
          .withInstructions(3_000_000_000L)
          .withMemoryBytes(1L << 36)
          .withTimeMillis(60_000);

  private static final String FILE = "program.lua";

  private final Path directory;

  /**
   * @param directory where programs are put
   */
  Comparison(Path directory) {
    this.directory = directory;
  }

  /** A snippet that does not do the same in both, and what it prints in each of them. */
  record Difference(Snippet snippet, String expected, String actual) {}

  /** The first difference of a program, or {@code null}. */
  Difference firstDifference(Program program) throws IOException, InterruptedException {
    String source = program.source();
    Files.write(directory.resolve(FILE), ByteStrings.toBytes(source));
    String expected = Reference.run(directory, FILE);
    String actual = luakit(source);
    if (expected.equals(actual)) {
      return null;
    }
    Transcript right = Transcript.of(expected);
    Transcript ours = Transcript.of(actual);
    for (Snippet snippet : program.snippets()) {
      if (!right.of(snippet).equals(ours.of(snippet))) {
        return new Difference(snippet, right.of(snippet), ours.of(snippet));
      }
    }
    throw new IllegalStateException("the programs begin differently:\n" + expected + actual);
  }

  private static String luakit(String source) {
    Script script = new Script().withLimits(LIMITS);
    try {
      return script.run(FILE, source);
    } catch (RuntimeException | Error e) {
      // Whatever it is: no program may bring the machine down or get to a limit.
      return script.printed() + "luakit throws " + e + "\n";
    }
  }
}
