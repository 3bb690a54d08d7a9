package dev.luakit.cli.registry;

import dev.luakit.cli.registry.RegistryFailure.Kind;
import dev.luakit.llb.graph.ImageConfig;
import dev.luakit.llb.graph.ImageReference;
import dev.luakit.llb.graph.InvalidGraphException;
import dev.luakit.llb.graph.Platform;
import dev.luakit.llb.image.ImageRequest;
import dev.luakit.llb.image.Resolution;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;

/**
 * Looks one image up: from its name to a manifest, through indexes to the image for the platform,
 * to its configuration.
 */
final class ImageLookup implements Callable<Resolution.Resolved> {
  /** Indexes within indexes, at most. */
  private static final int DEEPEST = 4;

  private final ImageRequest request;
  private final List<Server> servers;
  private final ContentCache cache;

  /**
   * A look-up.
   *
   * @param servers who is asked, one after the other, until one knows
   */
  ImageLookup(ImageRequest request, List<Server> servers, ContentCache cache) {
    this.request = request;
    this.servers = servers;
    this.cache = cache;
  }

  /**
   * What came of it.
   *
   * @throws RegistryFailure that of the registry itself, if no server knows
   */
  @Override
  public Resolution.Resolved call() throws RegistryFailure {
    StringBuilder mirrors = new StringBuilder();
    for (int i = 0; ; i++) {
      Server server = servers.get(i);
      try {
        return ask(server);
      } catch (RegistryFailure e) {
        if (e.kind() == Kind.OTHER_PLATFORM) {
          throw e;
        }
        if (i + 1 == servers.size()) {
          throw mirrors.isEmpty()
              ? e
              : new RegistryFailure(e.kind(), e.getMessage() + mirrors, e.hint());
        }
        mirrors.append("; the mirror ").append(server.address()).append(ofMirror(e));
      }
    }
  }

  /** What a mirror's failure is called beside the registry's own. */
  private static String ofMirror(RegistryFailure failure) {
    return switch (failure.kind()) {
      case UNREACHABLE -> " can't be reached: " + failure.getMessage();
      case REFUSED -> " does not give it to everybody";
      case MISSING -> " does not have it";
      case OTHER_PLATFORM, MALFORMED -> ": " + failure.getMessage();
    };
  }

  private Resolution.Resolved ask(Server server) throws RegistryFailure {
    ImageReference reference = request.reference();
    String digest = reference.digest();
    Manifest manifest;
    if (digest.isEmpty()) {
      Server.Content found = server.tag(reference.path(), reference.tag());
      manifest = Manifest.parse(found.bytes(), found.type());
      digest = found.digest();
      cache.write(digest, found.bytes());
    } else {
      manifest = manifest(server, digest);
    }
    List<Platform> order = PlatformOrder.of(request.platform());
    ImageConfig config;
    if (manifest instanceof Manifest.Image image) {
      config = config(server, image); // There is no choice: BuildKit takes it for any platform.
    } else {
      Set<String> others = new TreeSet<>();
      config = choose(server, (Manifest.Index) manifest, order, others, 1);
      if (config == null) {
        throw otherPlatform(others);
      }
    }
    return new Resolution.Resolved(digest, config);
  }

  /**
   * The configuration of the best image of an index, or null if none is for the platform.
   *
   * @param others receives the platforms that there are
   */
  private ImageConfig choose(
      Server server, Manifest.Index index, List<Platform> order, Set<String> others, int depth)
      throws RegistryFailure {
    if (depth > DEEPEST) {
      throw RegistryFailure.malformed("has indexes within indexes, more than anybody needs");
    }
    Manifest.Entry best = null;
    List<Manifest.Entry> unmarked = new ArrayList<>();
    for (Manifest.Entry entry : index.entries()) {
      if (entry.platform() == null) {
        unmarked.add(entry);
        continue;
      }
      others.add(entry.platform().format());
      int rank = rank(entry.platform(), order);
      if (rank >= 0 && (best == null || rank < rank(best.platform(), order))) {
        best = entry;
      }
    }
    if (best != null) {
      return descend(server, manifest(server, best.digest()), order, others, depth);
    }
    for (Manifest.Entry entry : unmarked) {
      Manifest manifest = manifest(server, entry.digest());
      ImageConfig config = descend(server, manifest, order, others, depth);
      if (config != null && rank(config.platform(), order) >= 0) {
        return config;
      }
      if (config != null) {
        others.add(config.platform().format());
      }
    }
    return null;
  }

  private ImageConfig descend(
      Server server, Manifest manifest, List<Platform> order, Set<String> others, int depth)
      throws RegistryFailure {
    return switch (manifest) {
      case Manifest.Image image -> config(server, image);
      case Manifest.Index inner -> choose(server, inner, order, others, depth + 1);
    };
  }

  /** The place of a platform in an order, 0 being the best; -1 if it has none. */
  private static int rank(Platform made, List<Platform> order) {
    if (made == null) {
      return 0; // An image that does not say what it is for is for whoever wants it.
    }
    for (int i = 0; i < order.size(); i++) {
      if (PlatformOrder.isSame(order.get(i), made)) {
        return i;
      }
    }
    return -1;
  }

  private RegistryFailure otherPlatform(Set<String> others) {
    return new RegistryFailure(
        Kind.OTHER_PLATFORM,
        "is not made for "
            + request.platform().format()
            + (others.isEmpty() ? "" : ", only for " + String.join(", ", others)),
        null);
  }

  private Manifest manifest(Server server, String digest) throws RegistryFailure {
    byte[] bytes = cache.read(digest, Server.MOST_BYTES);
    if (bytes == null) {
      bytes = server.manifest(request.reference().path(), digest);
      cache.write(digest, bytes);
    }
    return Manifest.parse(bytes, "");
  }

  private ImageConfig config(Server server, Manifest.Image image) throws RegistryFailure {
    byte[] bytes = cache.read(image.config(), Server.MOST_BYTES);
    if (bytes == null) {
      bytes = server.config(request.reference().path(), image.config());
      cache.write(image.config(), bytes);
    }
    try {
      return ImageConfig.parse(new String(bytes, StandardCharsets.ISO_8859_1));
    } catch (InvalidGraphException e) {
      throw RegistryFailure.malformed("has a configuration that can't be read: " + e.getMessage());
    }
  }
}
