package dev.luakit.gateway;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What the script prints. A frontend has no terminal: its lines reach the user as a warning of the
 * build, each.
 */
final class PrintedLines implements Consumer<byte[]> {
  /** Most lines that are told; a warning is a call of the daemon's. */
  private static final int MOST_LINES = 100;

  private final Warnings warnings;
  private final List<String> lines = new ArrayList<>();
  private int dropped;

  PrintedLines(Warnings warnings) {
    this.warnings = warnings;
  }

  @Override
  public synchronized void accept(byte[] line) {
    if (lines.size() < MOST_LINES) {
      lines.add(new String(line, StandardCharsets.UTF_8).stripTrailing());
    } else {
      dropped++;
    }
  }

  /** Tells what was printed. */
  synchronized void tell() {
    for (String line : lines) {
      warnings.warn(line, null);
    }
    if (dropped > 0) {
      warnings.warn("… (" + dropped + " more lines)", null);
    }
  }
}
