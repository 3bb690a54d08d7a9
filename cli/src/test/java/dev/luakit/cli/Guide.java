package dev.luakit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A document of the repository, of which the blocks of code are tried. */
record Guide(Path file) {
  static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern BLOCK = Pattern.compile("```(\\w+)\n(.*?)```", Pattern.DOTALL);

  /**
   * A document.
   *
   * @param name its path in the repository
   */
  static Guide of(String name) {
    return new Guide(ROOT.resolve(name));
  }

  /** Its blocks in a language, of which there are some. */
  List<String> blocks(String language) throws IOException {
    List<String> blocks = new ArrayList<>();
    Matcher matcher = BLOCK.matcher(Files.readString(file));
    while (matcher.find()) {
      if (matcher.group(1).equals(language)) {
        blocks.add(matcher.group(2));
      }
    }
    assertTrue(!blocks.isEmpty(), language);
    return blocks;
  }

  /** The lines of its blocks of shell commands. */
  List<String> commands() throws IOException {
    List<String> lines = new ArrayList<>();
    for (String block : blocks("sh")) {
      lines.addAll(block.lines().toList());
    }
    return lines;
  }

  /** Makes a folder look like a clone in which luakit is built. */
  static void makeClone(Shell shell) throws IOException {
    shell.write("luakit", "#!/bin/sh\nexec " + Shell.quoted(Shell.command(List.of())) + "\"$@\"\n");
    assertTrue(shell.path("luakit").toFile().setExecutable(true));
    Files.createSymbolicLink(shell.path("examples"), ROOT.resolve("examples"));
  }

  /**
   * Gives a folder a user, for whom another server is the registries that the documents name.
   *
   * @return the user's environment
   */
  static Map<String, String> home(Shell shell, String registry) {
    String mirror = "mirrors = [\"" + registry + "\"]\n";
    shell.write(
        "home/.config/buildkit/buildkitd.toml",
        "[registry.\"docker.io\"]\n" + mirror + "[registry.\"gcr.io\"]\n" + mirror);
    return Map.of("HOME", shell.path("home").toString());
  }

  /** Has a shell run a command in a folder; it must succeed and complain of nothing. */
  static void run(Shell shell, Map<String, String> environment, String command)
      throws IOException, InterruptedException {
    Process process = shell.start(environment, List.of("sh", "-c", command));
    Shell.Result result = shell.finish(process, process.getInputStream().readAllBytes());
    assertEquals("", result.err(), command);
    assertEquals(0, result.code(), command);
  }
}
