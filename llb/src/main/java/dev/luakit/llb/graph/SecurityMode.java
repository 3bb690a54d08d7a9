package dev.luakit.llb.graph;

/** The privileges of a command. The ordinal is the number on the wire. */
public enum SecurityMode {
  /** Those of any container. */
  SANDBOX("sandbox"),
  /** All of them; the daemon must have been told to allow it. */
  INSECURE("insecure");

  private final String text;

  SecurityMode(String text) {
    this.text = text;
  }

  /** The mode's name in scripts. */
  public String text() {
    return text;
  }
}
