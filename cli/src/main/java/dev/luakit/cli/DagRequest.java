package dev.luakit.cli;

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

  @Override
  public void run(Host host) {
    Path file = script.file();
    Destination to = Destination.of("--output", output, host);
    to.refuseScript(file);
    Platform platform = script.platform("dag");
    Build build = script.evaluate(file, platform, script.images(file, host), host);
    Dag dag = Dag.of(build, kinds);
    String text = format == DagFormat.DOT ? DagDot.write(dag) : DagJson.write(dag);
    to.write(text.getBytes(StandardCharsets.UTF_8));
  }
}
