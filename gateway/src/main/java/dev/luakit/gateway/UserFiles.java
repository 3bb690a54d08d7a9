package dev.luakit.gateway;

import dev.luakit.llb.graph.Location;
import dev.luakit.proto.ops.SourceInfo;
import dev.luakit.vm.ByteStrings;
import java.util.List;

/**
 * The files that a script is made of. Operations have places in luakit's library, too, which nobody
 * is told of.
 *
 * @param script the script
 * @param modules its modules
 */
record UserFiles(ScriptText script, ScriptModules modules) {

  /**
   * What a file says.
   *
   * @param name its path, seen from the script's directory
   * @return null for a file of luakit's
   */
  byte[] text(String name) {
    String path = path(name);
    return path.equals(script.file()) ? script.text() : modules.text(path);
  }

  /** A file by its path, in BuildKit's words; null for one of luakit's. */
  SourceInfo source(String path) {
    if (path.equals(script.file())) {
      return script.info();
    }
    byte[] module = modules.text(path);
    return module == null ? null : ScriptText.info(path, module);
  }

  /** What messages call a file: its path in the directory that the script was found in. */
  String path(String name) {
    return script.folder() + name;
  }

  /** The innermost of a call and its callers that is in one of these files, or null. */
  Location ownCall(List<Location> calls) {
    for (Location call : calls) {
      if (text(ByteStrings.toText(call.file().name())) != null) {
        return call;
      }
    }
    return null;
  }
}
