package dev.luakit.cli;

import dev.luakit.llb.graph.ImageReference;
import dev.luakit.llb.graph.Platform;
import dev.luakit.llb.image.LockFile;
import dev.luakit.llb.image.Resolution;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a lock file has that its last version had not.
 *
 * @param before the last version
 * @param after the file as it is now
 */
record LockChanges(LockFile before, LockFile after) {

  /** A line that says how many images are locked, and one for each that changed. */
  String report(Path script) {
    StringBuilder out = new StringBuilder();
    out.append(Visible.line(Lock.path(script).toString())).append(": ");
    out.append(count(after.names().size())).append(" for ");
    out.append(String.join(", ", after.platforms())).append('\n');
    Set<String> names = new TreeSet<>(before.names());
    names.addAll(after.names());
    for (String name : names) {
      ImageReference image = ImageReference.parse(name);
      if (!after.names().contains(name)) {
        out.append("  - ").append(name).append('\n');
        continue;
      }
      for (String platform : after.platforms(image)) {
        Platform of = Platform.parse(platform);
        String was = digest(before.find(image, of));
        String is = digest(after.find(image, of));
        if (!is.equals(was)) {
          String sign = was.isEmpty() ? "  + " : "  ~ ";
          out.append(sign).append(name).append(' ').append(platform).append(' ').append(is);
          out.append('\n');
        }
      }
    }
    return out.toString();
  }

  private static String digest(Resolution.Resolved image) {
    return image == null ? "" : image.digest();
  }

  static String count(int images) {
    return images == 1 ? "1 image" : images + " images";
  }
}
