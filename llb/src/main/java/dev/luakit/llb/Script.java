package dev.luakit.llb;

import dev.luakit.llb.bk.Evaluation;
import dev.luakit.llb.graph.SourceFile;
import dev.luakit.stdlib.Failure;
import dev.luakit.stdlib.Sources;
import dev.luakit.vm.ByteStrings;
import dev.luakit.vm.LimitExceeded;
import dev.luakit.vm.LuaError;
import java.util.HashMap;
import java.util.Map;

/** The script that is evaluated: the texts of its files, and how the user calls them. */
public final class Script implements Evaluation.SourceFiles {
  private static final String LANGUAGE = "Lua";

  private final String file;
  private final String chunk;
  private final Sources sources = new Sources();
  private final Map<String, SourceFile> files = new HashMap<>();

  /**
   * @param file the path by which the user calls it
   * @param name the path's last part
   */
  public Script(String file, String name) {
    this.file = file;
    this.chunk = ByteStrings.fromText(name);
  }

  /** The name of the main chunk: hermetic, so without the directory. */
  public String chunk() {
    return chunk;
  }

  /** Sets the text of the main chunk. */
  public void setText(byte[] text) {
    sources.add(chunk, file, text);
  }

  /** Receives the modules that the script requires. */
  public Sources sources() {
    return sources;
  }

  @Override
  public SourceFile find(String name) {
    SourceFile found = files.get(name);
    if (found == null) {
      byte[] text = sources.get(name);
      if (text == null) {
        return null;
      }
      found = new SourceFile(name, text, LANGUAGE);
      files.put(name, found);
    }
    return found;
  }

  /** An error of the script as a whole. */
  ScriptException failed(String message) {
    return new ScriptException(Failure.of(message, file, sources, chunk));
  }

  /** An error that ended the script. */
  public ScriptException failed(LuaError error) {
    return new ScriptException(Failure.of(error, sources, file));
  }

  /** A limit that ended it. */
  public ScriptException failed(LimitExceeded limit) {
    return new ScriptException(Failure.of(limit, sources, file));
  }
}
