package dev.luakit.llb.graph;

import dev.luakit.llb.wire.ProtoWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * An empty file system in memory, gone when the command ends.
 *
 * @param target where the command finds it
 * @param size the most bytes that it holds, or 0 for no limit
 */
public record TmpfsMount(String target, long size) implements Mount {
  private static final int TYPE = 4;

  public TmpfsMount {
    if (size < 0) {
      throw new InvalidGraphException("the size of a tmpfs mount must not be negative");
    }
  }

  @Override
  public String kind() {
    return "tmpfs";
  }

  @Override
  public List<Detail> details() {
    List<Detail> details = new ArrayList<>();
    Detail.add(details, "size", size == 0 ? null : Long.toString(size));
    return details;
  }

  @Override
  public long capabilities() {
    long needed = Capability.EXEC_MOUNT_TMPFS.bit();
    return size == 0 ? needed : needed | Capability.EXEC_MOUNT_TMPFS_SIZE.bit();
  }

  @Override
  public void write(ProtoWriter out, int field, int input, int output) {
    int mount = out.begin(field);
    out.integer(1, input);
    out.string(3, "a mount's target", target);
    out.integer(4, output);
    out.integer(6, TYPE);
    int tmpfs = out.begin(19);
    out.integer(1, size);
    out.end(tmpfs);
    out.end(mount);
  }
}
