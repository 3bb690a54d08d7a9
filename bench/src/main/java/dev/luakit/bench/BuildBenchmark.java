package dev.luakit.bench;

import dev.luakit.llb.Luakit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

/** From a script's file to the bytes of its definition, by the number of operations. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class BuildBenchmark {
  /** How many commands the script chains. */
  @Param({"10", "100", "1000", "10000", "100000"})
  public int operations;

  private Path script;

  /** Writes the script. */
  @Setup
  public void write() throws IOException {
    script = Files.createTempFile("build", ".lua");
    Files.writeString(
        script,
        "local s = bk.image('alpine:3.19')\nfor i = 1, "
            + operations
            + " do s = s:run('echo ' .. i, { cwd = '/app', env = { N = i } }) end\nbk.export(s)\n");
  }

  /** Removes it. */
  @TearDown
  public void remove() throws IOException {
    Files.delete(script);
  }

  /** Evaluates and serializes. */
  @Benchmark
  public byte[] build() throws IOException {
    return Luakit.builder().build().evaluate(script).definition().toByteArray();
  }
}
