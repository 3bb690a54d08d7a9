package dev.luakit.cli;

import dev.luakit.llb.advice.Reporter;
import dev.luakit.llb.graph.Location;
import dev.luakit.vm.ByteStrings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tells what a script that is in order may have got wrong. */
final class Warnings implements Reporter {
  /** So many are told; nobody reads more, and a hostile script would make thousands. */
  private static final int MOST = 50;

  private final Path script;
  private final Host host;

  /** Whether a file is there: a loop may lose the result of one call a million times. */
  private final Map<Path, Boolean> files = new HashMap<>();

  /** The text of which {@link #lines} are the lines: mostly the next warning is of the same. */
  private byte[] shown;

  private List<String> lines = List.of();

  private int told;

  Warnings(Path script, Host host) {
    this.script = script;
    this.host = host;
  }

  @Override
  public boolean isFull() {
    return told > MOST;
  }

  @Override
  public void add(Location call, String message, String hint) {
    if (call == null) {
      add(script + ": " + message, hint);
    } else {
      add(file(call), call.file().data(), call.startLine(), call.startColumn() + 1, message, hint);
    }
  }

  /**
   * Tells something of a place in the script.
   *
   * @param column from 1, in bytes
   */
  void add(byte[] text, int line, int column, String message, String hint) {
    add(script, text, line, column, message, hint);
  }

  private void add(Path file, byte[] text, int line, int column, String message, String hint) {
    if (told >= MOST) {
      add(message, hint);
      return;
    }
    Colors colors = ColorChoice.of(host);
    StringBuilder excerpt = new StringBuilder();
    Excerpt.append(excerpt, line(text, line), line, column, colors);
    write(ErrorReport.warning(file + ":" + line + ": " + message, excerpt, hint, colors));
  }

  /** Tells something that no line has said. */
  void add(String message, String hint) {
    if (told < MOST) {
      write(ErrorReport.warning(message, hint, ColorChoice.of(host)));
    } else if (told == MOST) {
      write(
          ErrorReport.warning(
              "there are more warnings than these " + MOST, null, ColorChoice.of(host)));
    }
  }

  private void write(String warning) {
    told++;
    try {
      host.err().write(warning.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      return; // Nobody reads it, and the script is in order.
    }
  }

  private String line(byte[] text, int number) {
    if (text != shown) {
      shown = text;
      lines = ByteStrings.toText(ByteStrings.fromBytes(text)).lines().toList();
    }
    return number <= lines.size() ? lines.get(number - 1) : "";
  }

  @Override
  public Location ownCall(List<Location> calls) {
    for (Location call : calls) {
      if (files.computeIfAbsent(file(call), Files::exists)) {
        return call;
      }
    }
    return null;
  }

  private Path file(Location call) {
    return script.resolveSibling(ByteStrings.toText(call.file().name()));
  }
}
