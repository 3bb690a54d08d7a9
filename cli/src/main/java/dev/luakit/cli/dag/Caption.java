package dev.luakit.cli.dag;

import dev.luakit.llb.graph.ImageConfig;
import dev.luakit.llb.graph.Location;
import dev.luakit.llb.graph.Op;
import dev.luakit.vm.ByteStrings;
import java.util.ArrayList;
import java.util.List;

/** What is written on an operation, as text that may hold anything. */
final class Caption {
  private static final String DOCKER_HUB = "docker.io/";
  private static final String OFFICIAL = "library/";

  private Caption() {}

  /** What the operation does, without its kind: {@code golang:1.22}, {@code . /src}. */
  static String subject(Dag.Node node) {
    Op op = node.vertex().op();
    String text = ByteStrings.toText(op.label());
    return switch (node.kind()) {
      case IMAGE -> familiar(withoutScheme(text));
      case OCI_LAYOUT, LOCAL, GIT -> withoutScheme(text);
      case HTTP -> text;
      case RUN -> text.strip().replaceAll("\n\\s*", "\n"); // not a script's indentation
      case COPY, MKDIR, MKFILE, RM, SYMLINK, MERGE, DIFF ->
          text.startsWith(node.kind().text())
              ? text.substring(node.kind().text().length()).stripLeading()
              : text;
    };
  }

  /** What the operation does, with its kind. */
  static String line(Dag.Node node) {
    String subject = subject(node);
    return subject.isEmpty() ? node.kind().text() : node.kind().text() + " " + subject;
  }

  /** What the operation is called where it is only referred to. */
  static String reference(Dag.Node node) {
    return node.name() + " " + node.kind().text();
  }

  private static String withoutScheme(String identifier) {
    int end = identifier.indexOf("://");
    return end < 0 ? identifier : identifier.substring(end + 3);
  }

  /** An image's name as people write it. */
  private static String familiar(String image) {
    if (!image.startsWith(DOCKER_HUB)) {
      return image;
    }
    String path = image.substring(DOCKER_HUB.length());
    return path.startsWith(OFFICIAL) ? path.substring(OFFICIAL.length()) : path;
  }

  /** The script's own words for the operation, or empty. */
  static String description(Dag.Node node) {
    return ByteStrings.toText(node.metadata().description());
  }

  /** The platform, or empty. */
  static String platform(Dag.Node node) {
    Op op = node.vertex().op();
    return op.platform() == null ? "" : op.platform().format();
  }

  /** The call that made the operation, as {@code file:line}; empty where nobody knows it. */
  static String place(Dag.Node node) {
    List<Location> locations = node.vertex().locations();
    if (locations.isEmpty()) {
      return "";
    }
    Location at = locations.getFirst();
    return Dag.fileName(at) + ":" + at.startLine();
  }

  /** How many operations are shown. */
  static String count(Dag dag) {
    int ops = dag.nodes().size();
    return ops + (ops == 1 ? " operation" : " operations");
  }

  /** What an edge stands for, or empty. */
  static String edge(Dag.Edge edge) {
    if (edge.output() == 0) {
      return edge.label();
    }
    return (edge.label().isEmpty() ? "" : edge.label() + ", ") + "output " + edge.output();
  }

  /** What a container of the exported image runs, a line for each thing that is configured. */
  static List<String> export(ImageConfig config) {
    List<String> lines = new ArrayList<>();
    add(lines, "entrypoint", String.join(" ", config.entrypoint()));
    add(lines, "cmd", String.join(" ", config.cmd()));
    add(lines, "user", config.user());
    add(lines, "workdir", config.workingDirectory());
    add(lines, "expose", String.join(" ", config.exposedPorts()));
    return lines;
  }

  private static void add(List<String> lines, String name, String value) {
    if (!value.isEmpty()) {
      lines.add(name + " " + ByteStrings.toText(value));
    }
  }
}
