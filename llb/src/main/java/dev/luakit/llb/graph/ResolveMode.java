package dev.luakit.llb.graph;

/** Where BuildKit looks up what an image reference stands for. */
public enum ResolveMode {
  /** Wherever the daemon likes. */
  DEFAULT("default"),
  /** In the registry, always. */
  PULL("pull"),
  /** Among the daemon's own images first. */
  LOCAL("local");

  private final String text;

  ResolveMode(String text) {
    this.text = text;
  }

  /** The mode's name in scripts and on the wire. */
  public String text() {
    return text;
  }
}
