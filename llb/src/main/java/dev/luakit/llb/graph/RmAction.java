package dev.luakit.llb.graph;

import dev.luakit.llb.wire.ProtoWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * Removes a file, or a directory with all that is in it.
 *
 * @param path what; a relative path is seen from the working directory
 * @param allowNotFound whether it may be missing
 * @param allowWildcard whether {@code *}, {@code ?} and {@code [a-z]} in the path are patterns
 */
public record RmAction(String path, boolean allowNotFound, boolean allowWildcard)
    implements FileAction {

  @Override
  public String kind() {
    return "rm";
  }

  @Override
  public String label() {
    return "rm " + path;
  }

  @Override
  public List<Detail> details() {
    List<Detail> details = new ArrayList<>();
    details.add(new Detail("path", path));
    Detail.add(details, "allow_not_found", allowNotFound);
    Detail.add(details, "allow_wildcard", allowWildcard);
    return details;
  }

  @Override
  public void write(ProtoWriter out, String directory, int base) {
    int rm = out.begin(7);
    out.string(1, "the path to remove", UnixPath.resolve(directory, path));
    out.bool(2, allowNotFound);
    out.bool(3, allowWildcard);
    out.end(rm);
  }
}
