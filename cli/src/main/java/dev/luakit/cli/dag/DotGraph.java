package dev.luakit.cli.dag;

import dev.luakit.cli.Columns;
import java.util.List;

/** A graph in the language of Graphviz. */
public final class DotGraph {
  /** Most columns of a line in a node, and of a tooltip. */
  private static final int LINE = 60;

  private static final int TOOLTIP = 1000;

  private final StringBuilder out = new StringBuilder(1024);

  private DotGraph() {}

  /** Writes a graph. */
  public static String write(Dag dag) {
    return new DotGraph().graph(dag);
  }

  private String graph(Dag dag) {
    out.append("digraph luakit {\n");
    out.append("  rankdir=LR;\n");
    out.append("  node [fontname=\"sans-serif\", fontsize=10, style=filled];\n");
    out.append("  edge [fontname=\"sans-serif\", fontsize=9];\n");
    for (Dag.Node node : dag.nodes()) {
      node(node);
    }
    export(Caption.export(dag.build().imageConfig()));
    for (Dag.Node node : dag.nodes()) {
      edges(node.inputs(), node.name());
    }
    edges(dag.exported(), "export");
    return out.append("}\n").toString();
  }

  private void node(Dag.Node node) {
    String line = Caption.line(node);
    out.append("  ").append(node.name()).append(" [label=\"");
    String description = Caption.description(node);
    if (!description.isEmpty()) {
      quoted(description, LINE);
      out.append("\\n");
    }
    quoted(line, LINE);
    more(Caption.platform(node));
    more(Caption.place(node));
    out.append("\", shape=").append(node.kind().shape().graphviz());
    out.append(", fillcolor=\"").append(node.kind().color());
    out.append("\", tooltip=\"");
    quoted(line, TOOLTIP);
    out.append("\"];\n");
  }

  private void export(List<String> lines) {
    out.append("  export [label=\"export");
    for (String line : lines) {
      more(line);
    }
    out.append("\", shape=box, style=\"filled,rounded\", fillcolor=\"#b6d7a8\"];\n");
  }

  private void more(String line) {
    if (!line.isEmpty()) {
      out.append("\\n");
      quoted(line, LINE);
    }
  }

  private void edges(List<Dag.Edge> edges, String to) {
    for (Dag.Edge edge : edges) {
      out.append("  ").append(edge.from().name()).append(" -> ").append(to);
      String label = Caption.edge(edge);
      if (!edge.direct()) {
        out.append(" [style=dashed");
        label(", label", label);
        out.append(']');
      } else if (!label.isEmpty()) {
        label(" [label", label);
        out.append(']');
      }
      out.append(";\n");
    }
  }

  private void label(String attribute, String label) {
    if (!label.isEmpty()) {
      out.append(attribute).append("=\"");
      quoted(label, LINE);
      out.append('"');
    }
  }

  /** Appends what Graphviz shows as this text, without escapes or entities of its own. */
  private void quoted(String text, int most) {
    String shown = Columns.fit(text, most);
    for (int i = 0; i < shown.length(); i++) {
      char c = shown.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c == '&') {
        out.append("&amp;");
      } else {
        out.append(c);
      }
    }
  }
}
