package dev.luakit.cli.dag;

import dev.luakit.cli.Columns;
import dev.luakit.llb.graph.BindMount;
import dev.luakit.llb.graph.Detail;
import dev.luakit.llb.graph.ExecOp;
import dev.luakit.llb.graph.Mount;
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
 * A graph as a tree for a terminal. What is exported stands at the top, and under each operation
 * what it needs: the input with the longest history straight below, so that a chain of any length
 * takes no width, and the others on branches before it. An operation that several need is there
 * once, and by its name after that.
 */
public final class TextTree {
  /** Most columns of a line before the place in the script. */
  private static final int WIDTH = 88;

  /** Most branches off branches; what is deeper gets a tree of its own further down. */
  private static final int MOST_BRANCHES = 12;

  private static final String BRANCH = "├─ ";
  private static final String BRANCH_THROUGH_OTHERS = "├┄ ";
  private static final String STEM = "│  ";
  private static final String STEM_THROUGH_OTHERS = "┊";

  private final Dag dag;
  private final List<Line> lines = new ArrayList<>();
  private final Set<Dag.Node> shown = new HashSet<>();

  /**
   * The straight line that each node is on, by a number. A node is drawn there and only there;
   * whatever comes by before refers to it.
   */
  private final Map<Dag.Node, Integer> trunks = new HashMap<>();

  /** The nodes whose trees are still to come. */
  private final Deque<Dag.Node> later = new ArrayDeque<>();

  /** How many operations the longest way to a source takes, the operation itself included. */
  private final Map<Dag.Node, Integer> history = new HashMap<>();

  private static final int NO_TRUNK = -1;

  private record Line(String text, String place) {}

  /**
   * An edge to draw.
   *
   * @param indent what stands before the user of the edge
   * @param branches how many branches that is
   * @param trunk the trunk that it goes down, or {@link #NO_TRUNK} for a branch
   * @param straight whether it goes straight down
   */
  private record Step(Dag.Edge edge, String indent, int branches, int trunk, boolean straight) {}

  private TextTree(Dag dag) {
    this.dag = dag;
  }

  /** Writes a graph. */
  public static String write(Dag dag) {
    return new TextTree(dag).text();
  }

  private String text() {
    measure();
    List<String> export = Caption.export(dag.build().imageConfig());
    add("export" + (export.isEmpty() ? "" : ": " + String.join(", ", export)), "");
    if (dag.build().exported().isScratch()) {
      add("scratch", "");
    }
    Dag.Edge first = longest(dag.exported());
    if (first != null) {
      claim(first.from(), 0);
    }
    draw(steps(dag.exported(), "", 0, 0));
    while (!later.isEmpty()) {
      Dag.Node node = later.removeFirst();
      if (!trunks.containsKey(node)) {
        lines.add(new Line("", ""));
        int trunk = trunks.size();
        claim(node, trunk);
        Dag.Edge edge = new Dag.Edge(node, 0, "", true);
        draw(List.of(new Step(edge, "", 0, trunk, true)));
      }
    }
    return join();
  }

  private void measure() {
    for (Dag.Node node : dag.nodes()) {
      Dag.Edge longest = longest(node.inputs());
      history.put(node, longest == null ? 1 : history.get(longest.from()) + 1);
    }
  }

  /** The edge with the longest history behind it, the first of several; null for no edge. */
  private Dag.Edge longest(List<Dag.Edge> edges) {
    Dag.Edge longest = null;
    for (Dag.Edge edge : edges) {
      if (longest == null || history.get(edge.from()) > history.get(longest.from())) {
        longest = edge;
      }
    }
    return longest;
  }

  /** Makes a node, and those below it on a straight line, a trunk. */
  private void claim(Dag.Node node, int trunk) {
    Dag.Node next = node;
    while (next != null && trunks.putIfAbsent(next, trunk) == null) {
      Dag.Edge longest = longest(next.inputs());
      next = longest == null ? null : longest.from();
    }
  }

