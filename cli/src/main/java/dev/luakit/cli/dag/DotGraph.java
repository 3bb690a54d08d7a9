package dev.luakit.cli;

import dev.luakit.llb.graph.ImageConfig;
import dev.luakit.llb.graph.Location;
import dev.luakit.llb.graph.Op;
import dev.luakit.vm.ByteStrings;
import java.util.List;

/** A graph in the language of Graphviz. */
final class DagDot {
  /** Most characters of a line in a node, and of a tooltip. */
  private static final int LINE = 60;

  private static final int TOOLTIP = 1000;

  private static final String IMAGE_SCHEME = "docker-image://";

  private final StringBuilder out = new StringBuilder(1024);

  private DagDot() {}

  static String write(Dag dag) {
    return new DagDot().graph(dag);
  }

  private String graph(Dag dag) {
    out.append("digraph luakit {\n");
    out.append("  rankdir=LR;\n");
    out.append("  node [fontname=\"sans-serif\", fontsize=10, style=filled];\n");
    out.append("  edge [fontname=\"sans-serif\", fontsize=9];\n");
    for (Dag.Node node : dag.nodes()) {
      node(node);
    }
    export(dag.build().imageConfig());
    for (Dag.Node node : dag.nodes()) {
      edges(node.inputs(), node.name());
    }
    edges(dag.exported(), "export");
    return out.append("}\n").toString();
  }

  private void node(Dag.Node node) {
    Op op = node.vertex().op();
    String kind = node.kind().text();
    String text = ByteStrings.toText(op.label());
    if (text.startsWith(IMAGE_SCHEME)) {
      text = text.substring(IMAGE_SCHEME.length());
    }
    if (!text.startsWith(kind)) {
      text = kind + " " + text;
    }
    out.append("  ").append(node.name()).append(" [label=\"");
    if (!node.metadata().description().isEmpty()) {
      quoted(ByteStrings.toText(node.metadata().description()), LINE);
      out.append("\\n");
    }
    quoted(text, LINE);
    if (op.platform() != null) {
      out.append("\\n");
      quoted(op.platform().format(), LINE);
    }
    List<Location> locations = node.vertex().locations();
    if (!locations.isEmpty()) {
      Location at = locations.getFirst();
      out.append("\\n");
      quoted(ByteStrings.toText(at.file().name()) + ":" + at.startLine(), LINE);
    }
    out.append("\", shape=").append(node.kind().shape());
    out.append(", fillcolor=\"").append(node.kind().color());
    out.append("\", tooltip=\"");
    quoted(text, TOOLTIP);
    out.append("\"];\n");
  }

  private void export(ImageConfig config) {
    out.append("  export [label=\"export");
    words("entrypoint", config.entrypoint());
    words("cmd", config.cmd());
    out.append("\", shape=box, style=\"filled,rounded\", fillcolor=\"#b6d7a8\"];\n");
  }

  private void words(String name, List<String> words) {
    if (!words.isEmpty()) {
      out.append("\\n");
      quoted(name + " " + ByteStrings.toText(String.join(" ", words)), LINE);
    }
  }

  private void edges(List<Dag.Edge> edges, String to) {
    for (Dag.Edge edge : edges) {
      out.append("  ").append(edge.from().name()).append(" -> ").append(to);
      String label = edge.label();
      if (edge.output() > 0) {
        label = (label.isEmpty() ? "" : label + ", ") + "output " + edge.output();
      }
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
    String shown = text.length() <= most ? text : cut(text, most - 1) + "…";
    shown = Visible.line(shown);
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

  private static String cut(String text, int length) {
    int end = Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
    return text.substring(0, end);
  }
}
