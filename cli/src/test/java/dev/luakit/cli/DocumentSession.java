package dev.luakit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A reader at work: an empty folder, a shell that remembers where it is, {@code luakit} on the
 * path, and a registry that has all images. Of a daemon there is nothing: {@code buildctl} and
 * {@code docker} take what they are given and say nothing.
 */
final class DocumentSession {
  private static final Pattern DAEMON = Pattern.compile("(?m)(^|[ |])(buildctl|docker) ");
  private static final String TO_BUILDCTL = " | buildctl ";
  private static final String ERROR = "--> error: ";

  /** What does nothing here: its tests are elsewhere, or it needs what a test has not. */
  private static final List<String> STAND_INS = List.of("buildctl", "docker", "mvn", "code");

  private final Path folder;
  private final Map<String, String> environment;

  /** The script of the last Lua block, for those that go on with it. */
  private String script = "";

  /**
   * Makes the folder ready.
   *
   * @param folder an empty one
   * @param registry where all images are, as {@code HOST:PORT}
   */
  DocumentSession(Path folder, String registry) throws IOException {
    this.folder = folder;
    Shell tools = new Shell(folder);
    environment = new HashMap<>(Guide.home(tools, registry));
    environment.put("PATH", folder.resolve("bin") + ":" + System.getenv("PATH"));
    environment.put("BUILDKIT_HOST", "");
    Guide.makeClone(new Shell(folder.resolve("bin")));
    for (String name : STAND_INS) {
      program(tools, name, "[ -t 0 ] || cat >/dev/null");
    }
    // A clone is what the tests run in.
    String clone = "mkdir luakit && ln -s \"$SESSION/bin/luakit\" \"$SESSION/bin/examples\" luakit";
    program(tools, "git", "[ \"$1\" != clone ] || { " + clone + "; }");
    Files.createDirectories(folder.resolve("work"));
    environment.put("SESSION", folder.toString());
    tools.write("here", folder.resolve("work") + "\n");
    tools.write("variables", "");
  }

  private static void program(Shell tools, String name, String text) throws IOException {
    tools.write("bin/" + name, "#!/bin/sh\n" + text + "\n");
    assertTrue(tools.path("bin/" + name).toFile().setExecutable(true));
  }

  /** Does what a block says. */
  void follow(Document.Block block) throws IOException, InterruptedException {
    switch (block.language()) {
      case "lua" -> lua(block);
      case "sh" -> sh(block.text());
      case "console" -> console(block.text());
      default -> {
        if (block.file() != null) {
          write(block);
        }
      }
    }
  }

  private void write(Document.Block block) throws IOException {
    Path file = here().resolve(block.file());
    Files.createDirectories(file.getParent());
    Files.writeString(file, block.text());
  }

  private void lua(Document.Block block) throws IOException {
    script = block.continues() ? script + block.text() : block.text();
    String file = block.file() == null ? "script.lua" : block.file();
    String text = script;
    if (block.file() != null) {
      write(block);
    } else if (!text.contains("bk.export(")) {
      text += "bk.export(bk.scratch())\n";
    }
    Shell shell = new Shell(here());
    if (block.file() == null) {
      shell.write(file, text);
    }
    Shell.Result result = shell.run("validate", "./" + file);
    int marked = text.indexOf(ERROR);
    if (marked >= 0) {
      fails(file, text, marked, result);
      // What comes after a mistake need not be there for those who go on.
      script = "";
    } else {
      boolean module = block.file() != null && !text.contains("bk.export(");
      if (!module) {
        assertEquals(0, result.code(), result.err());
        assertEquals("", result.errWithoutLostResults());
      }
      Shell.Result formatted = shell.run("fmt", "--diff", "./" + file);
      assertEquals("", formatted.err() + formatted.out(), "is not as luakit fmt lays it out");
    }
    if (block.file() == null) {
      Files.delete(shell.path(file));
    }
  }

