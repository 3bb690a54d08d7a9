package dev.luakit.stdlib;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The modules of several directories: the first one that has a file is the one it is read from. */
final class SeveralDirectories implements ModuleLoader {
  private final List<DirectoryModules> directories;

  /** Where the files that were read come from. */
  private final Map<String, DirectoryModules> found = new HashMap<>();

  SeveralDirectories(List<DirectoryModules> directories) {
    this.directories = directories;
  }

  @Override
  public byte[] read(String path) throws IOException {
    return read(path, Long.MAX_VALUE);
  }

  @Override
  public byte[] read(String path, long nanos) throws IOException {
    long deadline = System.nanoTime() + nanos;
    for (DirectoryModules directory : directories) {
      byte[] text = directory.read(path, deadline - System.nanoTime());
      if (text != null) {
        found.put(path, directory);
        return text;
      }
    }
    return null;
  }

  @Override
  public String shown(String path) {
    DirectoryModules directory = found.get(path);
    return directory == null ? path : directory.shown(path);
  }
}
