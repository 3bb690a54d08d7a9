package dev.luakit.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a result goes. First it is staged, then all that can fail before has not, and it is
 * committed: until then nothing of it is to be seen.
 */
abstract sealed class Destination permits StandardOutput, DeviceOutput, FileOutput {
  private byte[] bytes;

  /** The output that a command's option names: standard output where it is null or {@code -}. */
  static Destination of(String option, String name, Host host) {
    if (name == null || name.equals("-") || isStandardOutput(name)) {
      return new StandardOutput(host);
    }
    if (name.isEmpty()) {
      throw new UsageException(option + " needs the name of a file");
    }
    Path path = ScriptOptions.path(name);
    if (name.startsWith("/dev/fd/") || name.startsWith("/proc/") || name.equals("/dev/stderr")) {
      return new DeviceOutput(name, path);
    }
    return switch (FileKind.of(path)) {
      case REGULAR, NONE -> new FileOutput(name, path);
      case DIRECTORY ->
          throw new UsageException(
              "cannot write " + name + ": it is a directory",
              "name a file in it: " + option + " " + path.resolve("NAME"));
      case TERMINAL, PIPE, OTHER -> new DeviceOutput(name, path);
    };
  }

  private static boolean isStandardOutput(String name) {
    return name.equals("/dev/stdout") || name.equals("/dev/fd/1") || name.equals("/proc/self/fd/1");
  }

  /** Fails if a person would get to see what is meant for a program. */
  final void refuseTerminal(String what, Path script) {
    if (kind() == FileKind.TERMINAL) {
      throw new UsageException(
          "refusing to write " + what + " to a terminal; use -o FILE or a pipe",
          "luakit build " + script + " | buildctl build --local context=.");
    }
  }

  /** Fails if the output would take the place of the script. */
  final void refuseScript(Path script) {
    try {
      if (file() != null && Files.exists(file()) && Files.isSameFile(file(), script)) {
        throw new UsageException(
            "the output would replace the script " + script, "give the output another name");
      }
    } catch (IOException e) {
      throw new UsageException("cannot read " + script + ": " + Reason.of(e));
    }
  }

  /** What the output is now. */
  abstract FileKind kind();

  /** The file that is going to be replaced or made, or null. */
  Path file() {
    return null;
  }

  /** Takes the whole result. */
  void stage(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Writes what is staged. */
  abstract void commit();

  /** Forgets what is staged and not committed. */
  void discard() {
    bytes = null;
  }

  /** Stages and commits. */
  final void write(byte[] bytes) {
    try {
      stage(bytes);
      commit();
    } finally {
      discard();
    }
  }

  /** Writes what is staged to a stream in one go. */
  final void send(OutputStream stream, String name) {
    send(stream, name, bytes, bytes.length);
  }

  /** Writes the first bytes of an array to a stream in one go. */
  final void send(OutputStream stream, String name, byte[] bytes, int length) {
    try {
      stream.write(bytes, 0, length);
    } catch (IOException e) {
      // The system's message comes in the user's language, or not, hence the second question.
      boolean broken = "Broken pipe".equals(e.getMessage()) || kind() == FileKind.PIPE;
      if (broken) {
        throw new BrokenPipeException();
      }
      throw new UsageException("cannot write " + name + ": " + Reason.of(e));
    }
  }
}
