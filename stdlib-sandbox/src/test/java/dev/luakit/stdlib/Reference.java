package dev.luakit.stdlib;

import dev.luakit.vm.ByteStrings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** The reference implementation of Lua, {@code lua5.1}. */
public final class Reference {
  private static final int SECONDS = 60;

  private Reference() {}

  /** Whether it is installed, as it must be where the environment has {@code CI}. */
  public static boolean isInstalled() throws InterruptedException {
    try {
      return new ProcessBuilder("lua5.1", "-v").start().waitFor() == 0;
    } catch (IOException e) {
      if (System.getenv("CI") != null) {
        throw new AssertionError("the tests need lua5.1", e);
      }
      return false;
    }
  }

  /**
   * Runs a file.
   *
   * @param file its name in the directory
   * @return the bytes that it prints, with a last line of its own if it does not end well
   */
  public static String run(Path directory, String file) throws IOException, InterruptedException {
    Path printed = Files.createTempFile("lua5.1", ".printed");
    try {
      ProcessBuilder builder = new ProcessBuilder("lua5.1", file).directory(directory.toFile());
      builder.environment().clear();
      builder.environment().put("PATH", System.getenv("PATH"));
      builder.environment().put("TZ", "UTC");
      builder.environment().put("LC_ALL", "C");
      builder.redirectErrorStream(true).redirectOutput(printed.toFile());
      String end = end(builder.start());
      return ByteStrings.fromBytes(Files.readAllBytes(printed)) + end;
    } finally {
      Files.delete(printed);
    }
  }

  private static String end(Process process) throws InterruptedException {
    if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
      return "lua5.1 does not come to an end\n";
    }
    return process.exitValue() == 0 ? "" : "lua5.1 exits with " + process.exitValue() + "\n";
  }
}
