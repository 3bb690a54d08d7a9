package dev.luakit.stdlib;

/** The modules of a script that has no directory. */
final class NoModules implements ModuleLoader {
  @Override
  public byte[] read(String path) {
    return null;
  }
}
