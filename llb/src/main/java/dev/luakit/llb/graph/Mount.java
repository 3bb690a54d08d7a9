package dev.luakit.llb.graph;

import dev.luakit.llb.wire.ProtoWriter;
import java.util.ArrayList;
import java.util.List;

/** Something that a command finds at a path, beside the file system that it runs in. */
public sealed interface Mount permits BindMount, CacheMount, TmpfsMount, SecretMount, SshMount {
  /** The path; a relative one is seen from the command's working directory. */
  String target();

  /** The state that is mounted, or null where the mount has none. */
  default State source() {
    return null;
  }

  /** What is mounted, in one word. */
  String kind();

  /** Whether what the command writes there comes out of it as a file system. */
  default boolean hasOutput() {
    return false;
  }

  /** All that it says beside kind, target and source, in a fixed order. */
  List<Detail> details();

  /** The capabilities that the mount needs, as a set of bits. */
  long capabilities();

  /**
   * Writes a Mount message.
   *
   * @param input the index of the source among the command's inputs, or -1
   * @param output the index of what comes out, or -1
   */
  void write(ProtoWriter out, int field, int input, int output);

  /** All that a file says which only the command sees. */
  static List<Detail> details(String id, long uid, long gid, FileMode mode, boolean optional) {
    List<Detail> details = new ArrayList<>();
    details.add(new Detail("id", id));
    details.add(new Detail("uid", Long.toString(uid)));
    details.add(new Detail("gid", Long.toString(gid)));
    details.add(new Detail("mode", mode.format()));
    Detail.add(details, "optional", optional);
    return details;
  }

  /** Fails unless this is the number of a user or group. */
  static void checkId(String kind, long id) {
    if (id < 0 || id > 0xFFFFFFFFL) {
      throw new InvalidGraphException(
          "uid or gid " + id + " of the " + kind + " mount is not from 0 to 4294967295");
    }
  }
}
