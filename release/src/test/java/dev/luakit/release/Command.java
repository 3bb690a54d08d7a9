package dev.luakit.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A command in a folder.
 *
 * @param environment variables beside those of the tests
 */
record Command(Path folder, Map<String, String> environment, List<String> words) {
  private static final int PATIENCE = 120; // seconds

  static Command in(Path folder, String... words) {
    return new Command(folder, Map.of(), List.of(words));
  }

  /** The same with one more variable. */
  Command with(String name, String value) {
    Map<String, String> more = new HashMap<>(environment);
    more.put(name, value);
    return new Command(folder, more, words);
  }

  /** Runs it; what it writes to both outputs. It must succeed. */
  String run() throws IOException, InterruptedException {
    assumeThere(words.getFirst());
    Path output = Files.createTempFile("output", "");
    try {
      ProcessBuilder builder = new ProcessBuilder(words).directory(folder.toFile());
      builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
      builder.environment().put("LC_ALL", "C.UTF-8");
      builder.environment().putAll(environment);
      builder.redirectErrorStream(true).redirectOutput(output.toFile());
      Process process = builder.start();
      if (!process.waitFor(PATIENCE, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("hangs: " + words);
      }
      String said = Files.readString(output);
      assertEquals(0, process.exitValue(), words + ": " + said);
      return said;
    } finally {
      Files.delete(output);
    }
  }

  /** Tests that need a program of Debian's are left out without it, but not in CI. */
  private static void assumeThere(String program) {
    boolean there = program.contains("/");
    for (String folder : System.getenv("PATH").split(File.pathSeparator)) {
      there |= new File(folder, program).canExecute();
    }
    assertTrue(there || System.getenv("CI") == null, program + " is not installed");
    assumeTrue(there, program + " is not installed");
  }
}
