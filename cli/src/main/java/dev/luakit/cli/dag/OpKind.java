package dev.luakit.cli.dag;

import dev.luakit.llb.graph.Op;
import java.util.EnumSet;
import java.util.Set;

/** The kinds of operations: by what name they are asked for, and how they are drawn. */
public enum OpKind {
  IMAGE("image", "source", Shape.CYLINDER, "#cfe2f3", "#24405c"),
  OCI_LAYOUT("oci-layout", "source", Shape.CYLINDER, "#cfd4f3", "#2c3566"),
  LOCAL("local", "source", Shape.FOLDER, "#d9ead3", "#2b4a2a"),
  GIT("git", "source", Shape.FOLDER, "#cdebe6", "#1f4b46"),
  HTTP("http", "source", Shape.FOLDER, "#e6edc3", "#434c1c"),
  RUN("run", "exec", Shape.BOX, "#fff2cc", "#54461a"),
  COPY("copy", "file", Shape.NOTE, "#eeeeee", "#3d3f42"),
  MKDIR("mkdir", "file", Shape.NOTE, "#efe5d5", "#4a3f30"),
  MKFILE("mkfile", "file", Shape.NOTE, "#f9e0c7", "#573a22"),
  RM("rm", "file", Shape.NOTE, "#f4cccc", "#5c2b2b"),
  SYMLINK("symlink", "file", Shape.NOTE, "#d9e2ea", "#33424d"),
  MERGE("merge", "", Shape.INVERTED_TRAPEZIUM, "#d9d2e9", "#41345f"),
  DIFF("diff", "", Shape.TRAPEZIUM, "#ead1dc", "#56304a");

  private final String text;
  private final String sort;
  private final Shape shape;
  private final String color;
  private final String darkColor;

  OpKind(String text, String sort, Shape shape, String color, String darkColor) {
    this.text = text;
    this.sort = sort;
    this.shape = shape;
    this.color = color;
    this.darkColor = darkColor;
  }

  /** The kind's name. */
  public String text() {
    return text;
  }

  /** Another name, which the kinds of one sort share; empty for none. */
  public String sort() {
    return sort;
  }

  /** The shape in which it is drawn. */
  Shape shape() {
    return shape;
  }

  /** The color that fills the shape, as {@code #rrggbb}. */
  String color() {
    return color;
  }

  /** The color that fills the shape where the background is dark, as {@code #rrggbb}. */
  String darkColor() {
    return darkColor;
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

  public static Set<OpKind> all() {
    return EnumSet.allOf(OpKind.class);
  }
}
