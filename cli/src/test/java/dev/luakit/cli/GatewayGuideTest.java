package dev.luakit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/gateway.md says can be done can be done. */
class GatewayGuideTest {
  private static final Guide GUIDE = Guide.of("docs/gateway.md");
  private static final String IMAGE = "gateway/image/build.lua";

  @TempDir Path folder;

  @Test
  void its_script_is_in_order() throws IOException {
    Shell shell = new Shell(folder);
    shell.write("build.lua", GUIDE.blocks("lua").getFirst());
    assertEquals("", shell.run("validate", "./build.lua").err());
  }

  /**
   * In place of what needs a daemon or much time, which have tests elsewhere, programs that tell
   * their arguments.
   */
  @Test
  void its_commands_make_an_image_for_one_target() throws IOException, InterruptedException {
    Shell shell = new Shell(folder.resolve("clone"));
    Guide.makeClone(shell);
    shell.write("build.lua", GUIDE.blocks("lua").getFirst());
    shell.write(IMAGE, Files.readString(Guide.ROOT.resolve(IMAGE)));
    for (String program :
        List.of("bin/mvn", "bin/buildctl", "bin/docker", "gateway/image/rootfs")) {
      String name = program.substring(program.lastIndexOf('/') + 1);
      shell.write(program, "#!/bin/sh\necho " + name + " \"$@\" >>arguments\n");
      assertTrue(shell.path(program).toFile().setExecutable(true));
    }
    Map<String, String> environment = new HashMap<>();
    environment.put("PATH", shell.path("bin") + ":" + System.getenv("PATH"));
    for (String block : GUIDE.blocks("sh")) {
      Guide.run(shell, environment, "set -e\n" + block);
    }
    String arguments = shell.read("arguments");
    assertTrue(arguments.contains("rootfs rootfs java\n"), arguments);
    assertTrue(arguments.contains("docker build -f Dockerfile.gateway --target java "), arguments);
    assertTrue(shell.read("config.json").contains("/luakit/java/bin/java"));
  }
}
