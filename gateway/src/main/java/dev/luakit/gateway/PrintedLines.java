package dev.luakit.gateway;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What the script prints. A frontend has no terminal: its lines reach the user as a warning of the
 * build.
 */
final class PrintedLines implements Consumer<byte[]> {
  private final Warnings warnings;
  private final List<String> lines = new ArrayList<>();

  PrintedLines(Warnings warnings) {
    this.warnings = warnings;
  }

  @Override
  public synchronized void accept(byte[] line) {
    lines.add(new String(line, StandardCharsets.UTF_8).stripTrailing());
  }

  /** Tells what was printed. */
  synchronized void close() {
    for (String line : lines) {
      warnings.warn(line, List.of(), null);
    }
    lines.clear();
  }
}
