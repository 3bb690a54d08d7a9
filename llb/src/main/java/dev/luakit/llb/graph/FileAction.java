package dev.luakit.llb.graph;

import dev.luakit.llb.wire.ProtoWriter;
import java.util.List;

/** A change to the files of a state. */
public sealed interface FileAction
    permits CopyAction, MkdirAction, MkfileAction, RmAction, SymlinkAction {
  /** The time that stands for "when it is done". */
  long NOW = -1;

  /** What is done, in one word. */
  String kind();

  /** What is done to what, in a line; a byte string. */
  String label();

  /** All that the action says, in a fixed order. */
  List<Detail> details();

  /** Adds the time that files get, unless that is when it is done. */
  static void addTime(List<Detail> details, long createdTime) {
    Detail.add(details, "created_time", createdTime == NOW ? null : Long.toString(createdTime));
  }

  /** The other state that the action reads, or null. */
  default State source() {
    return null;
  }

  /**
   * Writes the one field of a FileAction message that tells what is done.
   *
   * @param directory the directory from which relative paths are seen
   * @param base the index of the changed state among the operation's inputs, or -1
   */
  void write(ProtoWriter out, String directory, int base);
}
