package dev.luakit.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Writes what a script prints to standard error: to a terminal only what can be seen. */
final class PrintedLines implements Consumer<byte[]> {
  private final Host host;

  /** What standard error is, once it is known. */
  private FileKind kind;

  PrintedLines(Host host) {
    this.host = host;
  }

  @Override
  public void accept(byte[] line) {
    if (kind == null) {
      kind = host.errFile() == null ? FileKind.OTHER : FileKind.of(host.errFile());
    }
    byte[] shown = line;
    if (kind == FileKind.TERMINAL) {
      String text = new String(line, StandardCharsets.UTF_8);
      shown = Visible.lines(text).getBytes(StandardCharsets.UTF_8);
    }
    try {
      host.err().write(shown);
    } catch (IOException e) {
      return; // Nobody reads it, and the build does not depend on it.
    }
  }
}
