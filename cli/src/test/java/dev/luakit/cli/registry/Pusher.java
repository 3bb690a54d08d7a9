package dev.luakit.cli.registry;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLContext;

/**
 * Puts images into a registry, request by request.
 *
 * @param root the registry's address
 * @param authorization the header that allows it, or null
 * @param tls whom to believe, or null
 */
public record Pusher(String root, String authorization, SSLContext tls) {
  /** Puts some content, and gives its digest. */
  String blob(String repository, byte[] content) {
    String digest = ContentDigest.sha256(content);
    String place = send("POST", "/v2/" + repository + "/blobs/uploads/", "", new byte[0]);
    String joint = place.indexOf('?') < 0 ? "?" : "&";
    send("PUT", place + joint + "digest=" + digest, "application/octet-stream", content);
    return digest;
  }

  /** Puts a manifest at a tag or its own digest, and gives its digest. */
  String manifest(String repository, String name, String type, String json) {
    byte[] content = json.getBytes(StandardCharsets.UTF_8);
    String digest = ContentDigest.sha256(content);
    String at = name == null ? digest : name;
    send("PUT", "/v2/" + repository + "/manifests/" + at, type, content);
    return digest;
  }

  /**
   * Puts an image of OCI's kind without layers.
   *
   * @param tag null for none
   * @param config its configuration
   * @return the manifest's digest
   */
  public String image(String repository, String tag, String config) {
    return image(repository, tag, Manifest.OCI_MANIFEST, config);
  }

  String image(String repository, String tag, String type, String config) {
    String digest = blob(repository, config.getBytes(StandardCharsets.UTF_8));
    String configType =
        type.equals(Manifest.OCI_MANIFEST)
            ? "application/vnd.oci.image.config.v1+json"
            : "application/vnd.docker.container.image.v1+json";
    return manifest(
        repository, tag, type, Manifests.image(type, configType, digest, config.length()));
  }

  private String send(String method, String place, String type, byte[] body) {
    String uri = place.startsWith("http") ? place : root + place;
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(uri))
            .method(method, HttpRequest.BodyPublishers.ofByteArray(body));
    if (!type.isEmpty()) {
      request.header("Content-Type", type);
    }
    if (authorization != null) {
      request.header("Authorization", authorization);
    }
    HttpClient.Builder client = HttpClient.newBuilder();
    if (tls != null) {
      client.sslContext(tls);
    }
    try (HttpClient http = client.build()) {
      HttpResponse<String> response =
          http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() / 100 != 2) {
        throw new AssertionError(
            method + " " + uri + ": " + response.statusCode() + " " + response.body());
      }
      return response.headers().firstValue("Location").orElse("");
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
