package dev.luakit.bench.compare;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One process from its start to its end.
 *
 * @param seconds wall time
 * @param output all that it wrote, to standard output and standard error
 * @param end how it ended
 */
record Run(double seconds, String output, End end) {
  /** How a process ended. */
  enum End {
    WELL,
    FAILED,
    /** It took longer than was allowed and was stopped. */
    STOPPED
  }

  /**
   * Runs a program.
   *
   * @param limit seconds after which the process is stopped
   */
  static Run of(Contender contender, Path program, int limit)
      throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(contender.command());
    words.add(program.toString());
    Path output = Files.createTempFile("run", ".out");
    try {
      ProcessBuilder builder = new ProcessBuilder(words);
      builder.redirectErrorStream(true).redirectOutput(output.toFile());
      builder.redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
      long start = System.nanoTime();
      Process process = builder.start();
      boolean ended = process.waitFor(limit, TimeUnit.SECONDS);
      double seconds = (System.nanoTime() - start) / 1e9;
      if (!ended) {
        process.destroyForcibly().waitFor();
      }
      String text = Files.readString(output, StandardCharsets.ISO_8859_1);
      End end = !ended ? End.STOPPED : process.exitValue() == 0 ? End.WELL : End.FAILED;
      return new Run(seconds, text, end);
    } finally {
      Files.delete(output);
    }
  }
}
