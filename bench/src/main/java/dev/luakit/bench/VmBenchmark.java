package dev.luakit.bench;

import dev.luakit.stdlib.Environment;
import dev.luakit.stdlib.GivenVariables;
import dev.luakit.stdlib.ModuleLoader;
import dev.luakit.stdlib.Sources;
import dev.luakit.stdlib.StandardLibrary;
import dev.luakit.vm.Limits;
import dev.luakit.vm.LuaClosure;
import dev.luakit.vm.LuaState;
import java.io.IOException;
import java.util.Map;
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
import org.openjdk.jmh.annotations.Warmup;

/** The Lua programs once the virtual machine is warm, at a small size, with limits in force. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class VmBenchmark {
  /** In force, but so wide that no number of rounds reaches them. */
  private static final Limits WIDE =
      Limits.DEFAULT
          .withInstructions(Long.MAX_VALUE / 2)
          .withMemoryBytes(Long.MAX_VALUE / 2)
          .withTimeMillis(3_600_000);

  /** Which program. */
  @Param public Program program;

  private LuaState state;
  private LuaClosure function;

  /** Compiles the program. */
  @Setup
  public void load() throws IOException {
    state = new LuaState(WIDE);
    StandardLibrary.install(
        state,
        new Environment(
            line -> {},
            new GivenVariables(Map.of()),
            0,
            ModuleLoader.EMPTY,
            ModuleLoader.EMPTY,
            new Sources()));
    function = state.load(program.source(), program.file(), true);
  }

  /** Runs it. */
  @Benchmark
  public Object run() {
    return state.call(function, program.smallSize());
  }
}
