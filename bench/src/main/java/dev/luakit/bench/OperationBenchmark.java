package dev.luakit.bench;

import dev.luakit.llb.graph.Command;
import dev.luakit.llb.graph.Definition;
import dev.luakit.llb.graph.Graph;
import dev.luakit.llb.graph.Platform;
import dev.luakit.llb.wire.Sha256;
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

/** What an operation costs: to be marshaled, to be digested, to be written. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class OperationBenchmark {
  private static final int OPERATIONS = 50;
  private static final int MESSAGE_BYTES = 200;

  private final byte[] message = new byte[MESSAGE_BYTES];
  private dev.luakit.llb.graph.State base;
  private Definition fifty;

  /** Makes a graph. */
  @Setup
  public void make() {
    base = base();
    dev.luakit.llb.graph.State state = base;
    // The base is an operation too.
    for (int i = 1; i < OPERATIONS; i++) {
      state = state.run(Command.shell("make step-" + i).build(), List.of());
    }
    fifty = Definition.of(state);
  }

  private static dev.luakit.llb.graph.State base() {
    return new Graph(Platform.USUAL).scratch().run(Command.shell("true").build(), List.of());
  }

  /** One command, from its text to a vertex with bytes and digest, in a graph of its own. */
  @Benchmark
  public dev.luakit.llb.graph.State marshalAndDigest() {
    return base();
  }

  /** The digest of as many bytes as an operation usually has. */
  @Benchmark
  public String digest() {
    return new Sha256().digest(message);
  }

  /** The definition of fifty operations that are made already. */
  @Benchmark
  public byte[] serializeFifty() {
    return fifty.toByteArray();
  }
}
