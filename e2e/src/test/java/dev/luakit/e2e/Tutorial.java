package dev.luakit.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A document that is followed with a real BuildKit: its files are written, its builds are built,
 * and what is shown of their results is there. What else is in it (mistakes, graphs, other commands
 * of luakit) has a test that needs no daemon; {@code docs/README.md} tells what the blocks of code
 * are.
 */
final class Tutorial {
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+)\n(.*?)^```$");
  private static final Pattern NAMED =
      Pattern.compile("(?:#syntax=.*\n)?(?:--|#|//) ([\\w.][\\w./-]*\\w)\n");
  private static final Pattern COMMAND = Pattern.compile("(?m)^\\$ (.*)\n((?:(?!\\$ ).*\n)*)");

  /** What is not luakit's to show here, or asks the network. */
  private static final Pattern NOT_HERE =
      Pattern.compile("(?:luakit (?!build)|docker |export |buildctl debug |mvn |JAVA_HOME=).*");

  /** Images are BuildKit's to find. */
  private static final String LUAKIT =
      """
      #!/bin/sh
      [ "$1" != build ] || { shift; set -- build --resolve=never "$@"; }
      exec '%s' "$@"
      """;

  private static final String GIT =
      """
      #!/bin/sh
      mkdir luakit && ln -s '%s/luakit' luakit/luakit
      """;

  private final Path document;
  private final Path folder;
  private final Map<String, String> environment = new HashMap<>();
  private final List<String> builds = new ArrayList<>();

  /**
   * Makes a folder ready.
   *
   * @param folder an empty one
   * @param frontend what builds where there is no {@code buildctl}; null where there is
   */
  Tutorial(Path document, Path folder, String frontend) throws IOException {
    this.document = document;
    this.folder = folder;
    Path bin = Files.createDirectory(folder.resolve("bin"));
    if (frontend == null) {
      BuildctlByDocker.program(bin.resolve("luakit"), LUAKIT.formatted(Luakit.command()));
    } else {
      BuildctlByDocker.write(bin, frontend);
    }
    BuildctlByDocker.program(bin.resolve("git"), GIT.formatted(bin));
    Files.writeString(folder.resolve("here"), Files.createDirectory(folder.resolve("work")) + "\n");
    Map<String, String> outer = System.getenv();
    environment.put("PATH", bin + ":" + outer.get("PATH"));
    environment.put(
        "DOCKER_CONFIG", outer.getOrDefault("DOCKER_CONFIG", outer.get("HOME") + "/.docker"));
    environment.put("HOME", folder.toString());
    environment.put("SESSION", folder.toString());
  }

  /**
   * Follows it to its end.
   *
   * @return the commands that have built something
   */
  List<String> follow() throws IOException, InterruptedException {
    Matcher block = BLOCK.matcher(Files.readString(document));
    while (block.find()) {
      String text = block.group(2);
      switch (block.group(1)) {
        case "sh" -> run("set -e\n" + text, "");
        case "console" -> console(text);
        default -> write(text);
      }
    }
    return builds;
  }

  private void write(String text) throws IOException {
    Matcher named = NAMED.matcher(text);
    if (named.lookingAt() && named.group(1).contains(".")) {
      Path file = Path.of(Files.readString(folder.resolve("here")).strip(), named.group(1));
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    }
  }

  private void console(String text) throws IOException, InterruptedException {
    Matcher command = COMMAND.matcher(text);
    while (command.find()) {
      String typed = command.group(1);
      if (NOT_HERE.matcher(typed).matches() || typed.startsWith("echo $?")) {
        continue;
      }
      if (typed.contains("buildctl build ")) {
        run(typed, null);
        builds.add(typed);
      } else {
        run(typed, command.group(2));
      }
    }
  }

  /** Has a shell run a command where the last one has ended, and compares what it says, if told. */
  private void run(String command, String said) throws IOException, InterruptedException {
    String whole =
        "trap 'code=$?; pwd >\"$SESSION/here\"; exit $code' EXIT\n"
            + "cd \"$(cat \"$SESSION/here\")\"\n";
    Program.Outcome outcome = Program.run(folder, environment, "sh", "-c", whole + command);
    assertEquals(0, outcome.code(), () -> document + ": " + command + "\n" + outcome.log());
    if (said != null && !said.isEmpty()) {
      String expected = Pattern.quote(said).replace("…", "\\E.*\\Q");
      assertTrue(
          Pattern.matches(expected, outcome.log()),
          () -> document + ": " + command + "\n" + outcome.log());
    }
  }
}
