package dev.luakit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The most memory that luakit has had while it built a script. */
final class PeakMemory {
  /** So often a process must be seen asleep to be believed. */
  private static final int LOOKS = 20;

  private PeakMemory() {}

  /**
   * Builds a script.
   *
   * @param shell where
   * @param variables what to add to its environment
   * @param luakit the command, without arguments
   * @return in KiB
   */
  static long ofBuild(Shell shell, Map<String, String> variables, List<String> luakit, Path script)
      throws IOException, InterruptedException {
    String fifo = shell.path("fifo").toString();
    assertEquals(0, new ProcessBuilder("mkfifo", fifo).start().waitFor());
    List<String> command = new ArrayList<>(luakit);
    command.addAll(List.of("build", "-o", fifo, script.toString()));
    Process process = shell.start(variables, command);
    // It sleeps at the latest moment there is: all is done but that nobody reads what it writes.
    long peak = whileAsleep(process);
    assertTrue(Files.readAllBytes(Path.of(fifo)).length > 0);
    assertEquals(0, process.waitFor());
    return peak;
  }

  private static long whileAsleep(Process process) throws IOException, InterruptedException {
    Path folder = Path.of("/proc", Long.toString(process.pid()));
    int asleep = 0;
    while (asleep < LOOKS) {
      assertTrue(process.isAlive());
      Thread.sleep(10);
      asleep = isAsleep(folder) ? asleep + 1 : 0;
    }
    for (String line : Files.readAllLines(folder.resolve("status"))) {
      if (line.startsWith("VmHWM:")) {
        return Long.parseLong(line.replaceAll("\\D", ""));
      }
    }
    throw new AssertionError("no VmHWM");
  }

  /** Whether no thread runs, waits for a processor, or for the disk. */
  private static boolean isAsleep(Path process) throws IOException {
    try (Stream<Path> threads = Files.list(process.resolve("task"))) {
      for (Path thread : threads.toList()) {
        String status = Files.readString(thread.resolve("stat"));
        if (status.charAt(status.lastIndexOf(')') + 2) != 'S') {
          return false;
        }
      }
    }
    return true;
  }
}