  /** The script says at a line what error comes of it: there, or in what the line calls. */
  private static void fails(String file, String text, int marked, Shell.Result result) {
    int end = text.indexOf('\n', marked);
    String message = text.substring(marked + ERROR.length(), end);
    long line = text.substring(0, marked).lines().count();
    String first = result.err().lines().findFirst().orElse("");
    assertTrue(
        first.startsWith("error: ") && first.contains(message), () -> message + ": " + first);
    Pattern place = Pattern.compile(Pattern.quote(file + ":" + line) + "[:)]");
    assertTrue(place.matcher(result.err()).find(), result.err());
  }

  private void sh(String commands) throws IOException, InterruptedException {
    Shell.Result result = shell("set -e\n" + commands);
    assertEquals(0, result.code(), () -> commands + result.out());
    assertFalse(result.out().contains("error: "), () -> commands + result.out());
  }

  private void console(String text) throws IOException, InterruptedException {
    boolean daemon = DAEMON.matcher(text).find();
    List<String> said = new ArrayList<>();
    String command = null;
    for (String line : (text + "$ ").lines().toList()) {
      boolean continued = command != null && said.isEmpty() && command.endsWith("\\");
      if (continued) {
        command += "\n" + line;
      } else if (line.startsWith("$ ")) {
        if (command != null) {
          console(command, String.join("\n", said), daemon);
        }
        command = line.substring(2);
        said.clear();
      } else {
        assertTrue(command != null, () -> "there is no command before: " + line);
        said.add(line);
      }
    }
  }

  /**
   * Types a command. In a block that has to do with a daemon, only what luakit does is tried, as
   * the rest is what the daemon has made.
   */
  private void console(String command, String expected, boolean daemon)
      throws IOException, InterruptedException {
    if (daemon && (!command.startsWith("luakit ") || DAEMON.matcher(command).find())) {
      if (command.startsWith("luakit ")) {
        Shell.Result result = shell(command.split(Pattern.quote(TO_BUILDCTL))[0] + " >/dev/null");
        assertEquals(0, result.code(), () -> command + "\n" + result.out());
      }
      return;
    }
    Shell.Result result = shell(command);
    String said = result.out().stripTrailing();
    assertTrue(matches(expected.stripTrailing(), said), () -> "$ " + command + "\n" + said);
    assertTrue(
        result.code() == 0 || said.contains("error: "),
        () -> command + " ends with " + result.code());
  }

  /**
   * Whether a text is as expected, where {@code …} stands for anything, on a line of its own for
   * lines.
   */
  private static boolean matches(String expected, String text) {
    StringBuilder pattern = new StringBuilder();
    for (String line : expected.lines().toList()) {
      if (line.equals("…")) {
        pattern.append("(?:.*\n)*");
        continue;
      }
      String[] parts = line.split("…", -1);
      for (int i = 0; i < parts.length; i++) {
        pattern.append(i == 0 ? "" : ".*").append(Pattern.quote(parts[i]));
      }
      pattern.append("\n");
    }
    return Pattern.compile(pattern.toString()).matcher(text.isEmpty() ? "" : text + "\n").matches();
  }

  /** The folder that the reader is in. */
  private Path here() throws IOException {
    return Path.of(Files.readString(folder.resolve("here")).strip());
  }

  /**
   * Has the shell run commands, which find what earlier ones have left: the folder, variables and
   * the exit code. What they say on either output is in the result's.
   */
  private Shell.Result shell(String commands) throws IOException, InterruptedException {
    String whole =
        """
        exec 2>&1
        trap 'code=$?; pwd >"$SESSION/here"; { export -p; echo "(exit $code)"; } >"$SESSION/variables"' EXIT
        cd "$(cat "$SESSION/here")"
        . "$SESSION/variables"
        """
            + commands;
    Shell shell = new Shell(folder);
    Process process = shell.start(environment, List.of("sh", "-c", whole));
    return shell.finish(process, process.getInputStream().readAllBytes());
  }
}
