package dev.luakit.bench.run;

import dev.luakit.bench.Program;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The Lua programs under {@code lua5.1}, of the size that {@code VmBenchmark} runs them at. */
final class LuaReference {
  /** Times the program without the process around it: the least processor time of some runs. */
  private static final String DRIVER =
      """
      local program, size, runs = assert(loadfile(arg[1])), tonumber(arg[2]), tonumber(arg[3])
      local write, best = print, math.huge
      print = function() end
      for _ = 1, runs do
        local start = os.clock()
        program(size)
        best = math.min(best, os.clock() - start)
      end
      write(string.format("%.9f", best))
      """;

  private LuaReference() {}

  /**
   * How long a program takes, in microseconds.
   *
   * @throws IOException if it can't be run
   */
  static double micros(Program program, int runs) throws IOException, InterruptedException {
    Path driver = Files.createTempFile("driver", ".lua");
    Path script = Files.createTempFile("program", ".lua");
    try {
      Files.writeString(driver, DRIVER);
      Files.writeString(script, program.source(), StandardCharsets.ISO_8859_1);
      Process process =
          new ProcessBuilder(
                  "lua5.1",
                  driver.toString(),
                  script.toString(),
                  String.valueOf((int) program.smallSize()),
                  String.valueOf(runs))
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      String said =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
      if (process.waitFor() != 0) {
        throw new IOException("lua5.1 can't run " + program.file());
      }
      return Double.parseDouble(said.strip()) * 1e6;
    } finally {
      Files.delete(driver);
      Files.delete(script);
    }
  }
}
