package dev.luakit.cli.registry;

import dev.luakit.llb.graph.InvalidGraphException;
import dev.luakit.llb.graph.Platform;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What a name or a digest stands for in a registry, in Docker's or OCI's words. */
sealed interface Manifest {
  String OCI_INDEX = "application/vnd.oci.image.index.v1+json";
  String OCI_MANIFEST = "application/vnd.oci.image.manifest.v1+json";
  String DOCKER_LIST = "application/vnd.docker.distribution.manifest.list.v2+json";
  String DOCKER_MANIFEST = "application/vnd.docker.distribution.manifest.v2+json";

  /** All that is understood. */
  String ACCEPTED =
      OCI_INDEX + ", " + DOCKER_LIST + ", " + OCI_MANIFEST + ", " + DOCKER_MANIFEST + ", */*;q=0.1";

  /**
   * One image.
   *
   * @param config the digest of its configuration
   */
  record Image(String config) implements Manifest {}

  /** The same image for several platforms. */
  record Index(List<Entry> entries) implements Manifest {}

  /**
   * One of them.
   *
   * @param platform what it is for, or null where that is not said
   */
  record Entry(String digest, Platform platform) {}

  /**
   * Reads a manifest.
   *
   * @param type the media type that it came with
   * @throws RegistryFailure if it is none, or not one of an image
   */
  static Manifest parse(byte[] bytes, String type) throws RegistryFailure {
    JsonNode json = Json.read(bytes);
    if (json == null || !json.isObject()) {
      throw RegistryFailure.malformed("has a manifest that is not valid JSON");
    }
    String said = Json.text(json, "mediaType");
    String mediaType = said.isEmpty() ? plain(type) : said;
    if (json.path("schemaVersion").asInt(2) == 1) {
      throw RegistryFailure.malformed(
          "is stored in Docker's format of before 2016 (schema 1), which can't be built from;"
              + " push it once more with a newer Docker");
    }
    boolean index = json.has("manifests");
    boolean image = json.has("config");
    if (index == image
        || index && (mediaType.equals(OCI_MANIFEST) || mediaType.equals(DOCKER_MANIFEST))
        || image && (mediaType.equals(OCI_INDEX) || mediaType.equals(DOCKER_LIST))) {
      throw RegistryFailure.malformed("has a manifest that is neither an image's nor an index");
    }
    return index ? index(json) : image(json);
  }

  /** A media type without parameters. */
  private static String plain(String type) {
    int end = type.indexOf(';');
    return (end < 0 ? type : type.substring(0, end)).strip();
  }

  private static Image image(JsonNode json) throws RegistryFailure {
    JsonNode config = json.path("config");
    String type = Json.text(config, "mediaType");
    if (!type.equals("application/vnd.oci.image.config.v1+json")
        && !type.equals("application/vnd.docker.container.image.v1+json")) {
      throw RegistryFailure.malformed("is no image, but something of the type \"" + type + "\"");
    }
    return new Image(digest(config));
  }

  private static Index index(JsonNode json) throws RegistryFailure {
    List<Entry> entries = new ArrayList<>();
    for (JsonNode entry : json.path("manifests")) {
      JsonNode platform = entry.path("platform");
      if (Json.text(platform, "os").equals("unknown")) {
        continue; // An attestation, which says something of an image and is none.
      }
      try {
        entries.add(new Entry(digest(entry), platform(platform)));
      } catch (InvalidGraphException e) {
        continue; // Nobody can ask for that.
      }
    }
    return new Index(entries);
  }

  private static Platform platform(JsonNode json) {
    String os = Json.text(json, "os");
    String architecture = Json.text(json, "architecture");
    if (os.isEmpty() || architecture.isEmpty()) {
      return null;
    }
    return Platform.of(os, architecture, Json.text(json, "variant"));
  }

  private static String digest(JsonNode descriptor) throws RegistryFailure {
    String digest = Json.text(descriptor, "digest");
    if (!ContentDigest.isDigest(digest)) {
      throw RegistryFailure.malformed("has a manifest with a digest that is none");
    }
    return digest;
  }
}
