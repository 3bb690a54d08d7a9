package dev.luakit.cli.registry;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A token server: it lets everybody read {@code public/…}, and {@link DockerRegistry#USER}
 * everything, by password or by a refresh token.
 */
final class TokenIssuer implements AutoCloseable {
  static final String SERVICE = "test registry";
  static final String NAME = "test issuer";
  static final String REFRESH_TOKEN = "to be refreshed+/=";

  private final Identity identity;
  private final HttpServer server;
  private final List<String> requests = new CopyOnWriteArrayList<>();

  TokenIssuer(Identity identity) throws IOException {
    this.identity = identity;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/token", this::answer);
    server.start();
  }

  String realm() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/token";
  }

  Identity identity() {
    return identity;
  }

  /** What was asked, as {@code METHOD parameters}. */
  List<String> requests() {
    return requests;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      boolean post = exchange.getRequestMethod().equals("POST");
      String raw =
          post
              ? new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)
              : exchange.getRequestURI().getRawQuery();
      requests.add(exchange.getRequestMethod() + " " + raw);
      Map<String, String> parameters = parameters(raw);
      String header = exchange.getRequestHeaders().getFirst("Authorization");
      boolean known =
          post
              ? REFRESH_TOKEN.equals(parameters.get("refresh_token"))
                  && "refresh_token".equals(parameters.get("grant_type"))
              : DockerRegistry.USER.header().equals(header);
      String[] scope = parameters.getOrDefault("scope", "::").split(":");
      if (!SERVICE.equals(parameters.get("service")) || header != null && !known) {
        exchange.sendResponseHeaders(401, -1);
        return;
      }
      boolean allowed = known || scope[1].startsWith("public/") && scope[2].equals("pull");
      String name = post ? "access_token" : "token";
      byte[] body =
          ("{\"" + name + "\":\"" + token(scope, allowed) + "\"}")
              .getBytes(StandardCharsets.US_ASCII);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private static Map<String, String> parameters(String raw) {
    Map<String, String> parameters = new HashMap<>();
    for (String pair : raw.split("&")) {
      int equals = pair.indexOf('=');
      parameters.put(
          pair.substring(0, equals),
          URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
    }
    return parameters;
  }

  /** A token that allows what a scope says, or nothing. */
  String token(String[] scope, boolean allowed) {
    long now = System.currentTimeMillis() / 1000;
    String actions = "\"" + scope[2].replace(",", "\",\"") + "\"";
    String access =
        allowed
            ? "{\"type\":\"repository\",\"name\":\""
                + scope[1]
                + "\",\"actions\":["
                + actions
                + "]}"
            : "";
    String claims =
        """
        {"iss":"%s","sub":"","aud":"%s","exp":%d,"nbf":%d,"iat":%d,"jti":"1","access":[%s]}\
        """
            .formatted(NAME, SERVICE, now + 300, now - 300, now, access);
    try {
      String header =
          "{\"typ\":\"JWT\",\"alg\":\"RS256\",\"x5c\":[\""
              + Base64.getEncoder().encodeToString(identity.x509().getEncoded())
              + "\"]}";
      String signed = encoded(header) + "." + encoded(claims);
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(identity.secret());
      signature.update(signed.getBytes(StandardCharsets.US_ASCII));
      return signed
          + "."
          + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static String encoded(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
