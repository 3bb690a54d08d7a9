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

  /** Most bytes of a line, as the lines stay in memory until the end. */
  private static final int MOST_BYTES = 3000;

  private final Warnings warnings;
  private final List<String> lines = new ArrayList<>();
  private int dropped;

  PrintedLines(Warnings warnings) {
    this.warnings = warnings;
  }

  @Override
  public synchronized void accept(byte[] line) {
    if (lines.size() < MOST_LINES) {
      int length = Math.min(line.length, MOST_BYTES);
      String text = new String(line, 0, length, StandardCharsets.UTF_8).stripTrailing();
      int more = line.length - length;
      lines.add(more == 0 ? text : text + "… (" + more + " more bytes)");
    } else {
      dropped++;
    }
  }

  /** Tells what was printed. */
  synchronized void tell() {
    for (String line : lines) {
      warnings.warn(line);
    }
    if (dropped > 0) {
      warnings.warn("… (" + dropped + " more lines)");
    }
  }
}
