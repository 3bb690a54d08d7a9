package dev.luakit.cli.registry;

import dev.luakit.cli.registry.RegistryFailure.Kind;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/**
 * A server that images are asked of: a registry, or a mirror of one. What it has said is asked for
 * only once.
 */
final class Server {
  /** Most bytes of a manifest, and of a configuration. */
  static final int MOST_BYTES = 4 << 20;

  private final ServerAddress address;
  private final DockerConfig docker;
  private final Deadline deadline;
  private final Once<Connection> connection;
  private final Map<String, Once<Authorization>> authorizations = new ConcurrentHashMap<>();
  private final Map<String, Once<Content>> tags = new ConcurrentHashMap<>();
  private final Map<String, Once<byte[]>> contents = new ConcurrentHashMap<>();

  /**
   * How it can be reached.
   *
   * @param root the address of everything, with a slash at the end
   * @param challenge how it wants to be told who asks; null if it has not said so
   */
  private record Connection(URI root, Transport transport, Challenge challenge) {}

  /**
   * What a tag stands for.
   *
   * @param type the media type
   */
  record Content(byte[] bytes, String type, String digest) {}

  Server(ServerAddress address, DockerConfig docker, Deadline deadline) {
    this.address = address;
    this.docker = docker;
    this.deadline = deadline;
    connection = new Once<>(this::connect);
  }

  ServerAddress address() {
    return address;
  }

  /**
   * The manifest that a tag stands for.
   *
   * @param path the repository, as images' names have it
   */
  Content tag(String path, String tag) throws RegistryFailure {
    String place = address.repository(path) + "/manifests/" + tag;
    return tags.computeIfAbsent(place, at -> new Once<>(() -> fetchTag(path, at))).get();
  }

  private Content fetchTag(String path, String place) throws RegistryFailure {
    Answer answer = fetch(path, place, Manifest.ACCEPTED);
    String digest = ContentDigest.sha256(answer.body());
    String said = answer.header("docker-content-digest");
    if (ContentDigest.isDigest(said) && !ContentDigest.matches(said, answer.body())) {
      throw broken();
    }
    return new Content(answer.body(), answer.header("content-type"), digest);
  }

  /** A manifest by its digest. */
  byte[] manifest(String path, String digest) throws RegistryFailure {
    return content(path, "/manifests/", digest, Manifest.ACCEPTED);
  }

  /** A configuration by its digest. */
  byte[] config(String path, String digest) throws RegistryFailure {
    return content(path, "/blobs/", digest, "");
  }

  private byte[] content(String path, String kind, String digest, String accept)
      throws RegistryFailure {
    String place = address.repository(path) + kind + digest;
    return contents
        .computeIfAbsent(
            place,
            at ->
                new Once<>(
                    () -> {
                      byte[] bytes = fetch(path, at, accept).body();
                      if (!ContentDigest.matches(digest, bytes)) {
                        throw broken();
                      }
                      return bytes;
                    }))
        .get();
  }

  private RegistryFailure broken() {
    return RegistryFailure.malformed(
        "comes from " + address + " with another content than its digest says");
  }

  private Answer fetch(String path, String place, String accept) throws RegistryFailure {
    Connection to = connection.get();
    URI uri = to.root.resolve(place + address.query());
    String repository = address.repository(path);
    try {
      Authorization authorization = authorization(to, repository, to.challenge);
      Answer answer = get(to, uri, accept, authorization);
      boolean refused = answer.status() == 401 || answer.status() == 403;
      if (refused && to.challenge == null) {
        // It lets everybody in, but not to everything.
        Challenge challenge =
            Patience.send(() -> to.transport.knock(uri), Deadline.ANSWER, deadline).challenge();
        if (challenge != null) {
          authorization = authorization(to, repository, challenge);
          answer = get(to, uri, accept, authorization);
        }
      }
      return checked(answer, authorization);
    } catch (IOException e) {
      throw unreachable(e);
    }
  }

  private Answer get(Connection to, URI uri, String accept, Authorization authorization)
      throws IOException, RegistryFailure {
    return Patience.send(
        () -> to.transport.get(uri, accept, authorization.header(), MOST_BYTES),
        Deadline.ANSWER,
        deadline);
  }

  private Authorization authorization(Connection to, String repository, Challenge challenge)
      throws RegistryFailure {
    if (challenge == null) {
      return Authorization.NONE;
    }
    return authorizations
        .computeIfAbsent(
            repository,
            name ->
                new Once<>(
                    () ->
                        new Authorizer(address, to.transport, deadline)
                            .authorize(
                                challenge,
                                to.root,
                                name,
                                docker.find(address.credentialKey(), name))))
        .get();
  }

  private Answer checked(Answer answer, Authorization authorization) throws RegistryFailure {
    int status = answer.status();
    if (status == 200) {
      return answer;
    }
    String said = address + " answers " + status + detail(answer);
    switch (status) {
      case 401, 403 -> throw authorization.refused(address, said);
      case 404, 400 ->
          throw new RegistryFailure(
              Kind.MISSING, "is not there: " + said, "check the image's name and tag");
      case 429 ->
          throw new RegistryFailure(
              Kind.UNREACHABLE,
              "it wants no more requests for now (429)",
              "try again later; after " + address.login() + " it may allow more");
      default ->
          throw new RegistryFailure(
              Kind.UNREACHABLE, "it answers " + status + detail(answer), null);
    }
  }

  /** What a registry says of an error, as {@code (CODE: message)} with a space before. */
  private static String detail(Answer answer) {
    JsonNode json = Json.read(answer.body());
    if (json == null) {
      return "";
    }
    JsonNode error = json.path("errors").path(0);
    String code = Json.text(error, "code");
    String message = Json.text(error, "message");
    if (code.isEmpty() && message.isEmpty()) {
      return "";
    }
    String text = message.isEmpty() ? code : code + ": " + message;
    return " (" + (text.length() > 200 ? text.substring(0, 200) + "…" : text) + ")";
  }

  private RegistryFailure unreachable(IOException e) {
    return new RegistryFailure(Kind.UNREACHABLE, Trouble.reason(e), address.advice(e));
  }

  /** Finds out how to speak to it. */
  private Connection connect() throws RegistryFailure {
    List<ServerAddress.Way> ways = new ArrayList<>(address.ways());
    while (true) {
      ServerAddress.Way way = ways.removeFirst();
      URI root = way.root(address.host());
      try {
        Transport.Knock knock =
            Patience.send(() -> way.transport().knock(root), Deadline.FIRST_ANSWER, deadline);
        // A server that speaks TLS says 400 to plain text.
        if (knock.status() != 400 || ways.isEmpty()) {
          return connected(root, way.transport(), knock);
        }
      } catch (IOException e) {
        if (ways.isEmpty() || !Trouble.mayBeScheme(e, address.host().port() >= 0)) {
          throw unreachable(e);
        }
      }
    }
  }

  private static Connection connected(URI root, Transport transport, Transport.Knock knock)
      throws RegistryFailure {
    if (knock.status() == 407) {
      throw new RegistryFailure(Kind.UNREACHABLE, "the proxy in between wants a password", null);
    }
    if (knock.status() == 429 || knock.status() >= 500) {
      throw new RegistryFailure(Kind.UNREACHABLE, "it answers " + knock.status(), null);
    }
    return new Connection(root, transport, knock.status() == 401 ? knock.challenge() : null);
  }
}
