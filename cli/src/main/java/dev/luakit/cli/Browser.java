package dev.luakit.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Opens files in the user's browser. */
final class Browser {
  /** Milliseconds in which a program that can't open anything has said so. */
  private static final long PATIENCE = 3000;

  private Browser() {}

  /**
   * Opens a file in the programs that {@code BROWSER} names, with colons between them, or else in
   * that of the desktop; the first one that can has it.
   *
   * @return false if none could
   */
  static boolean open(String path, Map<String, String> environment) {
    for (List<String> command : commands(path, environment)) {
      if (start(command)) {
        return true;
      }
    }
    return false;
  }

  private static List<List<String>> commands(String path, Map<String, String> environment) {
    List<List<String>> commands = new ArrayList<>();
    String named = environment.getOrDefault("BROWSER", "");
    for (String browser : named.split(":")) {
      if (!browser.isBlank()) {
        commands.add(named(browser.strip(), path));
      }
    }
    if (named.isBlank()) {
      commands.add(List.of("xdg-open", path));
      commands.add(List.of("open", path));
    }
    return commands;
  }

  /** A command of which {@code %s} is the file, or which gets it as its last argument. */
  private static List<String> named(String browser, String path) {
    List<String> command = new ArrayList<>();
    for (String word : browser.split("\\s+")) {
      command.add(word.replace("%s", path));
    }
    if (!browser.contains("%s")) {
      command.add(path);
    }
    return command;
  }

  /** Whether a program runs on, or has ended well. */
  private static boolean start(List<String> command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      return !process.waitFor(PATIENCE, TimeUnit.MILLISECONDS) || process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
