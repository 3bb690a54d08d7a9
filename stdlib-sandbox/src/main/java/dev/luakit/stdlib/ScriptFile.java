package dev.luakit.stdlib;

import dev.luakit.vm.LimitExceeded;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads scripts, as long as they are no longer than a script may be. */
public final class ScriptFile {
  /** Longest script that is read, in bytes. */
  public static final int MAX_BYTES = 16 << 20;

  private ScriptFile() {}

  /**
   * Reads a file.
   *
   * @throws IOException if it can't be read
   * @throws LimitExceeded if it is longer than {@link #MAX_BYTES}
   */
  public static byte[] read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return read(in);
    }
  }

  /**
   * Reads a stream to its end.
   *
   * @throws IOException if it can't be read
   * @throws LimitExceeded if it is longer than {@link #MAX_BYTES}
   */
  public static byte[] read(InputStream in) throws IOException {
    byte[] text = in.readNBytes(MAX_BYTES + 1);
    if (text.length > MAX_BYTES) {
      throw LimitExceeded.scriptSize(MAX_BYTES);
    }
    return text;
  }
}
