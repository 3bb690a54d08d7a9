package dev.luakit.llb.graph;

import dev.luakit.llb.wire.ProtoWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes a file.
 *
 * @param path where; a relative path is seen from the working directory
 * @param data its content, a byte string
 * @param mode its permissions, of which BuildKit knows the last three octal digits
 * @param owner whose it is, or null for root
 * @param createdTime nanoseconds since 1970-01-01T00:00:00Z, or {@link FileAction#NOW}
 */
public record MkfileAction(String path, String data, FileMode mode, Owner owner, long createdTime)
    implements FileAction {

  public MkfileAction {
    mode.checkBits("a new file");
  }

  @Override
  public String kind() {
    return "mkfile";
  }

  @Override
  public String label() {
    return "mkfile " + path;
  }

  @Override
  public List<Detail> details() {
    List<Detail> details = new ArrayList<>();
    details.add(new Detail("path", path));
    details.add(new Detail("mode", mode.format()));
    details.add(new Detail("size", Integer.toString(data.length())));
    Detail.add(details, "owner", owner == null ? null : owner.format());
    FileAction.addTime(details, createdTime);
    return details;
  }

  @Override
  public void write(ProtoWriter out, String directory, int base) {
    int mkfile = out.begin(5);
    out.string(1, "the path of a file", UnixPath.resolve(directory, path));
    out.integer(2, mode.bits() & 0777);
    out.byteString(3, "the content of a file", data);
    if (owner != null) {
      owner.write(out, 4, base);
    }
    out.integer(5, createdTime);
    out.end(mkfile);
  }
}
