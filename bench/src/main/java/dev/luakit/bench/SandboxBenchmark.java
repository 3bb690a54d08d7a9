package dev.luakit.bench;

import dev.luakit.stdlib.LuaSandbox;
import dev.luakit.stdlib.LuaValue;
import dev.luakit.vm.Limits;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What the sandbox costs. Its limits can't be turned off, so that is told by what is near them: the
 * same script where memory is wide, and where it is so scarce that what is in use has to be
 * counted.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class SandboxBenchmark {
  private static final String GARBAGE =
      "local t for i = 1, 20000 do t = { i, { i } } end return t[1]";

  private LuaSandbox lua;
  private LuaValue nothing;

  /** Makes a sandbox to call into. */
  @Setup
  public void make() {
    lua = LuaSandbox.builder().build();
    nothing = lua.run("return function() end", "nothing.lua").getFirst();
  }

  /** A new sandbox with its library and limits, and a script that does nothing. */
  @Benchmark
  public List<LuaValue> create() {
    return LuaSandbox.builder().build().run("return 1", "nothing.lua");
  }

  /** A call into a sandbox, with limits of its own. */
  @Benchmark
  public List<LuaValue> call() {
    lua.renewLimits();
    return lua.call(nothing);
  }

  /** Garbage, where memory never runs short. */
  @Benchmark
  public List<LuaValue> wideLimits() {
    return run(Limits.DEFAULT);
  }

  /** The same, where it does again and again, and all limits are near. */
  @Benchmark
  public List<LuaValue> tightLimits() {
    return run(
        Limits.DEFAULT
            .withMemoryBytes(1 << 20)
            .withInstructions(1_000_000)
            .withCallDepth(50)
            .withStringBytes(1000));
  }

  private static List<LuaValue> run(Limits limits) {
    return LuaSandbox.builder().limits(limits).build().run(GARBAGE, "garbage.lua");
  }
}
