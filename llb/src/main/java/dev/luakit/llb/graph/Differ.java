package dev.luakit.llb.graph;

/** How BuildKit finds the files of a local directory that it must transfer again. */
public enum Differ {
  /** It transfers all of them. */
  NONE("none"),
  /** It compares their metadata. */
  METADATA("metadata");

  private final String text;

  Differ(String text) {
    this.text = text;
  }

  /** The differ's name in scripts and on the wire. */
  String text() {
    return text;
  }
}
