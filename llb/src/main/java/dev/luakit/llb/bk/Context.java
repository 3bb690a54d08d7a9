package dev.luakit.llb.bk;

import dev.luakit.llb.graph.Graph;
import dev.luakit.llb.graph.ImageReference;
import dev.luakit.llb.graph.Location;
import dev.luakit.llb.graph.State;
import java.util.List;

/** What takes the place of a source that a script names. */
public sealed interface Context {
  /**
   * An image, which is resolved as if the script had named it.
   *
   * @param reference the image
   */
  record Image(ImageReference reference) implements Context {}

  /**
   * A directory of the client's, of which the script may choose files.
   *
   * @param name the name that the client gives it; a byte string
   * @param session the session that has it, or empty for that of the build; a byte string
   * @param sharedKeyHint what builds that share the transfer have alike, or empty; a byte string
   * @param exclude patterns of files that are left out, before those of the script; byte strings
   * @param progress what the build's progress calls it, or empty; a byte string
   */
  record Directory(
      String name, String session, String sharedKeyHint, List<String> exclude, String progress)
      implements Context {}

  /** Any other file system. */
  non-sealed interface Files extends Context {
    /**
     * Makes it a part of a graph.
     *
     * @param at where the script names it
     */
    State in(Graph graph, List<Location> at);
  }
}
