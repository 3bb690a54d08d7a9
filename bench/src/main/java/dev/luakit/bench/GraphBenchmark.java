package dev.luakit.bench;

import dev.luakit.llb.graph.Command;
import dev.luakit.llb.graph.Definition;
import dev.luakit.llb.graph.Graph;
import dev.luakit.llb.graph.Platform;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Graphs without Lua: operations are made, marshaled and digested, and the definition is written.
 * The counter {@code operations} tells how many of them per second, which ought to be the same
 * whatever the size of the graph. The young generation holds several graphs of the greatest size:
 * how long a collector takes to move one that lives is not what is measured.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(
    value = 1,
    jvmArgsAppend = {"-XX:+UseSerialGC", "-Xms4g", "-Xmx4g", "-Xmn3500m"})
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class GraphBenchmark {
  /** How many commands the graph has. */
  @Param({"100", "1000", "10000", "100000"})
  public int commands;

  /** Counts operations. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  public static class Made {
    /** How many there were in the definitions. */
    public long operations;
  }

  /** Each command runs on the one before. */
  @Benchmark
  public byte[] chain(Made made) {
    Graph graph = new Graph(Platform.USUAL);
    dev.luakit.llb.graph.State state = graph.scratch();
    for (int i = 0; i < commands; i++) {
      state = state.run(command(i), List.of());
    }
    return write(state, made);
  }

  /** All commands run on the same state, and all that they leave is merged. */
  @Benchmark
  public byte[] wide(Made made) {
    Graph graph = new Graph(Platform.USUAL);
    dev.luakit.llb.graph.State base = graph.scratch().run(command(-1), List.of());
    List<dev.luakit.llb.graph.State> layers = new ArrayList<>();
    for (int i = 0; i < commands; i++) {
      layers.add(base.run(command(i), List.of()));
    }
    return write(graph.merge(layers, List.of()), made);
  }

  private static Command command(int i) {
    return Command.shell("make step-" + i).build();
  }

  private static byte[] write(dev.luakit.llb.graph.State state, Made made) {
    Definition definition = Definition.of(state);
    made.operations += definition.vertices().size();
    return definition.toByteArray();
  }
}
