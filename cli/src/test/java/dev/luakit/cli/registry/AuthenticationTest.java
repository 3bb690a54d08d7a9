package dev.luakit.cli.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How registries are told who asks. */
class AuthenticationTest {
  private static final String AUTH =
      Base64.getEncoder()
          .encodeToString(
              (DockerRegistry.USER.user() + ":" + DockerRegistry.USER.password())
                  .getBytes(StandardCharsets.UTF_8));
  private static final String CONFIG = Manifests.config("linux", "amd64", "", "private");

  private static Identity identity;

  @TempDir private Path folder;
  private Asking asking;

  @BeforeAll
  static void identity(@TempDir Path folder) throws IOException, InterruptedException {
    identity = Identity.make(folder);
  }

  @BeforeEach
  void asking() {
    asking = new Asking().with("DOCKER_CONFIG", folder);
  }

  /** Writes Docker's configuration. */
  private void docker(String json) throws IOException {
    Files.writeString(folder.resolve("config.json"), json);
  }

  private void login(String server) throws IOException {
    docker("{\"auths\":{\"" + server + "\":{\"auth\":\"" + AUTH + "\"}}}");
  }

  private static void push(DockerRegistry registry) {
    registry.pusherWithPassword().image("team/app", "1", CONFIG);
  }

  @Test
  void a_password_that_docker_login_has_kept_is_sent() throws Exception {
    try (DockerRegistry registry = DockerRegistry.withPassword(folder)) {
      push(registry);
      login(registry.host());
      assertEquals("private", asking.mark(registry.host() + "/team/app:1"));
      assertEquals(List.of(), asking.warnings);
    }
  }

  @Test
  void the_server_may_be_named_in_all_of_docker_s_ways() throws Exception {
    try (DockerRegistry registry = DockerRegistry.withPassword(folder)) {
      push(registry);
      for (String key : List.of("https://%s", "http://%s/v1/", "https://%s/v2/", "%s/team")) {
        login(key.formatted(registry.host()));
        Asking asking = new Asking().with("DOCKER_CONFIG", folder);
        assertEquals("private", asking.mark(registry.host() + "/team/app:1"), key);
      }
      login(registry.host() + "/other");
      assertTrue(asking.failure(registry.host() + "/team/app:1").startsWith("needs credentials"));
    }
  }

  @Test
  void without_a_password_the_user_is_told_to_log_in() throws Exception {
    try (DockerRegistry registry = DockerRegistry.withPassword(folder)) {
      push(registry);
      String host = registry.host();
      assertEquals(
          "needs credentials, or is not there: "
              + host
              + " answers 401; log in with: docker login "
              + host,
          asking.failure(host + "/team/app:1"));
      Asking auto = new Asking().auto();
      auto.ask(host + "/team/app:1");
      assertEquals(
          List.of(
              "image \""
                  + host
                  + "/team/app:1\" needs credentials, or is not there: "
                  + host
                  + " answers 401: going on without its configuration | log in with: docker login "
                  + host),
          auto.warnings);
    }
  }

  @Test
  void a_wrong_password_is_told_by_its_user_and_never_shown() throws Exception {
    try (DockerRegistry registry = DockerRegistry.withPassword(folder)) {
      push(registry);
      docker(
          "{\"auths\":{\""
              + registry.host()
              + "\":{\"username\":\"lua\",\"password\":\"a wrong one\"}}}");
      assertEquals(
          "may not be read by \"lua\", or is not there: "
              + registry.host()
              + " answers 401; to log in as somebody else: docker login "
              + registry.host(),
          asking.failure(registry.host() + "/team/app:1"));
    }
  }

  @Test
  void tokens_are_fetched_for_everybody() throws Exception {
    try (TokenIssuer issuer = new TokenIssuer(identity);
        DockerRegistry registry = DockerRegistry.withTokens(folder, issuer)) {
      push(registry, issuer, "public/app");
      assertEquals("private", asking.mark(registry.host() + "/public/app:1"));
      assertEquals(
          List.of("GET service=test+registry&scope=repository%3Apublic%2Fapp%3Apull"),
          issuer.requests());
      assertTrue(asking.failure(registry.host() + "/team/app:1").startsWith("needs credentials"));
    }
  }

