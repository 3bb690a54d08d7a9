package dev.luakit.cli.registry;

import dev.luakit.cli.registry.RegistryFailure.Kind;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;

/** Proves to a server who asks, in the way that it wants. */
final class Authorizer {
  private static final int MOST_BYTES = 1 << 20;

  private final ServerAddress address;
  private final Transport transport;
  private final Deadline deadline;

  Authorizer(ServerAddress address, Transport transport, Deadline deadline) {
    this.address = address;
    this.transport = transport;
    this.deadline = deadline;
  }

  /**
   * What is to be sent.
   *
   * @param root where to
   * @param credential what there is to prove it, or null
   * @throws RegistryFailure if the server that gives tokens gives none, or if the credential would
   *     be sent for all to read
   */
  Authorization authorize(Challenge challenge, URI root, String repository, Credential credential)
      throws RegistryFailure {
    if (challenge.scheme().equals("bearer")) {
      return token(challenge, repository, credential);
    }
    if (credential instanceof Credential.Password password) {
      checkConfidential(root);
      return new Authorization(password.header(), user(password));
    }
    return Authorization.NONE;
  }

  private Authorization token(Challenge challenge, String repository, Credential credential)
      throws RegistryFailure {
    URI realm = realm(challenge);
    String user =
        switch (credential) {
          case Credential.Password password -> user(password);
          case Credential.RefreshToken _ -> "the user who has logged in";
          case null -> null;
        };
    if (credential != null) {
      checkConfidential(realm);
    }
    Answer answer;
    try {
      answer =
          Patience.send(
              () -> ask(realm, challenge, repository, credential), Deadline.ANSWER, deadline);
    } catch (IOException e) {
      throw new RegistryFailure(
          Kind.UNREACHABLE,
          "its token server " + realm.getAuthority() + ": " + Trouble.reason(e),
          address.advice(e));
    }
    String said = "the token server " + realm.getAuthority() + " answers " + answer.status();
    if (answer.status() == 400 || answer.status() == 401 || answer.status() == 403) {
      throw new Authorization(null, user).refused(address, said);
    }
    JsonNode json = answer.status() == 200 ? Json.read(answer.body()) : null;
    String token = json == null ? "" : Json.text(json, "token");
    if (token.isEmpty() && json != null) {
      token = Json.text(json, "access_token");
    }
    if (!isToken(token)) {
      throw new RegistryFailure(
          Kind.UNREACHABLE, said + (json == null ? "" : ", but with no token"), null);
    }
    return new Authorization("Bearer " + token, user);
  }

  private Answer ask(URI realm, Challenge challenge, String repository, Credential credential)
      throws IOException, RegistryFailure {
    String query = "scope=" + encoded("repository:" + repository + ":pull");
    if (!challenge.parameter("service").isEmpty()) {
      query = "service=" + encoded(challenge.parameter("service")) + "&" + query;
    }
    if (credential instanceof Credential.RefreshToken refresh) {
      String form =
          "grant_type=refresh_token&client_id=luakit&"
              + query
              + "&refresh_token="
              + encoded(refresh.token());
      return transport.post(realm, form);
    }
    String header = null;
    if (credential instanceof Credential.Password password) {
      header = password.header();
      query = "account=" + encoded(password.user()) + "&" + query;
    }
    String joint = realm.getRawQuery() == null ? "?" : "&";
    return transport.get(URI.create(realm + joint + query), "", header, MOST_BYTES);
  }

  private URI realm(Challenge challenge) throws RegistryFailure {
    String text = challenge.parameter("realm");
    try {
      URI realm = URI.create(text);
      boolean http = "http".equals(realm.getScheme()) || "https".equals(realm.getScheme());
      if (http && realm.getHost() != null && realm.getUserInfo() == null) {
        return realm;
      }
    } catch (IllegalArgumentException e) {
      // It is no address at all.
    }
    throw new RegistryFailure(
        Kind.UNREACHABLE, "it names \"" + text + "\" as its token server", null);
  }

  private void checkConfidential(URI uri) throws RegistryFailure {
    if (!address.isConfidential(uri)) {
      throw new RegistryFailure(
          Kind.REFUSED,
          "needs credentials, which would be sent to " + uri.getAuthority() + " unencrypted",
          "if that is what you want: --insecure-registry " + uri.getAuthority());
    }
  }

  /** Whether a text can be sent in a header. */
  private static boolean isToken(String token) {
    for (int i = 0; i < token.length(); i++) {
      if (token.charAt(i) <= ' ' || token.charAt(i) > '~') {
        return false;
      }
    }
    return !token.isEmpty();
  }

  private static String user(Credential.Password password) {
    return "\"" + password.user() + "\"";
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
