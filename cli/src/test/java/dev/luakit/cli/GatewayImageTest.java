package dev.luakit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonArray;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The frontend's image, which is described twice: for luakit, and for Docker. */
class GatewayImageTest {
  private static final Path DOCKERFILE = Guide.ROOT.resolve("Dockerfile.gateway");
  private static final Path SCRIPT = Guide.ROOT.resolve("gateway/image/build.lua");

  private JsonObject config;

  @BeforeEach
  void build(@TempDir Path folder) throws IOException {
    Shell shell = new Shell(folder);
    String script = SCRIPT.toString();
    String err =
        shell.run("build", "-o", "./image.pb", "--image-config", "./image.json", script).err();
    assertEquals("", err);
    config =
        JsonParser.parseString(shell.read("image.json"))
            .getAsJsonObject()
            .getAsJsonObject("config");
  }

  @Test
  void both_start_the_same_command() throws IOException {
    JsonArray docker = JsonParser.parseString(said("ENTRYPOINT").getFirst()).getAsJsonArray();
    assertEquals(docker, config.getAsJsonArray("Entrypoint"));
  }

  @Test
  void both_set_the_same_variables() throws IOException {
    List<String> env = new ArrayList<>();
    for (JsonElement variable : config.getAsJsonArray("Env")) {
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
    config
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
