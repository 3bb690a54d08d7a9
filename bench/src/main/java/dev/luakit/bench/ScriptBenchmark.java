package dev.luakit.bench;

import dev.luakit.bench.guard.BuildScripts;
import dev.luakit.grammar.LuaParser;
import dev.luakit.grammar.LuaSource;
import dev.luakit.grammar.ParseLimits;
import dev.luakit.llb.Build;
import dev.luakit.llb.Luakit;
import dev.luakit.stdlib.ModuleLoader;
import dev.luakit.vm.Limits;
import dev.luakit.vm.LuaClosure;
import dev.luakit.vm.LuaState;
import java.nio.charset.StandardCharsets;
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

/** Build scripts like those that people write, by their lines: parsed, compiled, evaluated. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class ScriptBenchmark {
  /** How many lines the script has, about. */
  @Param({"10", "100", "1000"})
  public int lines;

  private String script;
  private byte[] bytes;

  /** Writes the script. */
  @Setup
  public void write() {
    script = BuildScripts.ofLines(lines);
    bytes = script.getBytes(StandardCharsets.UTF_8);
  }

  /** From the text to the tree of its syntax. */
  @Benchmark
  public LuaParser.ChunkContext parse() {
    return LuaSource.parse(script, true, ParseLimits.USUAL);
  }

  /** From the text to the virtual machine's instructions, which includes parsing. */
  @Benchmark
  public LuaClosure compile() {
    return new LuaState(Limits.DEFAULT).load(script, "build.lua", true);
  }

  /** From the text to the graph, which includes compiling. */
  @Benchmark
  public Build evaluate() {
    return Luakit.builder().build().evaluate("build.lua", bytes, ModuleLoader.EMPTY);
  }

  /** From the text to the bytes of the definition: all that a build does, but for files. */
  @Benchmark
  public byte[] build() {
    return evaluate().definition().toByteArray();
  }
}
