package dev.luakit.e2e;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs other programs. */
final class Program {
  private static final long SECONDS = 180;

  private Program() {}

  /** What a program left behind: its exit code, and what it said on both its outputs. */
  record Outcome(int code, String log) {
    /** The output, trimmed. */
    String expectSuccess(String what) {
      if (code != 0) {
        throw new AssertionError(what + " failed with exit code " + code + ":\n" + log);
      }
      return log.strip();
    }
  }

  /** Runs a program to its end. */
  static Outcome run(List<String> command) throws IOException, InterruptedException {
    return run(new ProcessBuilder(command));
  }

  /** Runs a program in a folder, with a changed environment. */
  static Outcome run(Path folder, Map<String, String> environment, String... command)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().putAll(environment);
    return run(builder);
  }

  /** Runs a program whose standard input is a file. */
  static Outcome run(List<String> command, Path input) throws IOException, InterruptedException {
    return run(new ProcessBuilder(command).redirectInput(input.toFile()));
  }

  private static Outcome run(ProcessBuilder builder) throws IOException, InterruptedException {
    Path log = Files.createTempFile("program", ".log");
    try {
      Process process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
        throw new AssertionError(
            String.join(" ", builder.command()) + " hangs:\n" + Files.readString(log));
      }
      try (InputStream in = Files.newInputStream(log)) {
        return new Outcome(
            process.exitValue(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
    } finally {
      Files.delete(log);
    }
  }
}
