package dev.luakit.gateway;

import dev.luakit.proto.ops.Definition;
import java.util.List;

/** A directory that files of a build are read from, through the daemon. */
interface Directory {
  /**
   * A definition of a file system that has the files, and what they link to, at their paths.
   *
   * @param paths the files that are wanted; others may be there too
   * @param purpose what the build's progress says of it
   */
  Definition definition(List<String> paths, String purpose);

  /** What messages call it. */
  String shown();
}
