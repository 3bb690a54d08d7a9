package dev.luakit.llb.graph;

/** What happens when two commands use a cache at once. The ordinal is the number on the wire. */
public enum CacheSharing {
  /** Both use it. */
  SHARED("shared"),
  /** The second one gets a new one. */
  PRIVATE("private"),
  /** The second one waits. */
  LOCKED("locked");

  private final String text;

  CacheSharing(String text) {
    this.text = text;
  }

  /** The mode's name in scripts. */
  String text() {
    return text;
  }
}