  @Test
  void tokens_are_fetched_with_a_password() throws Exception {
    try (TokenIssuer issuer = new TokenIssuer(identity);
        DockerRegistry registry = DockerRegistry.withTokens(folder, issuer)) {
      push(registry, issuer, "team/app");
      login(registry.host());
      assertEquals("private", asking.mark(registry.host() + "/team/app:1"));
      assertEquals(
          List.of("GET account=lua&service=test+registry&scope=repository%3Ateam%2Fapp%3Apull"),
          issuer.requests());
    }
  }

  @Test
  void tokens_are_fetched_with_a_refresh_token() throws Exception {
    try (TokenIssuer issuer = new TokenIssuer(identity);
        DockerRegistry registry = DockerRegistry.withTokens(folder, issuer)) {
      push(registry, issuer, "team/app");
      docker(
          "{\"auths\":{\""
              + registry.host()
              + "\":{\"auth\":\"MDAwMDog\",\"identitytoken\":\""
              + TokenIssuer.REFRESH_TOKEN
              + "\"}}}");
      assertEquals("private", asking.mark(registry.host() + "/team/app:1"));
      assertTrue(issuer.requests().getFirst().startsWith("POST grant_type=refresh_token&"));
    }
  }

  @Test
  void a_token_server_that_does_not_know_the_user_is_told() throws Exception {
    try (TokenIssuer issuer = new TokenIssuer(identity);
        DockerRegistry registry = DockerRegistry.withTokens(folder, issuer)) {
      docker(
          "{\"auths\":{\""
              + registry.host()
              + "\":{\"username\":\"lua\",\"password\":\"a wrong one\"}}}");
      String failure = asking.failure(registry.host() + "/team/app:1");
      assertTrue(
          failure.startsWith("may not be read by \"lua\", or is not there: the token server 127."),
          failure);
      assertFalse(failure.contains("a wrong one"), failure);
    }
  }

  private static void push(DockerRegistry registry, TokenIssuer issuer, String repository) {
    String[] scope = {"repository", repository, "pull,push"};
    new Pusher("http://" + registry.host(), "Bearer " + issuer.token(scope, true), null)
        .image(repository, "1", CONFIG);
  }

  /** Installs a credential helper that notes what it is asked. */
  private void helper(String name, String script) throws IOException {
    Path program = folder.resolve("docker-credential-" + name);
    Files.writeString(program, "#!/bin/sh\nread server; echo $1 $server >> " + folder + "/asked\n");
    Files.writeString(program, script + "\n", java.nio.file.StandardOpenOption.APPEND);
    assertTrue(program.toFile().setExecutable(true));
    asking.with("PATH", folder + ":/usr/bin:/bin");
  }

  private static String answer(String user, String secret) {
    return "echo '{\"ServerURL\":\"x\",\"Username\":\""
        + user
        + "\",\"Secret\":\""
        + secret
        + "\"}'";
  }

  @Test
  void a_credential_helper_knows_the_password() throws Exception {
    try (DockerRegistry registry = DockerRegistry.withPassword(folder)) {
      push(registry);
      helper("vault", answer("lua", DockerRegistry.USER.password()));
      docker("{\"credsStore\":\"vault\",\"auths\":{\"" + registry.host() + "\":{}}}");
      assertEquals("private", asking.mark(registry.host() + "/team/app:1"));
      asking.failure(registry.host() + "/team/other:1");
      assertEquals("get " + registry.host() + "\n", Files.readString(folder.resolve("asked")));
      docker("{\"credsStore\":\"no\",\"credHelpers\":{\"" + registry.host() + "\":\"vault\"}}");
      Asking other =
          new Asking().with("DOCKER_CONFIG", folder).with("PATH", folder + ":/usr/bin:/bin");
      assertEquals("private", other.mark(registry.host() + "/team/app:1"));
      assertEquals(List.of(), other.warnings);
    }
  }

  @Test
  void a_credential_helper_may_know_a_refresh_token() throws Exception {
    try (TokenIssuer issuer = new TokenIssuer(identity);
        DockerRegistry registry = DockerRegistry.withTokens(folder, issuer)) {
      push(registry, issuer, "team/app");
      helper("vault", answer("<token>", TokenIssuer.REFRESH_TOKEN));
      docker("{\"credsStore\":\"vault\"}");
      assertEquals("private", asking.mark(registry.host() + "/team/app:1"));
    }
  }

  @Test
  void a_credential_helper_that_knows_nothing_is_no_trouble() throws Exception {
    try (DockerRegistry registry = DockerRegistry.withPassword(folder)) {
      helper("vault", "echo 'credentials not found in native keychain'; exit 1");
      docker("{\"credsStore\":\"vault\"}");
      asking.failure(registry.host() + "/team/app:1");
      assertEquals(List.of(), asking.warnings);
    }
  }

