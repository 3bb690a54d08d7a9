package com.example;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** A web server that says hello. */
public final class Server {
  private Server() {}

  public static void main(String[] args) throws IOException {
    byte[] hello = "hello from Java\n".getBytes(StandardCharsets.UTF_8);
    HttpServer server = HttpServer.create(new InetSocketAddress(8080), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, hello.length);
          try (var body = exchange.getResponseBody()) {
            body.write(hello);
          }
        });
    server.start();
  }
}
