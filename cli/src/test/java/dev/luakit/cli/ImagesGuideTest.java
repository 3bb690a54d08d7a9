package dev.luakit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.luakit.cli.registry.FakeServer;
import dev.luakit.cli.registry.Manifests;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/images.md says can be done can be done. */
class ImagesGuideTest {
  private static final Guide GUIDE = Guide.of("docs/images.md");

  @TempDir private Path folder;

  /**
   * In their order. In place of buildctl, which has its tests with the real one, something that
   * keeps its arguments.
   */
  @Test
  void its_commands_run() throws IOException, InterruptedException {
    Shell shell = new Shell(folder.resolve("clone"));
    Guide.makeClone(shell);
    shell.write("build.lua", GUIDE.blocks("lua").getFirst());
    shell.write("bin/buildctl", "#!/bin/sh\nprintf '%s\\n' \"$@\" > arguments\n");
    assertTrue(shell.path("bin/buildctl").toFile().setExecutable(true));
    try (FakeServer registry = new FakeServer()) {
      registry.withEveryImage(Manifests.config("linux", "amd64", "", "any"));
      Map<String, String> environment = new HashMap<>(Guide.home(shell, registry.host()));
      environment.put("PATH", shell.path("bin") + ":" + System.getenv("PATH"));
      for (String command : GUIDE.commands()) {
        Guide.run(shell, environment, command);
      }
    }
    assertTrue(shell.read("image-linux-arm64.json").contains("\"/app\""));
    List<String> arguments = shell.read("arguments").lines().toList();
    String config = shell.read("image.json").strip().replace("\"", "\"\"");
    assertEquals(
        "type=image,name=example.com/app:1,\"containerimage.config=" + config + "\"",
        arguments.get(arguments.indexOf("--output") + 1));
  }
}
