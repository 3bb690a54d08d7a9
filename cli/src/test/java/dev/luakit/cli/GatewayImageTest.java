package dev.luakit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The frontend's image, which is described twice: for luakit, and for Docker. */
class GatewayImageTest {
  private static final Path DOCKERFILE = Guide.ROOT.resolve("Dockerfile.gateway");
  private static final Path SCRIPT = Guide.ROOT.resolve("gateway/image/build.lua");

  /** The Dockerfile's targets, in its order. */
  private static final List<String> TARGETS = List.of("java", "native");

  @TempDir private Path folder;

  private JsonObject config(String target) throws IOException {
    Shell shell = new Shell(folder);
    String[] args = {
      "build",
      "--target",
      target,
      "-o",
      "./image.pb",
      "--image-config",
      "./image.json",
      SCRIPT.toString()
    };
    assertEquals("", shell.run(args).err());
    return JsonParser.parseString(shell.read("image.json"))
        .getAsJsonObject()
        .getAsJsonObject("config");
  }

  @Test
  void both_start_the_same_command() throws IOException {
    List<String> docker = said("ENTRYPOINT");
    assertEquals(TARGETS.size(), docker.size());
    for (int i = 0; i < docker.size(); i++) {
      assertEquals(
          JsonParser.parseString(docker.get(i)).getAsJsonArray(),
          config(TARGETS.get(i)).getAsJsonArray("Entrypoint"));
    }
  }

  @Test
  void a_script_without_a_target_says_which_there_are() {
    Shell.Result result = new Shell(folder).run("validate", SCRIPT.toString());
    assertEquals(1, result.code());
    assertTrue(result.err().contains("name the target: java or native"), result.err());
  }

  @Test
  void both_set_the_same_variables() throws IOException {
    List<String> env = new ArrayList<>();
    for (JsonElement variable : config("native").getAsJsonArray("Env")) {
      env.add(variable.getAsString());
    }
    assertEquals(said("ENV"), env);
  }

  @Test
  void both_tell_buildkit_the_same_of_what_the_frontend_can_do() throws IOException {
    Map<String, String> docker = new TreeMap<>();
    for (String label : said("LABEL")) {
      int end = label.indexOf('=');
      docker.put(label.substring(0, end), label.substring(end + 1));
    }
    Map<String, String> luakit = new TreeMap<>();
    config("native")
        .getAsJsonObject("Labels")
        .entrySet()
        .forEach(label -> luakit.put(label.getKey(), label.getValue().getAsString()));
    assertEquals(docker, luakit);
  }

  /** What the Dockerfile's instructions of a name say, in their order. */
  private static List<String> said(String instruction) throws IOException {
    List<String> said = new ArrayList<>();
    for (String line : Files.readAllLines(DOCKERFILE)) {
      if (line.startsWith(instruction + " ")) {
        said.add(line.substring(instruction.length() + 1));
      }
    }
    return said;
  }
}
