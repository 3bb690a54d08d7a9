package dev.luakit.llb;

import dev.luakit.stdlib.ModuleLoader;
import java.io.IOException;
import java.io.InputStream;

/**
 * The modules that luakit brings along, written in Lua: {@code require("a.b")} is the resource
 * {@code library/a/b.lua}. None is read before a script requires it.
 */
public final class BuiltInLibrary implements ModuleLoader {
  /** The library, which keeps nothing to itself. */
  public static final BuiltInLibrary INSTANCE = new BuiltInLibrary();

  private BuiltInLibrary() {}

  @Override
  public byte[] read(String path) throws IOException {
    try (InputStream resource = BuiltInLibrary.class.getResourceAsStream("library/" + path)) {
      return resource == null ? null : resource.readAllBytes();
    }
  }
}
