package dev.luakit.cli;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The native binary, where the tests are to try that one: the property {@code luakit.binary} names
 * it. Without the property they try the classes that they were compiled with.
 */
record Binary(Path file) {
  /** Tests with this tag are about Java as luakit's host, and mean nothing to a binary. */
  static final String JVM = "jvm";

  private static final String PROPERTY = "luakit.binary";

  /** The one to be tried, or null. */
  static Binary underTest() {
    String name = System.getProperty(PROPERTY, "");
    return name.isEmpty() ? null : new Binary(Path.of(name).toAbsolutePath());
  }

  /**
   * Runs it in this process's folder. Of this process's environment it sees nothing but where
   * programs are.
   */
  Shell.Result run(Map<String, String> environment, byte[] in, List<String> args) {
    try {
      File errors = File.createTempFile("luakit", ".err");
      try {
        Process process = start(environment, errors, args);
        Thread input = Thread.ofVirtual().start(() -> write(process, in));
        byte[] out;
        try (InputStream stream = process.getInputStream()) {
          out = stream.readAllBytes();
        }
        int code = process.waitFor();
        input.join();
        return new Shell.Result(
            code, out, Files.readString(errors.toPath(), StandardCharsets.UTF_8));
      } finally {
        Files.delete(errors.toPath());
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** Starts it as {@link #run} does; its errors go to a file. */
  Process start(Map<String, String> environment, File errors, List<String> args)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(file.toString());
    command.addAll(args);
    ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors);
    builder.environment().clear();
    builder.environment().put("PATH", System.getenv("PATH"));
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().putAll(environment);
    return builder.start();
  }

  private static void write(Process process, byte[] in) {
    try (OutputStream stream = process.getOutputStream()) {
      stream.write(in);
    } catch (IOException e) {
      return; // It need not read all that it is given.
    }
  }
}
