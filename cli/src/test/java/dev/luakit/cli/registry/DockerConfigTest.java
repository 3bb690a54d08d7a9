package dev.luakit.cli.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whom Docker's configuration knows a password for. */
class DockerConfigTest {
  @TempDir private Path folder;

  private Credential find(String json, String server, String repository) throws IOException {
    Files.writeString(folder.resolve("config.json"), json);
    Map<String, String> environment =
        Map.of("DOCKER_CONFIG", folder.toString(), "PATH", folder + ":/usr/bin:/bin");
    Asking asking = new Asking();
    RegistryOptions options = new RegistryOptions(true, List.of(), List.of(), null, environment);
    Credential found = DockerConfig.read(options, asking).find(server, repository);
    assertEquals(List.of(), asking.warnings);
    return found;
  }

  private static String auth(String pair) {
    byte[] bytes = pair.getBytes(StandardCharsets.UTF_8);
    return "{\"auth\":\"" + Base64.getEncoder().encodeToString(bytes) + "\"}";
  }

  @Test
  void docker_s_own_registry_has_its_old_name() throws IOException {
    Credential expected = new Credential.Password("lua", "a:b");
    for (String key : List.of("https://index.docker.io/v1/", "index.docker.io", "docker.io")) {
      String json = "{\"auths\":{\"" + key + "\":" + auth("lua:a:b") + "}}";
      assertEquals(expected, find(json, "docker.io", "library/alpine"), key);
      assertNull(find(json, "mirror.example.com", "library/alpine"));
    }
  }

  @Test
  void its_helper_is_asked_by_that_name() throws IOException {
    Path helper = folder.resolve("docker-credential-echo");
    Files.writeString(
        helper,
        "#!/bin/sh\n"
            + "read server\n"
            + "echo \"{\\\"Username\\\":\\\"$1\\\",\\\"Secret\\\":\\\"$server\\\"}\"\n");
    assertTrue(helper.toFile().setExecutable(true));
    assertEquals(
        new Credential.Password("get", "https://index.docker.io/v1/"),
        find("{\"credsStore\":\"echo\"}", "docker.io", "library/alpine"));
    assertEquals(
        new Credential.Password("get", "ghcr.io"),
        find("{\"credHelpers\":{\"ghcr.io\":\"echo\"}}", "ghcr.io", "a/b"));
    assertNull(find("{\"credHelpers\":{\"ghcr.io\":\"echo\"}}", "quay.io", "a/b"));
  }

  @Test
  void the_longest_name_wins() throws IOException {
    String json =
        "{\"auths\":{\"r.example.com\":"
            + auth("all:1")
            + ",\"r.example.com/team\":"
            + auth("team:2")
            + ",\"r.example.com/team/app\":"
            + auth("app:3")
            + ",\"r.example.com:5000\":"
            + auth("port:4")
            + "}}";
    assertEquals(new Credential.Password("app", "3"), find(json, "r.example.com", "team/app"));
    assertEquals(new Credential.Password("team", "2"), find(json, "r.example.com", "team/apple"));
    assertEquals(new Credential.Password("all", "1"), find(json, "r.example.com", "teams/app"));
    assertEquals(new Credential.Password("port", "4"), find(json, "r.example.com:5000", "x"));
    assertNull(find(json, "r.example.com:5001", "x"));
  }

  @Test
  void a_helper_is_a_program_s_name_and_nothing_else() throws IOException {
    Asking asking = new Asking();
    Files.writeString(folder.resolve("config.json"), "{\"credsStore\":\"../x; rm -rf\"}");
    RegistryOptions options =
        new RegistryOptions(
            true, List.of(), List.of(), null, Map.of("DOCKER_CONFIG", folder.toString()));
    assertNull(DockerConfig.read(options, asking).find("docker.io", "library/alpine"));
    assertTrue(asking.warnings.getFirst().contains("is not installed"), asking.warnings + "");
  }

  @Test
  void a_credential_shows_no_secret() {
    assertEquals("a password", new Credential.Password("lua", "secret").toString());
    assertEquals("a refresh token", new Credential.RefreshToken("secret").toString());
    assertEquals("nobody", new Authorization("Bearer secret", null).toString());
  }
}
