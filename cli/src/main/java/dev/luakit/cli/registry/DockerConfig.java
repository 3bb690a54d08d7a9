package dev.luakit.cli.registry;

import dev.luakit.cli.registry.CredentialHelper.BrokenHelperException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/**
 * What {@code docker login} has kept: Docker's {@code config.json}, with passwords in it or with
 * the names of the programs that know them.
 */
final class DockerConfig {
  private static final String DOCKER_HUB = "docker.io";

  /** What Docker's own registry is called there, for reasons of history. */
  private static final String DOCKER_HUB_KEY = "https://index.docker.io/v1/";

  private static final String LOG_IN_AGAIN = "docker login writes it anew";

  private final JsonNode json;
  private final String path;
  private final RegistryNotices notices;

  /** What helpers know, by the servers: each is asked once. */
  private final Map<String, Optional<Credential>> known = new ConcurrentHashMap<>();

  private DockerConfig(JsonNode json, String path, RegistryNotices notices) {
    this.json = json;
    this.path = path;
    this.notices = notices;
  }

  /** Reads {@code $DOCKER_CONFIG/config.json}, else the one in the user's folder. */
  static DockerConfig read(RegistryOptions options, RegistryNotices notices) {
    String folder = options.variable("DOCKER_CONFIG");
    if (folder.isEmpty() && !options.variable("HOME").isEmpty()) {
      folder = options.variable("HOME") + "/.docker";
    }
    byte[] text = "{}".getBytes(StandardCharsets.UTF_8);
    String file = folder + "/config.json";
    if (!folder.isEmpty()) {
      try {
        text = Files.readAllBytes(Path.of(file));
      } catch (NoSuchFileException e) {
        // Nobody has logged in.
      } catch (IOException | InvalidPathException e) {
        notices.warn("cannot read " + file + ": going on without credentials", null);
      }
    }
    JsonNode json = Json.read(text);
    if (json == null) {
      notices.warn(
          file + " is not valid JSON: going on without the credentials in it", LOG_IN_AGAIN);
    }
    return new DockerConfig(
        json == null ? Json.read("{}".getBytes(StandardCharsets.UTF_8)) : json,
        options.variable("PATH"),
        notices);
  }

  /**
   * What proves to a server who asks.
   *
   * @param server its name as in images' names, so {@code docker.io} for Docker's own
   * @param repository what is asked for
   * @return null if there is nothing
   */
  Credential find(String server, String repository) {
    return known
        .computeIfAbsent(server, name -> Optional.ofNullable(fromHelper(name)))
        .orElseGet(() -> fromFile(server, repository));
  }

  private Credential fromHelper(String server) {
    String helper = "";
    for (Map.Entry<String, JsonNode> entry : json.path("credHelpers").properties()) {
      if (isServer(entry.getKey(), server) && entry.getValue().isString()) {
        helper = entry.getValue().stringValue();
      }
    }
    if (helper.isEmpty()) {
      helper = Json.text(json, "credsStore");
    }
    if (helper.isEmpty()) {
      return null;
    }
    try {
      String key = server.equals(DOCKER_HUB) ? DOCKER_HUB_KEY : server;
      return new CredentialHelper(helper, path).get(key);
    } catch (BrokenHelperException e) {
      notices.warn(
          e.getMessage() + ": going on without credentials for " + server,
          "install it, or remove it from credHelpers and credsStore in Docker's config.json");
      return null;
    }
  }

  /** The credential of the longest key that fits: a server's, or one for some repositories. */
  private Credential fromFile(String server, String repository) {
    Credential best = null;
    int longest = -1;
    for (Map.Entry<String, JsonNode> entry : json.path("auths").properties()) {
      int length = fit(entry.getKey(), server, repository);
      if (length > longest) {
        Credential credential = credential(entry.getKey(), entry.getValue());
        if (credential != null) {
          best = credential;
          longest = length;
        }
      }
    }
    return best;
  }

  private static boolean isServer(String key, String server) {
    return fit(key, server, "") == 0;
  }

  /** How many characters of a repository's name a key names; -1 if it is for others. */
  private static int fit(String key, String server, String repository) {
    String name = key;
    if (name.startsWith("https://")) {
      name = name.substring("https://".length());
    } else if (name.startsWith("http://")) {
      name = name.substring("http://".length());
    }
    int slash = name.indexOf('/');
    String host = slash < 0 ? name : name.substring(0, slash);
    String rest = slash < 0 ? "" : name.substring(slash + 1);
    while (rest.endsWith("/")) {
      rest = rest.substring(0, rest.length() - 1);
    }
    if (host.equals("index.docker.io") || host.equals("registry-1.docker.io")) {
      host = DOCKER_HUB;
    }
    if (!host.equals(server)) {
      return -1;
    }
    if (rest.isEmpty() || rest.equals("v1") || rest.equals("v2")) {
      return 0;
    }
    return repository.equals(rest) || repository.startsWith(rest + "/") ? rest.length() : -1;
  }

  private Credential credential(String key, JsonNode entry) {
    String refresh = Json.text(entry, "identitytoken");
    if (!refresh.isEmpty()) {
      return new Credential.RefreshToken(refresh);
    }
    String user = Json.text(entry, "username");
    String password = Json.text(entry, "password");
    String auth = Json.text(entry, "auth");
    if (!auth.isEmpty()) {
      try {
        String pair = new String(Base64.getDecoder().decode(auth), StandardCharsets.UTF_8);
        int colon = pair.indexOf(':');
        if (colon >= 0) {
          user = pair.substring(0, colon);
          password = pair.substring(colon + 1);
        }
      } catch (IllegalArgumentException e) {
        notices.warn(
            "the credentials of " + key + " in Docker's config.json can't be read", LOG_IN_AGAIN);
      }
    }
    return password.isEmpty() ? null : new Credential.Password(user, password);
  }
}
