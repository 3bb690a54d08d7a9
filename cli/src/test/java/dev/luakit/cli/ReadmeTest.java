package dev.luakit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.luakit.cli.registry.FakeServer;
import dev.luakit.cli.registry.Manifests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README says can be done can be done. */
class ReadmeTest {
  private static final Guide README = Guide.of("README.md");

  @TempDir Path folder;

  @Test
  void its_scripts_are_in_order() throws IOException {
    Shell shell = new Shell(folder);
    for (String script : README.blocks("lua")) {
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
    Map<String, String> home = Guide.home(shell, registry);
    Guide.makeClone(shell);
    int run = 0;
    for (String line : README.commands()) {
      if (line.startsWith("./luakit ")) {
        Guide.run(shell, home, line.split(" \\| ")[0]);
        run++;
      }
    }
    assertTrue(run >= 7);
  }

  @Test
  void its_test_command_is_the_one_that_runs_in_ci() throws IOException {
    String command = "mvn -B verify\n";
    assertTrue(README.blocks("sh").contains(command));
    assertTrue(Files.readString(Guide.ROOT.resolve(".ci/run")).contains(command.strip()));
  }
}
