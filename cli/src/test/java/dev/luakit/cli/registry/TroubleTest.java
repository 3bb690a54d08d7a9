package dev.luakit.cli.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import dev.luakit.llb.image.ImageRequest;
import dev.luakit.llb.image.Resolution;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Servers that are away, slow, busy, broken or lie. */
class TroubleTest {
  private static final String CONFIG = Manifests.config("linux", "amd64", "", "found");
  private static final String CONFIG_DIGEST =
      ContentDigest.sha256(CONFIG.getBytes(StandardCharsets.UTF_8));
  private static final String MANIFEST = "/v2/app/manifests/1";
  private static final String BLOB = "/v2/app/blobs/" + CONFIG_DIGEST;

  private FakeServer server;
  private String app;

  @BeforeEach
  void start() throws IOException {
    server = new FakeServer();
    server.image("app", "1", CONFIG);
    app = server.host() + "/app:1";
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static String away(String host, String why) {
    return "can't be looked up: " + host + " can't be reached: " + why;
  }

  @Test
  void a_server_that_is_not_there_is_warned_of_once_with_all_its_images() throws IOException {
    String host = "127.0.0.1:" + DockerRegistry.freePort();
    assertEquals(away(host, "nobody listens there"), new Asking().failure(host + "/app:1"));
    Asking asking = new Asking().auto();
    List<ImageRequest> requests =
        List.of(
            Asking.request(host + "/a:1", "linux/amd64"),
            Asking.request(host + "/b:1", "linux/amd64"));
    assertEquals(
        List.of(Resolution.UNKNOWN, Resolution.UNKNOWN), asking.images().resolve(requests));
    assertSame(Resolution.UNKNOWN, asking.ask(host + "/c:1"));
    String other = "127.0.0.1:" + DockerRegistry.freePort();
    assertSame(Resolution.UNKNOWN, asking.ask(other + "/d:1"));
    assertEquals(
        List.of(
            host
                + " can't be reached: nobody listens there: going on without the configuration of"
                + " 2 images: "
                + host
                + "/a:1, "
                + host
                + "/b:1 | --resolve=never asks nobody; with a lock file (luakit lock) nobody has"
                + " to be asked",
            other
                + " can't be reached: nobody listens there: going on without the configuration of "
                + other
                + "/d:1"),
        asking.warnings);
  }

  @Test
  void so_is_one_whose_name_nobody_knows() {
    assertEquals(
        away("registry.invalid", "there is no host of this name"),
        new Asking().failure("registry.invalid/app:1"));
  }

  /** A server that takes connections and never says anything. */
  @Test
  void one_that_does_not_answer_is_not_waited_for() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      String host = "127.0.0.1:" + silent.getLocalPort();
      List<ImageRequest> requests = new ArrayList<>();
      for (int i = 0; i < 10; i++) {
        requests.add(Asking.request(host + "/app" + i + ":1", "linux/amd64"));
      }
      Asking asking = new Asking().auto();
      long start = System.nanoTime();
      asking.images().resolve(requests);
      long seconds = (System.nanoTime() - start) / 1_000_000_000;
      assertTrue(seconds <= 9, seconds + " s");
      assertEquals(1, asking.warnings.size(), asking.warnings.toString());
      assertTrue(
          asking.warnings.getFirst().contains(": no answer in time: going on"),
          asking.warnings.toString());
      assertEquals(
          List.of("0 of 10", "end"),
          List.of(asking.progress.getFirst(), asking.progress.getLast()));
    }
  }

  /** Answers some times with an error, then as before. */
  private AtomicInteger first(int times, FakeServer.Answerer error) {
    AtomicInteger count = new AtomicInteger();
    String manifest = manifest(server, "app", "1");
    server.at(
        MANIFEST,
        exchange -> {
          if (count.getAndIncrement() < times) {
            error.answer(exchange);
          } else {
            FakeServer.send(exchange, 200, Manifest.OCI_MANIFEST, manifest);
          }
        });
    return count;
  }

  private static String manifest(FakeServer server, String repository, String tag) {
    try {
      String uri = "http://" + server.host() + "/v2/" + repository + "/manifests/" + tag;
      Answer answer =
          new Transport(Certificates.ANY).get(java.net.URI.create(uri), "", null, 1 << 20);
      return new String(answer.body(), StandardCharsets.UTF_8);
    } catch (IOException | RegistryFailure e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void one_that_is_busy_is_asked_again() {
    AtomicInteger count =
        first(2, exchange -> FakeServer.send(exchange, 503, "text/plain", "later"));
    assertEquals("found", new Asking().mark(app));
    assertEquals(3, count.get());
  }

  @Test
  void one_that_says_when_is_asked_then() {
    long start = System.nanoTime();
    first(
        1,
        exchange -> {
          exchange.getResponseHeaders().set("Retry-After", "1");
          FakeServer.send(exchange, 429, "", "");
        });
    assertEquals("found", new Asking().mark(app));
    assertTrue(System.nanoTime() - start >= 1_000_000_000L);
  }

  @Test
  void one_that_says_much_later_is_not_waited_for() {
    AtomicInteger count =
        first(
            9,
            exchange -> {
              exchange.getResponseHeaders().set("Retry-After", "3600");
              FakeServer.send(exchange, 429, "", "");
            });
    assertEquals(
        away(
            server.host(),
            "it wants no more requests for now (429); try again later; after docker login "
                + server.host()
                + " it may allow more"),
        new Asking().failure(app));
    assertEquals(1, count.get());
  }

  @Test
  void one_that_stays_busy_is_given_up() {
    AtomicInteger count = first(9, exchange -> FakeServer.send(exchange, 502, "", ""));
    assertEquals(away(server.host(), "it answers 502"), new Asking().failure(app));
    assertEquals(4, count.get());
  }

  @Test
  void a_connection_that_breaks_off_is_made_again() {
    AtomicInteger count = first(1, HttpExchange::close);
    assertEquals("found", new Asking().mark(app));
    assertEquals(2, count.get());
  }

  @Test
  void what_is_elsewhere_is_fetched_there_without_what_proves_who_asks() throws IOException {
    try (FakeServer elsewhere = new FakeServer()) {
      elsewhere.at("/store", 200, "application/octet-stream", CONFIG);
      server.at(
          "/v2/",
          exchange -> {
            exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"x\"");
            FakeServer.send(exchange, 401, "", "");
          });
      server.at(
          BLOB,
          exchange -> {
            exchange
                .getResponseHeaders()
                .set("Location", "http://" + elsewhere.host() + "/store?key=1");
            FakeServer.send(exchange, 307, "", "");
          });
      java.nio.file.Path folder = java.nio.file.Files.createTempDirectory("docker");
      java.nio.file.Path config = folder.resolve("config.json");
      java.nio.file.Files.writeString(
          config, "{\"auths\":{\"" + server.host() + "\":{\"auth\":\"YTpi\"}}}");
      assertEquals("found", new Asking().with("DOCKER_CONFIG", folder).mark(app));
      java.nio.file.Files.delete(config);
      java.nio.file.Files.delete(folder);
      assertEquals(
          List.of(new FakeServer.Request("GET", "/store?key=1", null)), elsewhere.requests());
      assertTrue(server.requests().contains(new FakeServer.Request("GET", BLOB, "Basic YTpi")));
    }
  }

  @Test
  void a_server_that_sends_in_circles_is_given_up() {
    server.at(
        MANIFEST,
        exchange -> {
          exchange.getResponseHeaders().set("Location", "http://" + server.host() + MANIFEST);
          FakeServer.send(exchange, 307, "", "");
        });
    String failure = new Asking().failure(app);
    assertTrue(failure.startsWith(away(server.host(), "")), failure);
  }

  @Test
  void a_configuration_that_is_another_is_an_error() {
    server.at(BLOB, 200, "application/octet-stream", CONFIG.replace("found", "wrong"));
    assertEquals(
        "comes from " + server.host() + " with another content than its digest says",
        new Asking().auto().failure(app));
  }

  @Test
  void a_manifest_that_is_another_is_an_error() {
    String digest = new Asking().digest(app);
    server.at("/v2/app/manifests/" + digest, 200, Manifest.OCI_MANIFEST, "{}");
    assertEquals(
        "comes from " + server.host() + " with another content than its digest says",
        new Asking().failure(server.host() + "/app@" + digest));
    String manifest = manifest(server, "app", "1");
    server.at(
        MANIFEST,
        exchange -> {
          exchange.getResponseHeaders().set("Docker-Content-Digest", "sha256:" + "0".repeat(64));
          FakeServer.send(exchange, 200, Manifest.OCI_MANIFEST, manifest);
        });
    assertEquals(
        "comes from " + server.host() + " with another content than its digest says",
        new Asking().failure(app));
  }

  @Test
  void what_is_too_large_is_not_read() {
    server.at(
        MANIFEST,
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          byte[] block = new byte[1 << 16];
          for (int i = 0; i < 100_000; i++) {
            exchange.getResponseBody().write(block);
          }
        });
    assertEquals(away(server.host(), "it sends more than 4 MiB"), new Asking().failure(app));
  }

  @Test
  void what_is_no_manifest_is_an_error() {
    String no = "has a manifest that is neither an image's nor an index";
    for (String json :
        List.of(
            "{}",
            "{\"config\":{},\"manifests\":[]}",
            "{\"mediaType\":\"" + Manifest.OCI_INDEX + "\",\"config\":{}}")) {
      server.at(MANIFEST, 200, Manifest.OCI_MANIFEST, json);
      assertEquals(no, new Asking().failure(app), json);
    }
    server.at(MANIFEST, 200, "text/html", "<html>Log in to this hotel's network</html>");
    assertEquals("has a manifest that is not valid JSON", new Asking().failure(app));
  }

  @Test
  void docker_s_old_format_is_an_error_that_says_so() {
    server.at(
        MANIFEST,
        200,
        "application/vnd.docker.distribution.manifest.v1+prettyjws",
        "{\"schemaVersion\":1,\"name\":\"app\",\"fsLayers\":[],\"history\":[]}");
    String failure = new Asking().failure(app);
    assertTrue(failure.contains("schema 1"), failure);
  }

  @Test
  void a_configuration_that_is_none_is_an_error() {
    server.image("bad", "1", "[]");
    String failure = new Asking().failure(server.host() + "/bad:1");
    assertTrue(failure.startsWith("has a configuration that can't be read: "), failure);
  }

  @Test
  void what_was_asked_once_is_not_asked_again() {
    Asking asking = new Asking();
    asking.ask(app);
    asking.ask(app, "linux/386");
    List<String> targets = server.targets();
    assertEquals(List.of("/v2/", MANIFEST, BLOB), targets);
    assertFalse(asking.progress.contains("end"), "nothing is shown of what is quick");
  }
}
