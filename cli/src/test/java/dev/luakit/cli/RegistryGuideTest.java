package dev.luakit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.luakit.cli.registry.DockerRegistry;
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

/** What docs/registry.md says can be done can be done. */
class RegistryGuideTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern BLOCK = Pattern.compile("```(\\w+)\n(.*?)```", Pattern.DOTALL);

  /** Where the guide has its registry. */
  private static final String THERE = "localhost:5000";

  @TempDir private Path folder;

  private static List<String> blocks(String language) throws IOException {
    List<String> blocks = new ArrayList<>();
    Matcher matcher = BLOCK.matcher(Files.readString(ROOT.resolve("docs/registry.md")));
    while (matcher.find()) {
      if (matcher.group(1).equals(language)) {
        blocks.add(matcher.group(2));
      }
    }
    return blocks;
  }

  /** A shell runs its commands, where its files are, beside its registry. */
  @Test
  void its_commands_run() throws IOException, InterruptedException {
    try (DockerRegistry registry = DockerRegistry.start(folder, blocks("yaml").getFirst())) {
      String config = Manifests.config("linux", "amd64", "", "guide");
      registry.pusher().image("base", "1", config);
      registry.pusher().image("library/golang", "1.22-alpine", config);
      Shell shell = new Shell(folder.resolve("clone"));
      shell.write(
          "luakit", "#!/bin/sh\nexec " + Shell.quoted(Shell.command(List.of())) + "\"$@\"\n");
      assertEquals(true, shell.path("luakit").toFile().setExecutable(true));
      Files.createSymbolicLink(shell.path("examples"), ROOT.resolve("examples"));
      shell.write("build.lua", blocks("lua").getFirst().replace(THERE, registry.host()));
      shell.write("buildkitd.toml", blocks("toml").getFirst().replace(THERE, registry.host()));
      Map<String, String> home = Map.of("HOME", shell.path("home").toString());
      int run = 0;
      for (String block : blocks("sh")) {
        for (String line : block.lines().toList()) {
          String command = line.replace(THERE, registry.host());
          Process process = shell.start(home, List.of("sh", "-c", command));
          Shell.Result result = shell.finish(process, process.getInputStream().readAllBytes());
          assertEquals("", result.err(), line);
          assertEquals(0, result.code(), line);
          run++;
        }
      }
      assertEquals(6, run);
    }
  }
}
