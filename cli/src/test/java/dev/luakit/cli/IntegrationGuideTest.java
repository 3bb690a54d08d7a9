package dev.luakit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.luakit.cli.registry.FakeServer;
import dev.luakit.cli.registry.Manifests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What docs/integration.md says can be done can be done, and the action does it. */
class IntegrationGuideTest {
  private static final Guide GUIDE = Guide.of("docs/integration.md");

  @TempDir private Path folder;

  @Test
  void its_luakit_commands_run() throws IOException, InterruptedException {
    Shell shell = new Shell(folder.resolve("clone"));
    Guide.makeClone(shell);
    shell.write("build.lua", GUIDE.blocks("lua").getFirst());
    try (FakeServer registry = new FakeServer()) {
      registry.withEveryImage(Manifests.config("linux", "amd64", "", "any"));
      Map<String, String> home = Guide.home(shell, registry.host());
      int run = 0;
      for (String line : GUIDE.commands()) {
        if (line.startsWith("./luakit ")) {
          Guide.run(shell, home, line.split(" \\| ")[0]);
          run++;
        }
      }
      assertEquals(4, run);
    }
    assertTrue(shell.read("server.json").contains("\"/server\""));
  }

  @Test
  void its_yaml_is_in_order() throws IOException {
    for (String block : GUIDE.blocks("yaml")) {
      assertInstanceOf(Map.class, yaml(block), block);
    }
  }

  @Test
  void it_knows_the_inputs_of_the_action() throws IOException {
    Map<?, ?> known = (Map<?, ?>) action().get("inputs");
    int used = 0;
    for (String block : GUIDE.blocks("yaml")) {
      if (!(yaml(block).get("jobs") instanceof Map<?, ?> jobs)) {
        continue;
      }
      for (Object job : jobs.values()) {
        if (((Map<?, ?>) job).get("steps") instanceof List<?> steps) {
          for (Object step : steps) {
            if (step instanceof Map<?, ?> map && "./.luakit".equals(map.get("uses"))) {
              assertTrue(known.keySet().containsAll(((Map<?, ?>) map.get("with")).keySet()), block);
              used++;
            }
          }
        }
      }
    }
    assertEquals(1, used);
  }

  @Test
  void the_action_passes_on_what_it_is_given_letter_by_letter()
      throws IOException, InterruptedException {
    Shell shell = new Shell(folder.resolve("work"));
    shell.write("luakit", "#!/bin/sh\nprintf '%s\\n' \"$@\" > arguments\n");
    assertTrue(shell.path("luakit").toFile().setExecutable(true));
    Map<String, String> environment = new HashMap<>();
    environment.put("LUAKIT", "./luakit");
    environment.put("SCRIPT", "-a $(b).lua");
    environment.put("OUTPUT", "out put.pb");
    environment.put("IMAGE_CONFIG", "");
    environment.put("BUILD_ARGS", "A=1 2\n\nB='$HOME'\n");
    environment.put("PLATFORM", "linux/arm64");
    environment.put("TARGET", "");
    environment.put("LOCKED", "true");
    Process process = shell.start(environment, List.of("bash", "-e", "-c", program()));
    assertEquals("", shell.finish(process, process.getInputStream().readAllBytes()).err());
    List<String> arguments = shell.read("arguments").lines().toList();
    assertEquals(
        List.of(
            "build",
            "--output=out put.pb",
            "--platform=linux/arm64",
            "--locked",
            "--build-arg=A=1 2",
            "--build-arg=B='$HOME'",
            "--",
            "-a $(b).lua"),
        arguments);
    assertInstanceOf(BuildRequest.class, Arguments.parse(arguments.toArray(new String[0])));
  }

  @Test
  void nothing_that_the_user_says_becomes_a_part_of_the_actions_program() throws IOException {
    assertFalse(program().contains("${{"));
  }

  private static String program() throws IOException {
    Map<?, ?> runs = (Map<?, ?>) action().get("runs");
    Map<?, ?> build = (Map<?, ?>) ((List<?>) runs.get("steps")).getLast();
    return (String) build.get("run");
  }

  private static Map<?, ?> action() throws IOException {
    return yaml(Files.readString(Guide.ROOT.resolve("action.yml")));
  }

  private static Map<?, ?> yaml(String text) {
    return new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
  }
}
