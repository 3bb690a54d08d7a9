package dev.luakit.cli;

import dev.luakit.stdlib.PrintSink;
import dev.luakit.vm.ByteStrings;
import java.nio.charset.StandardCharsets;

/**
 * Writes what a script prints to standard output, byte for byte. To a terminal each line goes at
 * once, and only what can be seen of it; otherwise they are collected, so that whoever prints a
 * million lines does not make a million system calls.
 */
final class PrintedOutput implements PrintSink {
  /** Beyond this, Java allocates native memory for each write. */
  private static final int SIZE = 8192;

  private final StandardOutput output;
  private final byte[] buffer = new byte[SIZE];
  private int count;

  /** What standard output is, once it is known. */
  private FileKind kind;

  PrintedOutput(StandardOutput output) {
    this.output = output;
  }

  /**
   * {@inheritDoc}
   *
   * @throws BrokenPipeException if nobody reads the output any more
   * @throws UsageException if it can't be written
   */
  @Override
  public void print(String line) {
    if (kind == null) {
      kind = output.kind();
    }
    if (kind == FileKind.TERMINAL) {
      byte[] shown = visible(line);
      output.send(shown, shown.length);
      return;
    }
    int length = line.length();
    if (length >= SIZE - count) {
      flush();
    }
    if (length >= SIZE) {
      output.send(ByteStrings.toBytes(line), length);
    } else {
      copy(line, length);
    }
    buffer[count++] = '\n';
  }

  private static byte[] visible(String line) {
    return (Visible.lines(ByteStrings.toText(line)) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /** The method is deprecated as it drops the upper halves of chars; those of bytes are 0. */
  @SuppressWarnings("deprecation")
  private void copy(String line, int length) {
    line.getBytes(0, length, buffer, count);
    count += length;
  }

  /**
   * Writes what is collected.
   *
   * @throws BrokenPipeException if nobody reads the output any more
   * @throws UsageException if it can't be written
   */
  void flush() {
    int length = count;
    count = 0; // Even if writing fails: nothing is tried twice.
    if (length > 0) {
      output.send(buffer, length);
    }
  }
}
