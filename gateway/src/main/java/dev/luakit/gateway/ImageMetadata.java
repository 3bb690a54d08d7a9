package dev.luakit.gateway;

import dev.luakit.llb.graph.ImageConfig;
import dev.luakit.llb.graph.InvalidGraphException;
import dev.luakit.llb.image.ImageRequest;
import dev.luakit.llb.image.ImageResolver;
import dev.luakit.llb.image.Resolution;
import dev.luakit.proto.gateway.ResolveImageConfigRequest;
import dev.luakit.proto.gateway.ResolveImageConfigResponse;
import dev.luakit.proto.gateway.ResolveSourceMetaRequest;
import dev.luakit.proto.gateway.ResolveSourceMetaResponse;
import dev.luakit.proto.ops.SourceOp;
import dev.luakit.vm.ByteStrings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Asks the daemon what images are: all at once, and about each only once, however many platforms
 * are built for at the same time.
 */
final class ImageMetadata implements ImageResolver {
  private static final String IMAGE = "docker-image://";

  private final Bridge bridge;
  private final boolean sourceMeta;
  private final Map<ImageRequest, FutureTask<Resolution>> asked = new HashMap<>();

  ImageMetadata(Bridge bridge, Daemon daemon) {
    this.bridge = bridge;
    sourceMeta = daemon.can(Daemon.SOURCE_META);
  }

  @Override
  public List<Resolution> resolve(List<ImageRequest> requests) {
    List<FutureTask<Resolution>> tasks = new ArrayList<>();
    for (ImageRequest request : requests) {
      tasks.add(ask(request));
    }
    List<Resolution> resolutions = new ArrayList<>();
    for (FutureTask<Resolution> task : tasks) {
      resolutions.add(await(task));
    }
    return resolutions;
  }

  private synchronized FutureTask<Resolution> ask(ImageRequest request) {
    FutureTask<Resolution> task = asked.get(request);
    if (task == null) {
      task = new FutureTask<>(() -> resolve(request));
      asked.put(request, task);
      Thread.ofVirtual().start(task);
    }
    return task;
  }

  private static Resolution await(FutureTask<Resolution> task) {
    try {
      return task.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AbandonedException(e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  private Resolution resolve(ImageRequest request) {
    String reference = ByteStrings.toText(request.reference().format());
    try {
      return sourceMeta ? askSource(request, reference) : askConfig(request, reference);
    } catch (BridgeException e) {
      return failed(e.text());
    } catch (InvalidGraphException e) {
      return new Resolution.Failed("has a configuration that can't be read: " + e.getMessage());
    }
  }

  private Resolution askSource(ImageRequest request, String reference) {
    String identifier = IMAGE + reference;
    ResolveSourceMetaResponse response =
        bridge.resolveSourceMeta(
            ResolveSourceMetaRequest.newBuilder()
                .setSource(SourceOp.newBuilder().setIdentifier(identifier))
                .setPlatform(Platforms.message(request.platform()))
                .setLogName(progress(reference))
                .setResolveMode(request.mode().text())
                .build());
    if (!response.hasImage()) {
      return failed(
          "the daemon's policy puts "
              + response.getSource().getIdentifier()
              + " in its place, which is no image");
    }
    boolean same = response.getSource().getIdentifier().startsWith(identifier);
    return resolved(
        same ? response.getImage().getDigest() : "", response.getImage().getConfig().toByteArray());
  }

  private Resolution askConfig(ImageRequest request, String reference) {
    ResolveImageConfigResponse response =
        bridge.resolveImageConfig(
            ResolveImageConfigRequest.newBuilder()
                .setRef(reference)
                .setPlatform(Platforms.message(request.platform()))
                .setLogName(progress(reference))
                .setResolveMode(request.mode().text())
                .build());
    boolean same = response.getRef().isEmpty() || response.getRef().startsWith(reference);
    return resolved(same ? response.getDigest() : "", response.getConfig().toByteArray());
  }

  /**
   * @param digest the digest, or empty where the daemon takes another image, which it will do again
   */
  private static Resolution resolved(String digest, byte[] config) {
    return new Resolution.Resolved(digest, ImageConfig.parse(ByteStrings.fromBytes(config)));
  }

  private static Resolution failed(String reason) {
    return new Resolution.Failed("can't be resolved: " + ByteStrings.fromText(reason));
  }

  private static String progress(String reference) {
    return "[internal] load metadata for " + reference;
  }
}
