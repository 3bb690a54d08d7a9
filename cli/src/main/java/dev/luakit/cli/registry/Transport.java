package dev.luakit.cli.registry;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import land.oras.ContainerRef;
import land.oras.auth.AuthProvider;
import land.oras.auth.AuthScheme;
import land.oras.auth.HttpClient;
import land.oras.auth.HttpClient.ResponseWrapper;
import land.oras.auth.NoAuthProvider;
import land.oras.auth.Scopes;
import land.oras.exception.OrasException;

/**
 * Sends requests to all servers of which the same authorities are believed to say who they are; its
 * connections are shared.
 *
 * <p>Requests for tokens, manifests and configurations go through the ORAS SDK, which follows
 * redirections and keeps what proves who asks from other hosts. What it can't say is how a server
 * wants to be told who asks; {@link #knock} finds that out.
 *
 * <p>All calls end when their thread is interrupted.
 */
final class Transport {
  /** Enough for what a server says of an error. */
  private static final int ERROR_BYTES = 16 << 10;

  private static final String AGENT = "luakit";

  private final Certificates certificates;
  private final Once<HttpClient> oras;
  private final Once<java.net.http.HttpClient> jdk;

  Transport(Certificates certificates) {
    this.certificates = certificates;
    oras = new Once<>(this::openOras);
    jdk = new Once<>(this::openJdk);
  }

  private HttpClient openOras() {
    HttpClient.Builder builder =
        HttpClient.Builder.builder().withTimeout((int) Deadline.CONNECT.toSeconds());
    if (!certificates.checked()) {
      builder.withSkipTlsVerify(true);
    } else if (certificates.pem() != null) {
      builder.withCaContent(certificates.pem());
    }
    return builder.build();
  }

  private java.net.http.HttpClient openJdk() {
    return java.net.http.HttpClient.newBuilder()
        .connectTimeout(Deadline.CONNECT)
        .followRedirects(java.net.http.HttpClient.Redirect.NEVER)
        .sslContext(certificates.context())
        .build();
  }

  /** Asks without saying who asks, and without following redirections; the body is left out. */
  Knock knock(URI uri) throws IOException, InterruptedException, RegistryFailure {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri).header("User-Agent", AGENT).timeout(Deadline.ANSWER);
    if (uri.getScheme().equals("http")) {
      request.version(java.net.http.HttpClient.Version.HTTP_1_1);
    }
    HttpResponse<Void> response =
        jdk.get().send(request.build(), HttpResponse.BodyHandlers.discarding());
    return new Knock(
        response.statusCode(),
        response.headers().firstValue("Retry-After").orElse(""),
        Challenge.of(response.headers().allValues("WWW-Authenticate")));
  }

  /**
   * What a server says to somebody it does not know.
   *
   * @param status the HTTP status
   * @param retryAfter the header of this name, or empty
   * @param challenge how it wants to be told who asks, or null
   */
  record Knock(int status, String retryAfter, Challenge challenge) implements Patience.Result {}

  /**
   * Fetches something.
   *
   * @param accept the media types that are understood, or empty
   * @param authorization the header that proves who asks, or null
   * @param limit most bytes of the body
   * @throws TooLargeException if it is larger
   */
  Answer get(URI uri, String accept, String authorization, int limit)
      throws IOException, RegistryFailure {
    Map<String, String> headers = accept.isEmpty() ? Map.of() : Map.of("Accept", accept);
    try {
      ResponseWrapper<InputStream> response =
          oras.get().download(uri, headers, scopes(uri, authorization), provider(authorization));
      try (InputStream body = response.response()) {
        int most = response.statusCode() < 400 ? limit : ERROR_BYTES;
        byte[] bytes = body.readNBytes(most + 1);
        if (bytes.length > most && response.statusCode() < 400) {
          throw new TooLargeException(limit);
        }
        return new Answer(response.statusCode(), lowerCase(response.headers()), bytes);
      }
    } catch (OrasException e) {
      return refused(e);
    }
  }

  /** Sends a form. */
  Answer post(URI uri, String form) throws IOException, RegistryFailure {
    Map<String, String> headers = Map.of("Content-Type", "application/x-www-form-urlencoded");
    byte[] body = form.getBytes(StandardCharsets.US_ASCII);
    try {
      ResponseWrapper<String> response =
          oras.get().post(uri, body, headers, scopes(uri, null), new NoAuthProvider());
      return new Answer(
          response.statusCode(),
          lowerCase(response.headers()),
          response.response().getBytes(StandardCharsets.UTF_8));
    } catch (OrasException e) {
      return refused(e);
    }
  }

  /**
   * Under which name the SDK keeps tokens that it gets on its own, when it is refused: for somebody
   * unknown, so never in place of one that is given here.
   */
  private static Scopes scopes(URI uri, String authorization) {
    String name = uri.getAuthority() + (authorization == null ? " unknown" : " known");
    return Scopes.of(ContainerRef.parse("registry.invalid/name").forRegistry(name));
  }

  private static AuthProvider provider(String authorization) {
    return authorization == null ? new NoAuthProvider() : new Header(authorization);
  }

  /**
   * Gives a header for the request, and none for those that the SDK sends on its own account when
   * that is refused: they go where the server says, and nobody has looked where that is.
   */
  private static final class Header implements AuthProvider {
    private String header;

    Header(String header) {
      this.header = header;
    }

    @Override
    public String getAuthHeader(ContainerRef registry) {
      String given = header;
      header = null;
      return given;
    }

    @Override
    public AuthScheme getAuthScheme() {
      return AuthScheme.BASIC;
    }
  }

  private static Map<String, String> lowerCase(Map<String, String> headers) {
    Map<String, String> lower = new TreeMap<>();
    for (Map.Entry<String, String> header : headers.entrySet()) {
      lower.put(header.getKey().toLowerCase(Locale.ROOT), header.getValue());
    }
    return lower;
  }

  /** The SDK fails where it does not understand how it is refused. */
  private static Answer refused(OrasException e) throws IOException {
    if (e.getStatusCode() > 0) {
      return new Answer(e.getStatusCode(), Map.of(), new byte[0]);
    }
    throw e.getCause() instanceof IOException cause ? cause : new IOException(e);
  }

  /** A body is larger than anything that is meant. */
  static final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1;

    TooLargeException(int limit) {
      super("it sends more than " + (limit >> 20) + " MiB");
    }
  }
}
