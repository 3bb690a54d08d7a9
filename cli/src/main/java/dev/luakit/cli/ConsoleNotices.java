package dev.luakit.cli;

import dev.luakit.cli.registry.RegistryNotices;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Tells on standard error what comes of asking registries; how far it is only on a terminal. */
final class ConsoleNotices implements RegistryNotices {
  private static final String ERASE = "\r\033[K";

  private final Host host;
  private final boolean terminal;

  /** The line that is shown for the moment, or empty. */
  private String shown = "";

  ConsoleNotices(Host host) {
    this.host = host;
    terminal = host.errFile() != null && FileKind.of(host.errFile()) == FileKind.TERMINAL;
  }

  @Override
  public synchronized void warn(String message, String hint) {
    String warning = ErrorReport.warning(message, hint, ColorChoice.of(host));
    write(shown.isEmpty() ? warning : ERASE + warning + shown);
  }

  @Override
  public synchronized void progress(int done, int all) {
    if (terminal) {
      shown = "resolving " + done + " of " + all + (all == 1 ? " image …" : " images …");
      write(ERASE + shown);
    }
  }

  @Override
  public synchronized void endProgress() {
    if (!shown.isEmpty()) {
      shown = "";
      write(ERASE);
    }
  }

  private void write(String text) {
    try {
      host.err().write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      return; // Nobody reads it, and the build does not depend on it.
    }
  }
}
