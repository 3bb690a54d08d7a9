package dev.luakit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.luakit.cli.registry.FakeServer;
import dev.luakit.cli.registry.Manifests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README says can be done can be done. */
class ReadmeTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern BLOCK = Pattern.compile("```(\\w+)\n(.*?)```", Pattern.DOTALL);

  @TempDir Path folder;

  private static List<String> blocks(String language) throws IOException {
    List<String> blocks = new ArrayList<>();
    Matcher matcher = BLOCK.matcher(Files.readString(ROOT.resolve("README.md")));
    while (matcher.find()) {
      if (matcher.group(1).equals(language)) {
        blocks.add(matcher.group(2));
      }
    }
    assertTrue(!blocks.isEmpty());
    return blocks;
  }

  @Test
  void its_scripts_are_in_order() throws IOException {
    Shell shell = new Shell(folder);
    for (String script : blocks("lua")) {
      shell.write("build.lua", script);
      assertEquals("", shell.run("validate", "./build.lua").err());
    }
  }

  /**
   * A shell runs them as a user's would. The part behind a pipe is another program's, and the
   * registry is one that has all images.
   */
  @Test
  void its_commands_run() throws IOException, InterruptedException {
    try (FakeServer registry = new FakeServer()) {
      registry.withEveryImage(Manifests.config("linux", "amd64", "", "any"));
      runCommands(registry.host());
    }
  }

  private void runCommands(String registry) throws IOException, InterruptedException {
    Shell shell = new Shell(folder.resolve("clone"));
    shell.write(
        "home/.config/buildkit/buildkitd.toml",
        "[registry.\"docker.io\"]\nmirrors = [\"" + registry + "\"]\n");
    Map<String, String> home = Map.of("HOME", shell.path("home").toString());
    shell.write("luakit", "#!/bin/sh\nexec " + Shell.quoted(Shell.command(List.of())) + "\"$@\"\n");
    assertTrue(shell.path("luakit").toFile().setExecutable(true));
    Files.createSymbolicLink(shell.path("examples"), ROOT.resolve("examples"));
    int run = 0;
    for (String block : blocks("sh")) {
      for (String line : block.lines().toList()) {
        if (line.startsWith("./luakit ")) {
          Process process = shell.start(home, List.of("sh", "-c", line.split(" \\| ")[0]));
          Shell.Result result = shell.finish(process, process.getInputStream().readAllBytes());
          assertEquals("", result.err(), line);
          assertEquals(0, result.code(), line);
          run++;
        }
      }
    }
    assertTrue(run >= 7);
  }

  @Test
  void its_test_command_is_the_one_that_runs_in_ci() throws IOException {
    String command = "mvn -B verify\n";
    assertTrue(blocks("sh").contains(command));
    assertTrue(Files.readString(ROOT.resolve(".ci/run")).contains(command.strip()));
  }
}
