package dev.luakit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.luakit.cli.registry.DockerRegistry;
import dev.luakit.cli.registry.Identity;
import dev.luakit.cli.registry.Manifests;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line and registries that encrypt, or want to know who asks. */
class RealRegistryTest {
  private static final String CONFIG = Manifests.config("linux", "amd64", "", "from afar");

  @TempDir private Path folder;

  private Shell shell(String name, String value) {
    Map<String, String> environment = new HashMap<>();
    environment.put("HOME", folder.resolve("home").toString());
    environment.put(name, value);
    return new Shell(folder.resolve("work"), environment);
  }

  private static void script(Shell shell, DockerRegistry registry) {
    shell.write("build.lua", "bk.export(bk.image('" + registry.host() + "/app:1'):run('make'))");
  }

  @Test
  void a_server_is_believed_whom_the_system_s_authorities_vouch_for()
      throws IOException, InterruptedException {
    Identity identity = Identity.make(folder);
    try (DockerRegistry registry = DockerRegistry.withTls(folder, identity)) {
      String digest = registry.pusher(identity).image("app", "1", CONFIG);
      Shell trusting = shell("SSL_CERT_FILE", identity.certificate().toString());
      script(trusting, registry);
      Shell.Result result = trusting.run("lock", "./build.lua");
      assertEquals("", result.err());
      assertEquals(0, result.code());
      assertTrue(trusting.read("luakit.lock").contains(digest), trusting.read("luakit.lock"));
      assertTrue(trusting.read("luakit.lock").contains("from afar"), trusting.read("luakit.lock"));

      Shell doubting = new Shell(folder.resolve("other"), Map.of("HOME", folder.toString()));
      script(doubting, registry);
      result = doubting.run("build", "--resolve=always", "-o", "./x.pb", "./build.lua");
      assertTrue(
          result.err().contains("its certificate is signed by nobody whom this system trusts"),
          result.err());
      assertEquals(1, result.code());
      String[] careless = {
        "build",
        "--resolve=always",
        "--insecure-registry=" + registry.host(),
        "-o",
        "./x.pb",
        "./build.lua"
      };
      assertEquals("", doubting.run(careless).err());
    }
  }

  @Test
  void a_password_is_sent_that_docker_login_has_kept() throws IOException, InterruptedException {
    try (DockerRegistry registry = DockerRegistry.withPassword(folder)) {
      registry.pusherWithPassword().image("app", "1", CONFIG);
      Shell shell = shell("DOCKER_CONFIG", folder.resolve("docker").toString());
      script(shell, registry);
      Shell.Result result = shell.run("validate", "--resolve=always", "./build.lua");
      assertTrue(result.err().contains("needs credentials"), result.err());
      assertEquals(1, result.code());

      byte[] password = "lua:open sesame:!".getBytes(StandardCharsets.UTF_8);
      String auth = Base64.getEncoder().encodeToString(password);
      new Shell(folder.resolve("docker"))
          .write(
              "config.json",
              "{\"auths\":{\"" + registry.host() + "\":{\"auth\":\"" + auth + "\"}}}");
      result = shell.run("dag", "--format=json", "--resolve=always", "./build.lua");
      assertEquals("", result.err());
      assertTrue(result.out().contains("MARK=from afar"), result.out());
    }
  }
}
