package dev.luakit.llb.graph;

/** What the files of a git repository have as their time of last change. */
public enum GitTime {
  /** The time at which BuildKit took them out of the repository. */
  CHECKOUT("checkout"),
  /** The time of the commit. */
  COMMIT("commit");

  private final String text;

  GitTime(String text) {
    this.text = text;
  }

  /** The name of this in scripts and on the wire. */
  String text() {
    return text;
  }
}
