package dev.luakit.llb.image;

import dev.luakit.llb.graph.ImageConfig;
import dev.luakit.llb.graph.ImageReference;
import dev.luakit.llb.graph.InvalidGraphException;
import dev.luakit.llb.graph.Json;
import dev.luakit.llb.graph.JsonReader;
import dev.luakit.llb.graph.Platform;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What images stood for when they were locked: for each name and platform a digest and a
 * configuration. Immutable. The file is JSON, sorted, with a line for each value:
 *
 * <pre>
 * {
 *   "version": 1,
 *   "platforms": [
 *     "linux/amd64"
 *   ],
 *   "images": {
 *     "docker.io/library/alpine:3.19": {
 *       "linux/amd64": {
 *         "digest": "sha256:…",
 *         "config": {
 *           "architecture": "amd64",
 *           …
 * </pre>
 *
 * <p>The configuration is the image's own, without what does not concern a build.
 */
public final class LockFile {
  /** The file's name; it lies beside the script. */
  public static final String NAME = "luakit.lock";

  /** Nothing is locked. */
  public static final LockFile EMPTY = new LockFile(new Builder());

  private static final String VERSION = "1";

  private final TreeSet<String> platforms;
  private final TreeMap<String, TreeMap<String, Resolution.Resolved>> images;

  private LockFile(Builder from) {
    platforms = from.platforms;
    images = from.images;
  }

  /** Collects images; a name's earlier entry for a platform is replaced. */
  public static final class Builder {
    private final TreeSet<String> platforms = new TreeSet<>();
    private final TreeMap<String, TreeMap<String, Resolution.Resolved>> images = new TreeMap<>();

    /** Starts with nothing locked. */
    public Builder() {}

    /** Adds what another file has locked. */
    public Builder addAll(LockFile other) {
      platforms.addAll(other.platforms);
      for (Map.Entry<String, TreeMap<String, Resolution.Resolved>> image :
          other.images.entrySet()) {
        images.computeIfAbsent(image.getKey(), name -> new TreeMap<>()).putAll(image.getValue());
      }
      return this;
    }

    /** Adds a platform to those that are built for. */
    public Builder platform(Platform platform) {
      platforms.add(platform.format());
      return this;
    }

    /** Adds an image. */
    public Builder image(ImageReference reference, Platform platform, Resolution.Resolved found) {
      images
          .computeIfAbsent(reference.format(), name -> new TreeMap<>())
          .put(platform.format(), found);
      return this;
    }

    /** Removes all images but those of these names. */
    public Builder retain(Collection<String> names) {
      images.keySet().retainAll(names);
      return this;
    }

    /** The file. This builder must not be used any more. */
    public LockFile build() {
      return new LockFile(this);
    }
  }

  /** What an image is locked to, or null. */
  public Resolution.Resolved find(ImageReference reference, Platform platform) {
    TreeMap<String, Resolution.Resolved> image = images.get(reference.format());
    return image == null ? null : image.get(platform.format());
  }

  /** The names of the images, sorted. */
  public Set<String> names() {
    return Collections.unmodifiableSet(images.keySet());
  }

  /** The platforms for which an image is locked, sorted. */
  public Set<String> platforms(ImageReference reference) {
    TreeMap<String, Resolution.Resolved> image = images.get(reference.format());
    return image == null ? Set.of() : Collections.unmodifiableSet(image.keySet());
  }

  /** The platforms that are built for, sorted. */
  public Set<String> platforms() {
    return Collections.unmodifiableSet(platforms);
  }

  /** The file's content: the same for the same images, always. A byte string. */
  public String toJson() {
    Json json = new Json();
    json.beginObject();
    json.key("version");
    json.raw(VERSION);
    json.key("platforms");
    json.beginArray();
    for (String platform : platforms) {
      json.string(platform);
    }
    json.endArray();
    json.key("images");
    json.beginObject();
    for (Map.Entry<String, TreeMap<String, Resolution.Resolved>> image : images.entrySet()) {
      json.key(image.getKey());
      json.beginObject();
      for (Map.Entry<String, Resolution.Resolved> entry : image.getValue().entrySet()) {
        json.key(entry.getKey());
        json.beginObject();
        json.member("digest", entry.getValue().digest());
        json.key("config");
        entry.getValue().config().write(json);
        json.endObject();
      }
      json.endObject();
    }
    json.endObject();
    json.endObject();
    return json.toLines();
  }

  /**
   * Reads a file's content.
   *
   * @param content a byte string
   * @throws MalformedLockException if it is not what {@link #toJson} writes, but for blanks and
   *     order
   */
  public static LockFile parse(String content) {
    JsonReader in = null;
    try {
      in = new JsonReader(NAME, content);
      return read(in);
    } catch (InvalidGraphException e) {
      throw new MalformedLockException(e.getMessage(), in == null ? 0 : in.line());
    }
  }

  private static LockFile read(JsonReader in) {
    Builder file = new Builder();
    boolean versioned = false;
    in.beginObject();
    for (String key = in.nextKey(); key != null; key = in.nextKey()) {
      switch (key) {
        case "version" -> {
          String version = in.raw();
          if (!version.equals(VERSION)) {
            throw new InvalidGraphException(
                "it is of version " + version + ", and this luakit reads version " + VERSION);
          }
          versioned = true;
        }
        case "platforms" -> {
          for (String platform : in.strings()) {
            file.platform(Platform.parse(platform));
          }
        }
        case "images" -> readImages(in, file);
        default -> throw unknown(key);
      }
    }
    in.end();
    if (!versioned) {
      throw new InvalidGraphException("it has no version");
    }
    return file.build();
  }

  private static void readImages(JsonReader in, Builder file) {
    in.beginObject();
    for (String name = in.nextKey(); name != null; name = in.nextKey()) {
      ImageReference reference = ImageReference.parse(name);
      in.beginObject();
      for (String key = in.nextKey(); key != null; key = in.nextKey()) {
        file.image(reference, Platform.parse(key), readEntry(in, reference));
      }
    }
  }

  private static Resolution.Resolved readEntry(JsonReader in, ImageReference reference) {
    String digest = "";
    ImageConfig config = null;
    in.beginObject();
    for (String key = in.nextKey(); key != null; key = in.nextKey()) {
      switch (key) {
        case "digest" -> {
          digest = in.string();
          reference.withDigest(digest); // which checks that it is one
        }
        case "config" -> config = ImageConfig.parse(in.raw());
        default -> throw unknown(key);
      }
    }
    if (digest.isEmpty() || config == null) {
      throw new InvalidGraphException(reference.format() + " has no digest or no config");
    }
    return new Resolution.Resolved(digest, config);
  }

  private static InvalidGraphException unknown(String key) {
    return new InvalidGraphException("it has an unknown member \"" + key + "\"");
  }
}
