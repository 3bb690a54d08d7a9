package dev.luakit.stdlib;

import dev.luakit.vm.LimitExceeded;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads scripts, as long as they are no longer than a script may be. */
public final class ScriptFile {
  private ScriptFile() {}

  /**
   * Reads a file.
   *
   * @param most how many bytes it may have
   * @throws IOException if it can't be read
   * @throws LimitExceeded if it is longer than {@code most}
   */
  public static byte[] read(Path file, int most) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return read(in, most);
    }
  }

  /**
   * Reads a stream to its end.
   *
   * @param most how many bytes it may have
   * @throws IOException if it can't be read
   * @throws LimitExceeded if it is longer than {@code most}
   */
  public static byte[] read(InputStream in, int most) throws IOException {
    byte[] text = in.readNBytes(most);
    if (text.length == most && in.read() >= 0) {
      throw LimitExceeded.scriptSize(most);
    }
    return text;
  }
}
