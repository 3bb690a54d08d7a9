package dev.luakit.stdlib;

import java.io.IOException;

/**
 * The directory that {@code require} finds modules in. It is the boundary that a script must not
 * get across: an implementation reads nothing that lies outside, whatever links lead there.
 */
public interface ModuleLoader {
  /** A directory without any files. */
  ModuleLoader EMPTY = new NoModules();

  /**
   * Reads a file.
   *
   * @param path path relative to the directory, with {@code /} between its parts, none of which is
   *     empty, {@code .} or {@code ..}
   * @return its bytes, or {@code null} where there is no such file
   * @throws IOException if there is one that can't be read or must not be; the message says why, to
   *     follow the file's name
   */
  byte[] read(String path) throws IOException;

  /**
   * The same for a script that has only so much time left. Where reading may take for ever, a
   * loader sees to it that it does not.
   *
   * @param path as for {@link #read(String)}
   * @param nanos the time that is left to the script
   * @return as {@link #read(String)}
   */
  default byte[] read(String path, long nanos) throws IOException {
    return read(path);
  }

  /**
   * How the user calls a file that was read, for messages.
   *
   * @param path as for {@link #read(String)}
   */
  default String shown(String path) {
    return path;
  }
}
