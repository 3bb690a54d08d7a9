package dev.luakit.e2e;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A web server on the loopback interface, as a process of its own: the daemon may have a loopback
 * interface of its own. It says its URL on standard output and ends when its standard input does.
 *
 * <p>It serves the files of a folder; below {@code /git/} the repositories in the folder's {@code
 * git}; below {@code /private/} the same to those who have the token; and at {@code /request} the
 * headers of the request itself.
 */
final class TestServer {
  /** {@code x-access-token:letmein}, as basic auth writes it. */
  private static final String AUTHORIZATION = "Basic eC1hY2Nlc3MtdG9rZW46bGV0bWVpbg==";

  private final Path folder;

  private TestServer(Path folder) {
    this.folder = folder;
  }

  /** Serves the folder that the first argument names. */
  public static void main(String[] args) throws IOException {
    HttpServer http =
        HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    TestServer server = new TestServer(Path.of(args[0]));
    http.createContext("/", server::answer);
    try (ExecutorService threads = Executors.newCachedThreadPool()) {
      http.setExecutor(threads);
      http.start();
      System.out.println("http://127.0.0.1:" + http.getAddress().getPort());
      while (System.in.read() >= 0) {
        // Only its end matters.
      }
      http.stop(0);
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      if (path.equals("/request")) {
        send(exchange, 200, headers(exchange));
      } else if (path.startsWith("/git/")) {
        git(exchange, path.substring("/git".length()));
      } else if (path.startsWith("/private/")) {
        if (AUTHORIZATION.equalsIgnoreCase(
            exchange.getRequestHeaders().getFirst("Authorization"))) {
          git(exchange, path.substring("/private".length()));
        } else {
          exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"private\"");
          send(exchange, 401, new byte[0]);
        }
      } else {
        file(exchange, folder.resolve(path.substring(1)).normalize());
      }
    }
  }

  private static byte[] headers(HttpExchange exchange) {
    StringBuilder out = new StringBuilder();
    for (Map.Entry<String, List<String>> header : exchange.getRequestHeaders().entrySet()) {
      for (String value : header.getValue()) {
        out.append(header.getKey()).append(": ").append(value).append('\n');
      }
    }
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void file(HttpExchange exchange, Path file) throws IOException {
    if (file.startsWith(folder) && Files.isRegularFile(file)) {
      send(exchange, 200, Files.readAllBytes(file));
    } else {
      send(exchange, 404, new byte[0]);
    }
  }

  private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    boolean none = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(status, none ? -1 : body.length);
    if (!none) {
      exchange.getResponseBody().write(body);
    }
  }

  /** Hands the request to git's own program for this, which speaks CGI. */
  private void git(HttpExchange exchange, String path) throws IOException {
    ProcessBuilder backend = new ProcessBuilder("git", "http-backend");
    Map<String, String> environment = backend.environment();
    environment.put("GIT_PROJECT_ROOT", folder.resolve("git").toString());
    environment.put("GIT_HTTP_EXPORT_ALL", "1");
    environment.put("PATH_INFO", path);
    environment.put("REQUEST_METHOD", exchange.getRequestMethod());
    String query = exchange.getRequestURI().getRawQuery();
    environment.put("QUERY_STRING", query == null ? "" : query);
    put(environment, "CONTENT_TYPE", exchange.getRequestHeaders().getFirst("Content-Type"));
    put(environment, "GIT_PROTOCOL", exchange.getRequestHeaders().getFirst("Git-Protocol"));
    put(
        environment,
        "HTTP_CONTENT_ENCODING",
        exchange.getRequestHeaders().getFirst("Content-Encoding"));
    byte[] body = exchange.getRequestBody().readAllBytes();
    environment.put("CONTENT_LENGTH", Integer.toString(body.length));
    Process process = backend.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try (OutputStream in = process.getOutputStream()) {
      in.write(body);
    }
    try (InputStream out = process.getInputStream()) {
      int status = 200;
      for (String line = line(out); !line.isEmpty(); line = line(out)) {
        int colon = line.indexOf(": ");
        String name = line.substring(0, colon);
        String value = line.substring(colon + 2);
        if (name.equals("Status")) {
          status = Integer.parseInt(value.substring(0, 3));
        } else {
          exchange.getResponseHeaders().set(name, value);
        }
      }
      send(exchange, status, out.readAllBytes());
    }
  }

  private static void put(Map<String, String> environment, String name, String value) {
    if (value != null) {
      environment.put(name, value);
    }
  }

  /** A line of the answer's head, without its end. */
  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
      if (c != '\r') {
        line.write(c);
      }
    }
    return line.toString(StandardCharsets.UTF_8);
  }
}
