package dev.luakit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.luakit.cli.registry.DockerRegistry;
import dev.luakit.cli.registry.Manifests;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/registry.md says can be done can be done. */
class RegistryGuideTest {
  private static final Guide GUIDE = Guide.of("docs/registry.md");

  /** Where the guide has its registry. */
  private static final String THERE = "localhost:5000";

  @TempDir private Path folder;

  /** A shell runs its commands, where its files are, beside its registry. */
  @Test
  void its_commands_run() throws IOException, InterruptedException {
    try (DockerRegistry registry = DockerRegistry.start(folder, GUIDE.blocks("yaml").getFirst())) {
      String config = Manifests.config("linux", "amd64", "", "guide");
      registry.pusher().image("base", "1", config);
      registry.pusher().image("library/golang", "1.22-alpine", config);
      Shell shell = new Shell(folder.resolve("clone"));
      Guide.makeClone(shell);
      shell.write("build.lua", GUIDE.blocks("lua").getFirst().replace(THERE, registry.host()));
      shell.write(
          "buildkitd.toml", GUIDE.blocks("toml").getFirst().replace(THERE, registry.host()));
      Map<String, String> home = Map.of("HOME", shell.path("home").toString());
      int run = 0;
      for (String line : GUIDE.commands()) {
        Guide.run(shell, home, line.replace(THERE, registry.host()));
        run++;
      }
      assertEquals(6, run);
    }
  }
}
