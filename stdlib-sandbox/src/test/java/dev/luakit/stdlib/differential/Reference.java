package dev.luakit.stdlib.differential;

import dev.luakit.vm.ByteStrings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** The reference implementation, as a process. */
final class Reference implements Implementation {
  private static final int SECONDS = 60;

  private final Path directory;

  /**
   * @param directory where programs and what they print are put
   */
  Reference(Path directory) {
    this.directory = directory;
  }

  static boolean isInstalled() throws InterruptedException {
    try {
      return new ProcessBuilder("lua5.1", "-v").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public String run(String source) throws IOException, InterruptedException {
    Path printed = directory.resolve("printed");
    Files.write(directory.resolve("program.lua"), ByteStrings.toBytes(source));
    ProcessBuilder builder = new ProcessBuilder("lua5.1", "program.lua");
    builder.directory(directory.toFile());
    builder.environment().clear();
    builder.environment().put("PATH", System.getenv("PATH"));
    builder.environment().put("LC_ALL", "C");
    builder.redirectErrorStream(true).redirectOutput(printed.toFile());
    Process process = builder.start();
    String end = "";
    if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
      end = "lua5.1 does not come to an end\n";
    } else if (process.exitValue() != 0) {
      end = "lua5.1 exits with " + process.exitValue() + "\n";
    }
    return ByteStrings.fromBytes(Files.readAllBytes(printed)) + end;
  }
}
