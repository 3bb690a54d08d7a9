package dev.luakit.cli;

import dev.luakit.cli.dag.Dag;
import dev.luakit.cli.dag.OpKind;
import dev.luakit.llb.Build;
import dev.luakit.llb.graph.Platform;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;

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
    if (format.isPicture()) {
      refuseTooLarge(dag);
    }
    return format.write(dag).getBytes(StandardCharsets.UTF_8);
  }

  private static void refuseTooLarge(Dag dag) {
    if (dag.nodes().size() > MOST_OPS || dag.edges() > MOST_EDGES) {
      throw new UsageException(
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