  @Test
  void a_credential_helper_that_is_missing_or_broken_is_warned_of() throws Exception {
    try (DockerRegistry registry = DockerRegistry.withPassword(folder)) {
      String host = registry.host();
      String end =
          ": going on without credentials for "
              + host
              + " | install it, or remove it from credHelpers and credsStore in Docker's"
              + " config.json";
      docker("{\"credsStore\":\"vault\"}");
      asking.with("PATH", folder).failure(host + "/team/app:1");
      assertEquals(
          List.of(
              "docker-credential-vault is not installed, though Docker's configuration names it"
                  + end),
          asking.warnings);
      asking();
      helper("vault", "exit 7");
      asking.failure(host + "/team/app:1");
      assertEquals(
          List.of("docker-credential-vault has failed with exit code 7" + end), asking.warnings);
      asking();
      helper("vault", "echo no JSON");
      asking.failure(host + "/team/app:1");
      assertEquals(
          List.of("docker-credential-vault answers with something that is not JSON" + end),
          asking.warnings);
    }
  }

  @Test
  void a_configuration_of_docker_s_that_is_damaged_is_warned_of() throws Exception {
    try (FakeServer server = new FakeServer()) {
      server.image("app", "1", CONFIG);
      docker("{");
      assertEquals("private", asking.mark(server.host() + "/app:1"));
      assertEquals(
          List.of(
              folder
                  + "/config.json is not valid JSON: going on without the credentials in it"
                  + " | docker login writes it anew"),
          asking.warnings);
    }
  }

  @Test
  void nothing_is_sent_to_who_does_not_ask_for_it() throws Exception {
    try (FakeServer server = new FakeServer()) {
      server.image("app", "1", CONFIG);
      login(server.host());
      assertEquals("private", asking.mark(server.host() + "/app:1"));
      for (FakeServer.Request request : server.requests()) {
        assertEquals(null, request.authorization());
      }
    }
  }

  @Test
  void a_server_may_ask_for_it_for_some_images_only() throws Exception {
    try (FakeServer server = new FakeServer()) {
      server.image("app", "1", CONFIG);
      String manifest = "/v2/app/manifests/1";
      String body =
          new String(
              new Transport(Certificates.ANY)
                  .get(java.net.URI.create("http://" + server.host() + manifest), "", null, 1 << 20)
                  .body(),
              StandardCharsets.UTF_8);
      server.at(
          manifest,
          exchange -> {
            if (exchange.getRequestHeaders().containsKey("Authorization")) {
              FakeServer.send(exchange, 200, Manifest.OCI_MANIFEST, body);
            } else {
              exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"x\"");
              FakeServer.send(exchange, 401, "", "");
            }
          });
      login(server.host());
      assertEquals("private", asking.mark(server.host() + "/app:1"));
    }
  }

  /** A registry of this machine's that sends people to a token server elsewhere. */
  private static void challenge(FakeServer server, String realm) {
    server.at(
        "/v2/",
        exchange -> {
          exchange
              .getResponseHeaders()
              .set("WWW-Authenticate", "Bearer realm=\"" + realm + "\",service=\"x\"");
          FakeServer.send(exchange, 401, "", "");
        });
  }

  @Test
  void a_password_does_not_travel_for_all_to_read() throws Exception {
    try (FakeServer server = new FakeServer()) {
      challenge(server, "http://tokens.example.com/token");
      login(server.host());
      assertEquals(
          "needs credentials, which would be sent to tokens.example.com unencrypted; if that is"
              + " what you want: --insecure-registry tokens.example.com",
          asking.failure(server.host() + "/app:1"));
    }
  }

  @Test
  void a_token_server_that_is_none_is_told() throws Exception {
    try (FakeServer server = new FakeServer()) {
      challenge(server, "http://" + server.host() + "/tokens?more=1");
      server.at("/tokens", 200, "text/html", "<html>");
      String failure = asking.failure(server.host() + "/app:1");
      assertEquals(
          "can't be looked up: "
              + server.host()
              + " can't be reached: the token server "
              + server.host()
              + " answers 200",
          failure);
      assertTrue(
          server.targets().contains("/tokens?more=1&service=x&scope=repository%3Aapp%3Apull"));
      challenge(server, "file:///etc/passwd");
      assertTrue(
          new Asking()
              .failure(server.host() + "/app:1")
              .contains("names \"file:///etc/passwd\" as its token server"));
    }
  }
}
