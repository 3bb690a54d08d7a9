package dev.luakit.cli;

import dev.luakit.stdlib.PrintSink;
import java.nio.charset.StandardCharsets;

/**
 * Writes what a script prints to standard output, byte for byte. To a terminal each line goes at
 * once; otherwise they are collected, so that whoever prints a million lines does not make a
 * million system calls.
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
    int length = line.length();
    if (length >= SIZE - count) {
      flush();
    }
    byte[] bytes = line.getBytes(StandardCharsets.ISO_8859_1);
    if (length >= SIZE) {
      output.send(bytes, length);
    } else {
      System.arraycopy(bytes, 0, buffer, count, length);
      count += length;
    }
    buffer[count++] = '\n';
    if (kind == null) {
      kind = output.kind();
    }
    if (kind == FileKind.TERMINAL) {
      flush();
    }
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
