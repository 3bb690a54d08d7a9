package dev.luakit.cli.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is believed to be who they say, and who is asked without encryption. */
class EncryptionTest {
  private static final String CONFIG = Manifests.config("linux", "amd64", "", "safe");

  private static Path folder;
  private static Identity identity;
  private static DockerRegistry registry;

  @BeforeAll
  static void start(@TempDir Path temporary) throws IOException, InterruptedException {
    folder = temporary;
    identity = Identity.make(folder);
    registry = DockerRegistry.withTls(folder, identity);
    registry.pusher(identity).image("app", "1", CONFIG);
  }

  @AfterAll
  static void stop() {
    if (registry != null) {
      registry.close();
    }
  }

  private static String app() {
    return registry.host() + "/app:1";
  }

  @Test
  void a_certificate_that_nobody_vouches_for_is_an_error_that_says_what_to_do() {
    String host = registry.host();
    assertEquals(
        "can't be looked up: "
            + host
            + " can't be reached: its certificate is signed by nobody whom this system trusts;"
            + " name its authority in buildkitd.toml ([registry.\""
            + host
            + "\"] ca = [\"FILE\"]), or trust anybody there with --insecure-registry "
            + host,
        new Asking().failure(app()));
    Asking auto = new Asking().auto();
    auto.ask(app());
    assertTrue(auto.warnings.getFirst().contains("| name its authority in"), auto.warnings + "");
  }

  @Test
  void buildkit_s_configuration_names_who_vouches_for_it() throws IOException {
    Path toml =
        Files.writeString(
            folder.resolve("ca.toml"),
            "[registry.\"" + registry.host() + "\"]\nca = ['" + identity.certificate() + "']\n");
    assertEquals("safe", new Asking().buildkitdConfig(toml).mark(app()));
  }

  @Test
  void the_system_s_authorities_are_those_of_ssl_cert_file() {
    assertEquals("safe", new Asking().with("SSL_CERT_FILE", identity.certificate()).mark(app()));
  }

  @Test
  void anybody_may_be_at_an_insecure_server_s_place() throws IOException {
    assertEquals("safe", new Asking().insecure(registry.host()).mark(app()));
    Path toml =
        Files.writeString(
            folder.resolve("insecure.toml"),
            "[registry.\"" + registry.host() + "\"]\ninsecure = true\n");
    assertEquals("safe", new Asking().buildkitdConfig(toml).mark(app()));
  }

  @Test
  void an_insecure_server_need_not_encrypt(@TempDir Path other) throws Exception {
    try (DockerRegistry plain = DockerRegistry.start(other)) {
      plain.pusher().image("app", "1", CONFIG);
      assertEquals("safe", new Asking().insecure(plain.host()).mark(plain.host() + "/app:1"));
    }
  }

  @Test
  void without_encryption_nobody_but_this_machine_is_asked() {
    ServerAddress address = address("registry.example.com");
    assertEquals(List.of("https"), schemes(address));
    for (String here : List.of("localhost:5000", "127.0.0.1", "127.8.9.10:80", "[::1]:5000")) {
      assertEquals(List.of("http", "https"), schemes(address(here)), here);
    }
    for (String elsewhere : List.of("127.0.0.1.example.com", "10.0.0.1:5000", "localhost.org")) {
      assertEquals(List.of("https"), schemes(address(elsewhere)), elsewhere);
    }
  }

  private static ServerAddress address(String host) {
    RegistryOptions options =
        new RegistryOptions(true, List.of(), List.of(), "/dev/null", java.util.Map.of());
    return new Registries(options, new Asking(), new Deadline()).of(host).getFirst().address();
  }

  private static List<String> schemes(ServerAddress address) {
    return address.ways().stream().map(ServerAddress.Way::scheme).toList();
  }

  @Test
  void a_server_that_buildkit_asks_without_encryption_is_asked_so(@TempDir Path other)
      throws Exception {
    try (DockerRegistry plain = DockerRegistry.start(other)) {
      plain.pusher().image("app", "1", CONFIG);
      String app = plain.host() + "/app:1";
      Path toml =
          Files.writeString(
              folder.resolve("http.toml"), "[registry.\"" + plain.host() + "\"]\nhttp = true\n");
      assertEquals("safe", new Asking().buildkitdConfig(toml).mark(app));
      Files.writeString(toml, "[registry.\"" + plain.host() + "\"]\nhttp = false\n");
      String failure = new Asking().buildkitdConfig(toml).failure(app);
      assertTrue(failure.contains("it does not speak TLS as it should"), failure);
    }
  }
}