  /** Goes depth first with a stack of its own, since a chain may be as long as memory allows. */
  private void draw(List<Step> first) {
    Deque<Step> open = new ArrayDeque<>();
    push(open, first);
    while (!open.isEmpty()) {
      Step step = open.pop();
      Dag.Node node = step.edge().from();
      String indent = step.indent();
      String start = indent;
      if (step.straight()) {
        if (!step.edge().direct()) {
          add(indent + STEM_THROUGH_OTHERS, "");
        }
      } else {
        start += step.edge().direct() ? BRANCH : BRANCH_THROUGH_OTHERS;
        indent += STEM;
      }
      String label = Caption.edge(step.edge());
      if (!label.isEmpty()) {
        start += Columns.fit(label, WIDTH / 3) + ": ";
      }
      int trunk = step.trunk();
      if (!step.straight() && step.branches() < MOST_BRANCHES && !trunks.containsKey(node)) {
        trunk = trunks.size();
        claim(node, trunk);
      }
      if (!trunks.containsKey(node)) {
        add(start + Caption.reference(node) + " (below)", "");
        later.add(node);
      } else if (trunks.get(node) != trunk || shown.contains(node)) {
        add(start + Caption.reference(node) + (shown.contains(node) ? " (above)" : " (below)"), "");
      } else {
        shown.add(node);
        add(start + text(node), Caption.place(node));
        mounts(node, indent);
        int branches = step.branches() + (step.straight() ? 0 : 1);
        push(open, steps(node.inputs(), indent, branches, trunk));
      }
    }
  }

  private static void push(Deque<Step> open, List<Step> steps) {
    for (int i = steps.size() - 1; i >= 0; i--) {
      open.push(steps.get(i));
    }
  }

  /** The edges in the order in which they are drawn: the branches, then the one straight down. */
  private List<Step> steps(List<Dag.Edge> edges, String indent, int branches, int trunk) {
    Dag.Edge longest = longest(edges);
    List<Step> steps = new ArrayList<>(edges.size());
    for (Dag.Edge edge : edges) {
      if (edge != longest) {
        steps.add(new Step(edge, indent, branches, NO_TRUNK, false));
      }
    }
    if (longest != null) {
      steps.add(new Step(longest, indent, branches, trunk, true));
    }
    return steps;
  }

  private static String text(Dag.Node node) {
    StringBuilder text = new StringBuilder(node.name()).append(' ');
    String description = Caption.description(node);
    if (!description.isEmpty()) {
      text.append(Columns.fit(description, WIDTH / 2)).append(" · ");
    }
    // More than fits on a line is not needed, and a command may be a megabyte.
    text.append(Columns.fit(Caption.line(node), WIDTH));
    String platform = Caption.platform(node);
    if (!platform.isEmpty()) {
      text.append(" (").append(platform).append(')');
    }
    return text.toString();
  }

  /** Adds what a command finds mounted that no operation makes. */
  private void mounts(Dag.Node node, String indent) {
    if (node.vertex().op() instanceof ExecOp exec) {
      for (Mount mount : exec.command().mounts()) {
        if (!(mount instanceof BindMount)) {
          StringBuilder text = new StringBuilder("mount ").append(mount.kind()).append(' ');
          text.append(ByteStrings.toText(mount.target()));
          for (Detail detail : mount.details()) {
            if (detail.name().equals("id") && !detail.value().equals(mount.target())) {
              text.append(" id=").append(ByteStrings.toText(detail.value()));
            }
          }
          add(indent + STEM + "  " + Columns.fit(text.toString(), WIDTH / 2), "");
        }
      }
    }
  }

  private void add(String text, String place) {
    lines.add(new Line(Columns.fit(text, WIDTH), place));
  }

  private String join() {
    int width = 0;
    for (Line line : lines) {
      if (!line.place().isEmpty()) {
        width = Math.max(width, Columns.of(line.text()));
      }
    }
    StringBuilder out = new StringBuilder(1024);
    for (Line line : lines) {
      out.append(line.text());
      if (!line.place().isEmpty()) {
        out.repeat(' ', width - Columns.of(line.text()) + 2);
        out.append(Columns.fit(line.place(), WIDTH / 3));
      }
      out.append('\n');
    }
    return out.toString();
  }
}
