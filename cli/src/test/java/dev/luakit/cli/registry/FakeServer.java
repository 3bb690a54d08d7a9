package dev.luakit.cli.registry;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server that does what no real registry does when it is asked to. */
public final class FakeServer implements AutoCloseable {
  /** Answers a request. */
  public interface Answerer {
    void answer(HttpExchange exchange) throws IOException;
  }

  public record Request(String method, String target, String authorization) {}

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer server;
  private final Map<String, Answerer> answerers = new ConcurrentHashMap<>();
  private volatile Answerer otherwise = exchange -> exchange.sendResponseHeaders(404, -1);
  private final List<Request> requests = new CopyOnWriteArrayList<>();

  public FakeServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
    at("/v2/", 200, "", "");
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      requests.add(
          new Request(
              exchange.getRequestMethod(),
              exchange.getRequestURI().toString(),
              exchange.getRequestHeaders().getFirst("Authorization")));
      Answerer answerer = answerers.get(exchange.getRequestURI().getPath());
      (answerer == null ? otherwise : answerer).answer(exchange);
    }
  }

  /** Where it is, as {@code HOST:PORT}. */
  public String host() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  public FakeServer at(String path, Answerer answerer) {
    answerers.put(path, answerer);
    return this;
  }

  public FakeServer at(String path, int status, String type, String body) {
    return at(path, exchange -> send(exchange, status, type, body));
  }

  /** Answers all other requests. */
  public FakeServer otherwise(Answerer answerer) {
    otherwise = answerer;
    return this;
  }

  /** Serves the same image, for linux/amd64, under every name. */
  public FakeServer withEveryImage(String config) {
    image("any", "any", config);
    return otherwise(
        exchange -> {
          String path = exchange.getRequestURI().getPath();
          int name = Math.max(path.indexOf("/manifests/"), path.indexOf("/blobs/"));
          boolean manifest = path.indexOf("/manifests/") == name;
          Answerer any =
              answerers.get(manifest ? "/v2/any/manifests/any" : "/v2/any" + path.substring(name));
          any.answer(exchange);
        });
  }

  /** Serves an image without layers under a tag and all its digests; gives the manifest's. */
  public String image(String repository, String tag, String config) {
    String configDigest = ContentDigest.sha256(config.getBytes(StandardCharsets.UTF_8));
    String manifest =
        Manifests.image(
            Manifest.OCI_MANIFEST,
            "application/vnd.oci.image.config.v1+json",
            configDigest,
            config.length());
    String digest = ContentDigest.sha256(manifest.getBytes(StandardCharsets.UTF_8));
    at("/v2/" + repository + "/blobs/" + configDigest, 200, "application/octet-stream", config);
    at("/v2/" + repository + "/manifests/" + digest, 200, Manifest.OCI_MANIFEST, manifest);
    at("/v2/" + repository + "/manifests/" + tag, 200, Manifest.OCI_MANIFEST, manifest);
    return digest;
  }

  public static void send(HttpExchange exchange, int status, String type, String body)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    if (!type.isEmpty()) {
      exchange.getResponseHeaders().set("Content-Type", type);
    }
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0) {
      try (OutputStream out = exchange.getResponseBody()) {
        out.write(bytes);
      }
    }
  }

  /** All requests so far. */
  public List<Request> requests() {
    return requests;
  }

  /** The targets of all requests so far. */
  public List<String> targets() {
    List<String> targets = new ArrayList<>();
    for (Request request : requests) {
      targets.add(request.target());
    }
    return targets;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
