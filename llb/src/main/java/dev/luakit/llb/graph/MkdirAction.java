package dev.luakit.llb.graph;

import dev.luakit.llb.wire.ProtoWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes a directory.
 *
 * @param path where; a relative path is seen from the working directory
 * @param mode its permissions, of which BuildKit knows the last three octal digits
 * @param makeParents whether to make the directories above it too
 * @param owner whose it is, or null for root
 * @param createdTime nanoseconds since 1970-01-01T00:00:00Z, or {@link FileAction#NOW}
 */
public record MkdirAction(
    String path, FileMode mode, boolean makeParents, Owner owner, long createdTime)
    implements FileAction {

  public MkdirAction {
    mode.checkBits("a directory");
  }

  @Override
  public String kind() {
    return "mkdir";
  }

  @Override
  public String label() {
    return "mkdir " + path;
  }

  @Override
  public List<Detail> details() {
    List<Detail> details = new ArrayList<>();
    details.add(new Detail("path", path));
    details.add(new Detail("mode", mode.format()));
    Detail.add(details, "make_parents", makeParents);
    Detail.add(details, "owner", owner == null ? null : owner.format());
    FileAction.addTime(details, createdTime);
    return details;
  }

  @Override
  public void write(ProtoWriter out, String directory, int base) {
    int mkdir = out.begin(6);
    out.string(1, "the path of a directory", UnixPath.resolve(directory, path));
    out.integer(2, mode.bits() & 0777);
    out.bool(3, makeParents);
    if (owner != null) {
      owner.write(out, 4, base);
    }
    out.integer(5, createdTime);
    out.end(mkdir);
  }
}
