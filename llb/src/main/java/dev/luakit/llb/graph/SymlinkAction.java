package dev.luakit.llb.graph;

import dev.luakit.llb.wire.ProtoWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes a symbolic link.
 *
 * @param oldPath what the link says; it stays as it is
 * @param newPath where the link is; a relative path is seen from the working directory
 * @param owner whose it is, or null for root
 * @param createdTime nanoseconds since 1970-01-01T00:00:00Z, or {@link FileAction#NOW}
 */
public record SymlinkAction(String oldPath, String newPath, Owner owner, long createdTime)
    implements FileAction {

  @Override
  public String kind() {
    return "symlink";
  }

  @Override
  public String label() {
    return "symlink " + newPath + " -> " + oldPath;
  }

  @Override
  public List<Detail> details() {
    List<Detail> details = new ArrayList<>();
    details.add(new Detail("oldpath", oldPath));
    details.add(new Detail("newpath", newPath));
    Detail.add(details, "owner", owner == null ? null : owner.format());
    FileAction.addTime(details, createdTime);
    return details;
  }

  @Override
  public void write(ProtoWriter out, String directory, int base) {
    int symlink = out.begin(8);
    out.string(1, "the content of a symbolic link", oldPath);
    out.string(2, "the path of a symbolic link", place(directory));
    if (owner != null) {
      owner.write(out, 3, base);
    }
    out.integer(4, createdTime);
    out.end(symlink);
  }

  /**
   * The Go client leaves the path of a link as it is, and BuildKit sees it from the root; so it
   * only has to be resolved where the working directory is another.
   */
  private String place(String directory) {
    return directory.equals("/") ? newPath : UnixPath.resolve(directory, newPath);
  }
}
