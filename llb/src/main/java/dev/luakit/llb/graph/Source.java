package dev.luakit.llb.graph;

import java.util.Map;

/** Where files come from that no operation of the graph makes. Immutable. */
public abstract sealed class Source
    permits ImageSource, OciLayoutSource, LocalSource, GitSource, HttpSource {
  Source() {}

  /** What the source is, in one word. */
  abstract String kind();

  /** The source as an URL, whose scheme tells BuildKit what kind it is of. */
  abstract String identifier();

  /**
   * Tells what else BuildKit must know.
   *
   * @param attributes gets what there is to say
   * @return the capabilities that this needs, as a set of bits
   */
  abstract long describe(Map<String, String> attributes);

  /** Whether the same source has other files for other platforms. */
  boolean isPlatformSpecific() {
    return false;
  }

  /** The platform that the script asked for, or null. */
  Platform platform() {
    return null;
  }
}
