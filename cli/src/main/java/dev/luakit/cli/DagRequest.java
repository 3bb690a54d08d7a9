package dev.luakit.cli;

import dev.luakit.cli.dag.Dag;
import dev.luakit.cli.dag.OpKind;
import dev.luakit.llb.Build;
import dev.luakit.llb.graph.Platform;
import dev.luakit.stdlib.TimedTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Evaluates a script and draws its graph.
 *
 * @param script the script
 * @param format how the graph is written
 * @param kinds the operations that are shown
 * @param output where the graph goes, or null for standard output
 */
record DagRequest(ScriptOptions script, DagFormat format, Set<OpKind> kinds, String output)
    implements Request {

  /** More than these take minutes to lay out, and nobody finds anything in the picture. */
  private static final int MOST_OPS = 2000;

  private static final int MOST_EDGES = 6000;

  @Override
  public void run(Host host) {
    Path file = script.file();
    Destination to = Destination.of("--output", output, host);
    to.refuseScript(file);
    to.write(draw(file, host));
  }

  /** The graph of a script's file. */
  byte[] draw(Path file, Host host) {
    Platform platform = script.platform("dag");
    Build build = script.evaluate(file, platform, script.images(file, host), host);
    Dag dag = Dag.of(build, kinds);
    if (!format.isPicture()) {
      return format.write(dag).getBytes(StandardCharsets.UTF_8);
    }
    refuseTooLarge(dag);
    return picture(dag).getBytes(StandardCharsets.UTF_8);
  }

  /** Draws in as much time as the script may have: nobody can tell beforehand how long it takes. */
  private String picture(Dag dag) {
    long millis = script.limits().timeMillis();
    try {
      return new Drawing(format, dag).within(TimeUnit.MILLISECONDS.toNanos(millis));
    } catch (TimeoutException e) {
      throw UsageException.limit(
          "drawing the graph took more than " + millis + " ms",
          "give it more with --timeout TIME, show fewer operations, with --filter run,merge for"
              + " example, or use --format text");
    } catch (IOException e) {
      throw new UncheckedIOException(e); // Drawing reads and writes nothing.
    }
  }

  private static final class Drawing extends TimedTask<String> {
    private final DagFormat format;
    private final Dag dag;

    Drawing(DagFormat format, Dag dag) {
      this.format = format;
      this.dag = dag;
    }

    @Override
    protected String run() {
      return format.write(dag);
    }
  }

  private static void refuseTooLarge(Dag dag) {
    if (dag.nodes().size() > MOST_OPS || dag.edges() > MOST_EDGES) {
      throw UsageException.limit(
          "the graph is too large for a picture: "
              + dag.nodes().size()
              + " operations and "
              + dag.edges()
              + " edges, where "
              + MOST_OPS
              + " and "
              + MOST_EDGES
              + " are the most",
          "show fewer of them, with --filter run,merge for example, or use --format text");
    }
  }
}
