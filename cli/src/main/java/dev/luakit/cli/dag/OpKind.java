package dev.luakit.cli;

import dev.luakit.llb.graph.Op;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The kinds of operations: by what name they are asked for, and how they are drawn. */
enum OpKind {
  IMAGE("image", "source", "cylinder", "#cfe2f3"),
  OCI_LAYOUT("oci-layout", "source", "cylinder", "#cfe2f3"),
  LOCAL("local", "source", "folder", "#d9ead3"),
  GIT("git", "source", "folder", "#d9ead3"),
  HTTP("http", "source", "folder", "#d9ead3"),
  RUN("run", "exec", "box", "#fff2cc"),
  COPY("copy", "file", "note", "#eeeeee"),
  MKDIR("mkdir", "file", "note", "#eeeeee"),
  MKFILE("mkfile", "file", "note", "#eeeeee"),
  RM("rm", "file", "note", "#f4cccc"),
  SYMLINK("symlink", "file", "note", "#eeeeee"),
  MERGE("merge", "", "invtrapezium", "#d9d2e9"),
  DIFF("diff", "", "trapezium", "#d9d2e9");

  private final String text;

  /** Another name, which the kinds of one sort share; empty for none. */
  private final String sort;

  private final String shape;
  private final String color;

  OpKind(String text, String sort, String shape, String color) {
    this.text = text;
    this.sort = sort;
    this.shape = shape;
    this.color = color;
  }

  /** The kind's name. */
  String text() {
    return text;
  }

  /** Graphviz' name for the shape in which it is drawn. */
  String shape() {
    return shape;
  }

  /** The color that fills the shape. */
  String color() {
    return color;
  }

  /** The kind of an operation. */
  static OpKind of(Op op) {
    String name = op.kind();
    for (OpKind kind : values()) {
      if (kind.text.equals(name)) {
        return kind;
      }
    }
    throw new IllegalArgumentException(name);
  }

  static Set<OpKind> all() {
    return EnumSet.allOf(OpKind.class);
  }

  /**
   * Reads names with commas between them.
   *
   * @throws UsageException if one of them is none of a kind or sort
   */
  static Set<OpKind> parse(String names) {
    Set<OpKind> kinds = EnumSet.noneOf(OpKind.class);
    for (String part : names.split(",", -1)) {
      String name = part.strip();
      boolean known = false;
      for (OpKind kind : values()) {
        if (name.equals(kind.text) || !name.isEmpty() && name.equals(kind.sort)) {
          kinds.add(kind);
          known = true;
        }
      }
      if (!known) {
        throw unknown(name);
      }
    }
    return kinds;
  }

  private static UsageException unknown(String name) {
    List<String> names = new ArrayList<>();
    for (OpKind kind : values()) {
      names.add(kind.text);
      if (!kind.sort.isEmpty() && !names.contains(kind.sort)) {
        names.add(kind.sort);
      }
    }
    return new UsageException(
        "--filter: '" + name + "' is no kind of operation" + Suggestion.among(name, names),
        "the kinds are " + String.join(", ", names));
  }
}
