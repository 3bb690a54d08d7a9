package dev.luakit.bench;

import dev.luakit.stdlib.LuaSandbox;
import dev.luakit.stdlib.LuaValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** A script that requires modules from files, by their number. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class RequireBenchmark {
  /** How many modules. */
  @Param({"0", "1", "20"})
  public int modules;

  private Path folder;
  private String script;

  /** Writes the modules, of ten lines each. */
  @Setup
  public void write() throws IOException {
    folder = Files.createTempDirectory("modules");
    StringBuilder calls = new StringBuilder("local sum = 0\n");
    for (int i = 0; i < modules; i++) {
      StringBuilder module = new StringBuilder("local M = {}\n");
      for (int line = 0; line < 8; line++) {
        module.append("function M.f").append(line).append("(a, b) return a + b end\n");
      }
      Files.writeString(folder.resolve("module" + i + ".lua"), module + "return M\n");
      calls.append("sum = require('module" + i + "').f1(sum, 1)\n");
    }
    script = calls + "return sum\n";
  }

  /** Removes them. */
  @TearDown
  public void remove() throws IOException {
    for (int i = 0; i < modules; i++) {
      Files.delete(folder.resolve("module" + i + ".lua"));
    }
    Files.delete(folder);
  }

  /** A new sandbox, the script, and its modules. */
  @Benchmark
  public List<LuaValue> require() {
    return LuaSandbox.builder().modules(folder).build().run(script, "require.lua");
  }
}
