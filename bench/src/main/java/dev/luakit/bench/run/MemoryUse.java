package dev.luakit.bench.run;

import dev.luakit.llb.Build;
import dev.luakit.llb.Luakit;
import dev.luakit.stdlib.ModuleLoader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How much memory graphs and builds take, in MB of a million bytes. */
final class MemoryUse {
  private static final double MEGABYTE = 1e6;

  private MemoryUse() {}

  /** A script that chains commands, each with a variable and a directory. */
  static String script(int operations) {
    return "local s = bk.image('alpine:3.19')\nfor i = 1, "
        + (operations - 1)
        + " do s = s:run('echo ' .. i, { cwd = '/app', env = { N = i } }) end\nbk.export(s)\n";
  }

  /** What the graph of a build keeps from the collector. */
  static double ofGraph(int operations) {
    // What the first one loads is not the graph's.
    build(operations);
    long before = used();
    Build build = build(operations);
    long after = used();
    if (build.definition().vertices().size() != operations) {
      throw new IllegalStateException("the graph has not " + operations + " operations");
    }
    return (after - before) / MEGABYTE;
  }

  private static Build build(int operations) {
    byte[] script = script(operations).getBytes(StandardCharsets.UTF_8);
    return Luakit.builder().build().evaluate("build.lua", script, ModuleLoader.EMPTY);
  }

  private static long used() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  /**
   * The most memory that a process has at once which builds that many operations.
   *
   * @param command luakit's, as the words before its arguments
   * @throws IOException if the build fails, or the machine doesn't tell
   */
  static double ofBuild(List<String> command, int operations)
      throws IOException, InterruptedException {
    Path script = Files.createTempFile("build", ".lua");
    try {
      Files.writeString(script, script(operations));
      List<String> words = new ArrayList<>(command);
      words.addAll(List.of("build", script.toString(), "--resolve", "never", "-o", "/dev/null"));
      ProcessBuilder builder = new ProcessBuilder(words);
      builder.environment().put("LUAKIT_START_CACHE", "off");
      builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
      Process process = builder.start();
      Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
      long most = 0;
      while (process.isAlive()) {
        most = Math.max(most, peak(status));
        Thread.sleep(2);
      }
      if (process.exitValue() != 0 || most == 0) {
        throw new IOException(words + " ended with " + process.exitValue());
      }
      return most * 1024 / MEGABYTE;
    } finally {
      Files.delete(script);
    }
  }

  /** The kilobytes that a process has had at most until now, 0 where it is over. */
  private static long peak(Path status) {
    try {
      for (String line : Files.readAllLines(status)) {
        if (line.startsWith("VmHWM:")) {
          return Long.parseLong(line.replaceAll("\\D", ""));
        }
      }
    } catch (IOException e) {
      return 0;
    }
    return 0;
  }
}
