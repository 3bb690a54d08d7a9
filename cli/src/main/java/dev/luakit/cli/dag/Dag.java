package dev.luakit.cli;

import dev.luakit.llb.Build;
import dev.luakit.llb.graph.BindMount;
import dev.luakit.llb.graph.DiffOp;
import dev.luakit.llb.graph.ExecOp;
import dev.luakit.llb.graph.MergeOp;
import dev.luakit.llb.graph.Metadata;
import dev.luakit.llb.graph.Mount;
import dev.luakit.llb.graph.Op;
import dev.luakit.llb.graph.Output;
import dev.luakit.llb.graph.Vertex;
import dev.luakit.vm.ByteStrings;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
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
record Dag(Build build, List<Node> nodes, List<Edge> exported) {

  /**
   * An operation.
   *
   * @param name a short name for it in this graph
   * @param metadata what is said about it
   * @param inputs what it needs
   */
  record Node(String name, Vertex vertex, OpKind kind, Metadata metadata, List<Edge> inputs) {}

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
  static Dag of(Build build, Set<OpKind> kinds) {
    return new Drawing(build, kinds).dag();
  }

  /** Collects the nodes, each after those that it needs. */
  private static final class Drawing {
    private final Build build;
    private final Set<OpKind> kinds;

    /** The nodes by their digests: what the graph calls by one digest is one operation. */
    private final Map<String, Node> shown = new HashMap<>();

    private final List<Node> nodes = new ArrayList<>();

    Drawing(Build build, Set<OpKind> kinds) {
      this.build = build;
      this.kinds = kinds;
    }

    Dag dag() {
      for (Vertex vertex : build.definition().vertices()) {
        OpKind kind = OpKind.of(vertex.op());
        if (kinds.contains(kind)) {
          String name = "op" + (nodes.size() + 1);
          Metadata metadata = build.definition().metadata(vertex);
          Node node = new Node(name, vertex, kind, metadata, inputs(vertex.op()));
          nodes.add(node);
          shown.put(vertex.digest(), node);
        }
      }
      Output exported = build.exported().output();
      return new Dag(build, nodes, exported == null ? List.of() : sources(List.of(exported), null));
    }

    private List<Edge> inputs(Op op) {
      return sources(op.inputs(), op);
    }

    /** The shown operations that are nearest to some inputs; each of their outputs once. */
    private List<Edge> sources(List<Output> inputs, Op user) {
      List<Edge> edges = new ArrayList<>(inputs.size());
      Set<String> met = new HashSet<>();
      Deque<Output> open = new ArrayDeque<>();
      for (int i = 0; i < inputs.size(); i++) {
        Output input = inputs.get(i);
        Node node = shown.get(input.vertex().digest());
        if (node != null) {
          // A merge may take the same file system twice, and then that counts twice.
          edges.add(new Edge(node, input.index(), user == null ? "" : label(user, i), true));
          met.add(key(input));
          continue;
        }
        open.push(input);
        while (!open.isEmpty()) {
          visit(open.pop(), open, met, edges);
        }
      }
      return edges;
    }

    private void visit(Output output, Deque<Output> open, Set<String> met, List<Edge> edges) {
      Node node = shown.get(output.vertex().digest());
      if (!met.add(node == null ? output.vertex().digest() : key(output))) {
        return;
      }
      if (node != null) {
        edges.add(new Edge(node, output.index(), "", false));
        return;
      }
      List<Output> inputs = output.vertex().op().inputs();
      for (int i = inputs.size() - 1; i >= 0; i--) {
        open.push(inputs.get(i));
      }
    }

    private static String key(Output output) {
      return output.vertex().digest() + " " + output.index();
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
    if (user instanceof ExecOp exec) {
      return targets(exec, exec.inputs().get(index));
    }
    return OpKind.of(user) == OpKind.COPY && index == 1 ? "from" : "";
  }

  /** Where a command finds a file system that is mounted. */
  private static String targets(ExecOp exec, Output input) {
    StringBuilder targets = new StringBuilder();
    for (Mount mount : exec.command().mounts()) {
      if (mount instanceof BindMount bind && isSame(bind.source().output(), input)) {
        targets.append(targets.isEmpty() ? "" : ", ").append(ByteStrings.toText(bind.target()));
      }
    }
    return targets.toString();
  }

  private static boolean isSame(Output a, Output b) {
    return a != null && a.index() == b.index() && a.vertex().digest().equals(b.vertex().digest());
  }
}
