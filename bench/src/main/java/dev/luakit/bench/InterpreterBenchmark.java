package dev.luakit.bench;

import dev.luakit.stdlib.Environment;
import dev.luakit.stdlib.ModuleLoader;
import dev.luakit.stdlib.Sources;
import dev.luakit.stdlib.StandardLibrary;
import dev.luakit.vm.Limits;
import dev.luakit.vm.LuaClosure;
import dev.luakit.vm.LuaState;
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

/** Small Lua programs, each of which stresses one part of the virtual machine. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class InterpreterBenchmark {
  /** The program to run. */
  public enum Program {
    CALLS(
        "local function fib(n) if n < 2 then return n end return fib(n - 1) + fib(n - 2) end"
            + " return fib(22)"),
    ARRAYS(
        "local t, s = {}, 0 for i = 1, 50000 do t[i] = i end"
            + " for i = 1, #t do s = s + t[i] % 7 end return s"),
    FIELDS("local o = { x = 0, y = 1 } for i = 1, 100000 do o.x = o.x + o.y end return o.x"),
    METHODS(
        "local C = {} C.__index = C function C:add(n) self.n = self.n + n end"
            + " local o = setmetatable({ n = 0 }, C) for i = 1, 50000 do o:add(i) end return o.n"),
    STRINGS(
        "local t = {} for i = 1, 5000 do t[#t + 1] = ('line ' .. i):upper():gsub('%d+', '#') end"
            + " return #table.concat(t)"),
    COROUTINES(
        "local co = coroutine.wrap(function() while true do coroutine.yield(1) end end)"
            + " local n = 0 for i = 1, 20000 do n = n + co() end return n");

    private final String code;

    Program(String code) {
      this.code = code;
    }
  }

  /** Which program. */
  @Param public Program program;

  private LuaState state;
  private LuaClosure function;

  /** Compiles the program. */
  @Setup
  public void load() {
    Limits unlimited = new Limits(Long.MAX_VALUE, Long.MAX_VALUE, 3_600_000, 20_000);
    state = new LuaState(unlimited);
    StandardLibrary.install(
        state, new Environment(line -> {}, Map.of(), 0, ModuleLoader.EMPTY, new Sources()));
    function = state.load(program.code, "benchmark", false);
  }

  /** Runs it. */
  @Benchmark
  public Object run() {
    return state.call(function);
  }
}
