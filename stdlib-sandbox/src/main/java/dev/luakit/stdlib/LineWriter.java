package dev.luakit.stdlib;

import dev.luakit.vm.ByteStrings;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** Writes what a script prints to a stream, byte for byte. */
record LineWriter(OutputStream out) implements PrintSink {
  @Override
  public void print(String line) {
    try {
      out.write(ByteStrings.toBytes(line));
      out.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
