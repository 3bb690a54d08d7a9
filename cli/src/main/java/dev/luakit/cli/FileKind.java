package dev.luakit.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * What is at the other end of a file or descriptor. {@code System.console()} can't tell: it speaks
 * of standard input and output together.
 */
enum FileKind {
  REGULAR,
  DIRECTORY,
  TERMINAL,
  /** A pipe or a socket. */
  PIPE,
  /** Something else, such as {@code /dev/null}. */
  OTHER,
  /** Nothing is there, or nobody may know. */
  NONE;

  // The types of files in st_mode.
  private static final int TYPE = 0170000;
  private static final int SOCKET = 0140000;
  private static final int REGULAR_FILE = 0100000;
  private static final int FOLDER = 0040000;
  private static final int CHARACTER_DEVICE = 0020000;
  private static final int FIFO = 0010000;

  /** Bits of a device number that don't tell the driver, for the few devices of memory. */
  private static final long MINOR = 0xFF;

  /** The kind of a file, through symbolic links. */
  static FileKind of(Path file) {
    try {
      Map<String, Object> stat = Files.readAttributes(file, "unix:mode,rdev");
      int type = (Integer) stat.get("mode") & TYPE;
      if (type == CHARACTER_DEVICE) {
        return isMemory((Long) stat.get("rdev")) ? OTHER : TERMINAL;
      }
      if (type == FIFO || type == SOCKET) {
        return PIPE;
      }
      if (type == REGULAR_FILE) {
        return REGULAR;
      }
      return type == FOLDER ? DIRECTORY : OTHER;
    } catch (IOException | UnsupportedOperationException e) {
      return NONE;
    }
  }

  /**
   * Whether a character device is {@code /dev/null} or one of its kind, which have one driver. All
   * others that anyone writes to are terminals, whatever they are called.
   */
  private static boolean isMemory(long device) throws IOException {
    long nothing = (Long) Files.getAttribute(Path.of("/dev/null"), "unix:rdev");
    return (device & ~MINOR) == (nothing & ~MINOR);
  }
}
