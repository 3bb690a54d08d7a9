package dev.luakit.llb.graph;

import dev.luakit.llb.wire.ProtoWriter;

/**
 * The group under which an operation stands in the build's progress.
 *
 * @param id what makes operations belong together
 * @param name what is shown
 * @param weak whether the group gives way to another one of the same operation
 */
public record ProgressGroup(String id, String name, boolean weak) {

  public ProgressGroup {
    InvalidGraphException.checkText("the progress group's ID", id);
    InvalidGraphException.checkText("the progress group's name", name);
  }

  /** Bytes of its texts. */
  long size() {
    return (long) id.length() + name.length();
  }

  void write(ProtoWriter out, int field) {
    int message = out.begin(field);
    out.string(1, "the progress group's ID", id);
    out.string(2, "the progress group's name", name);
    out.bool(3, weak);
    out.end(message);
  }
}
