package dev.luakit.llb.graph;

/** The network of a command. The ordinal is the number on the wire. */
public enum NetworkMode {
  /** A network of its own. */
  SANDBOX("sandbox"),
  /** The network of the machine that builds. */
  HOST("host"),
  /** No network. */
  NONE("none");

  private final String text;

  NetworkMode(String text) {
    this.text = text;
  }

  /** The mode's name in scripts. */
  public String text() {
    return text;
  }
}
