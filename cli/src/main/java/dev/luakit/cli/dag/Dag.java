package dev.luakit.cli.dag;

import dev.luakit.llb.Build;
import dev.luakit.llb.graph.DiffOp;
import dev.luakit.llb.graph.ExecOp;
import dev.luakit.llb.graph.FileOp;
import dev.luakit.llb.graph.Location;
import dev.luakit.llb.graph.MergeOp;
import dev.luakit.llb.graph.Metadata;
import dev.luakit.llb.graph.Op;
import dev.luakit.llb.graph.Output;
import dev.luakit.llb.graph.Vertex;
import dev.luakit.vm.ByteStrings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A graph as it is shown: the operations of some kinds, and how they depend on each other, maybe
 * through operations that are not shown.
 *
 * @param build what the script built
 * @param nodes the operations that are shown, each after those that it needs
 * @param exported where what is exported comes from; empty for scratch
 */
public record Dag(Build build, List<Node> nodes, List<Edge> exported) {

  /**
   * An operation.
   *
   * @param name a short name for it in this graph, {@code op} and a number from 1
   * @param metadata what is said about it
   * @param inputs what it needs
   */
  record Node(String name, Vertex vertex, OpKind kind, Metadata metadata, List<Edge> inputs) {

    // All nodes of a graph differ, and a record's own equality would go through all their inputs.
    @Override
    public boolean equals(Object other) {
      return this == other;
    }

    @Override
    public int hashCode() {
      return name.hashCode();
    }
  }

  /**
   * That an operation, or the export, needs another operation.
   *
   * @param from the operation that is needed
   * @param output which of its outputs
   * @param label what the needed file system is there, or empty
   * @param direct whether it is needed itself, and not by way of operations that are not shown
   */
  record Edge(Node from, int output, String label, boolean direct) {}

  /** The graph of a build with the operations of some kinds. */
  public static Dag of(Build build, Set<OpKind> kinds) {
    return new Drawing(build, kinds).dag();
  }

  /** The name of the file that a location is in, as text. */
  static String fileName(Location at) {
    return ByteStrings.toText(at.file().name());
  }

  /** How many edges there are. */
  public int edges() {
    int edges = exported.size();
    for (Node node : nodes) {
      edges += node.inputs().size();
    }
    return edges;
  }

  /** Collects the nodes, each after those that it needs. */
  private static final class Drawing {
    private final Build build;
    private final Set<OpKind> kinds;

    /** The nodes by their digests: what the graph calls by one digest is one operation. */
    private final Map<String, Node> shown = new HashMap<>();

    /** For each operation that is not shown, by its digest, the shown ones that it comes from. */
    private final Map<String, Origins> hidden = new HashMap<>();

    private final List<Node> nodes = new ArrayList<>();

    Drawing(Build build, Set<OpKind> kinds) {
      this.build = build;
      this.kinds = kinds;
    }

    Dag dag() {
      for (Vertex vertex : build.definition().vertices()) {
        Op op = vertex.op();
        OpKind kind = OpKind.of(op);
        if (kinds.contains(kind)) {
          String name = "op" + (nodes.size() + 1);
          Metadata metadata = build.definition().metadata(vertex);
          Node node = new Node(name, vertex, kind, metadata, sources(op.inputs(), op));
          nodes.add(node);
          shown.put(vertex.digest(), node);
        } else {
          hidden.put(vertex.digest(), origins(op.inputs()));
        }
      }
      Output exported = build.exported().output();
      return new Dag(build, nodes, exported == null ? List.of() : sources(List.of(exported), null));
    }

    private Origins origins(List<Output> inputs) {
      List<Origins> parts = new ArrayList<>(inputs.size());
      for (Output input : inputs) {
        Node node = shown.get(input.vertex().digest());
        parts.add(
            node == null
                ? hidden.get(input.vertex().digest())
                : Origins.of(new Origins.Origin(node, input.index())));
      }
      return Origins.of(parts);
    }

    /**
     * The shown operations that are nearest to some inputs. One that several inputs come from by
     * way of others is there once; a merge may take the same file system itself twice, and then
     * that counts twice.
     */
    private List<Edge> sources(List<Output> inputs, Op user) {
      List<Edge> edges = new ArrayList<>(inputs.size());
      Set<Origins.Origin> met = new HashSet<>();
      MountTargets mounted = user instanceof ExecOp exec ? new MountTargets(exec) : null;
      for (int i = 0; i < inputs.size(); i++) {
        Output input = inputs.get(i);
        String label = mounted != null ? mounted.of(input) : user == null ? "" : label(user, i);
        Node node = shown.get(input.vertex().digest());
        if (node != null) {
          edges.add(new Edge(node, input.index(), label, true));
          met.add(new Origins.Origin(node, input.index()));
          continue;
        }
        for (Origins.Origin origin : hidden.get(input.vertex().digest()).all()) {
          if (met.add(origin)) {
            edges.add(new Edge(origin.node(), origin.output(), label, false));
          }
        }
      }
      return edges;
    }
  }

  /** What an operation's input is to it, where that is not plain. */
  private static String label(Op user, int index) {
    if (user instanceof MergeOp) {
      return Integer.toString(index + 1);
    }
    if (user instanceof DiffOp) {
      return index == 0 ? "lower" : "upper";
    }
    return user instanceof FileOp file && file.copiesFrom(index) ? "from" : "";
  }
}
