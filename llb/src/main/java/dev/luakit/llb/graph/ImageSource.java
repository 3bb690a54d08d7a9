package dev.luakit.llb.graph;

import java.util.Map;

/** An image from a registry. */
public final class ImageSource extends Source {
  private final ImageReference reference;
  private final Platform platform;
  private final ResolveMode resolveMode;
  private final String checksum;
  private final int layerLimit;

  /**
   * Creates a source.
   *
   * @param reference the image
   * @param platform the platform, or null for the graph's
   * @param resolveMode where BuildKit looks the reference up
   * @param checksum the digest that it must have, or empty
   * @param layerLimit how many of the image's layers to take, or -1 for all
   * @throws InvalidGraphException if the checksum is no digest
   */
  public ImageSource(
      ImageReference reference,
      Platform platform,
      ResolveMode resolveMode,
      String checksum,
      int layerLimit) {
    this.reference = reference;
    this.platform = platform;
    this.resolveMode = resolveMode;
    this.checksum = checksum.isEmpty() ? "" : Digests.check("checksum", checksum);
    this.layerLimit = layerLimit;
  }

  @Override
  String kind() {
    return "image";
  }

  @Override
  String identifier() {
    return "docker-image://" + reference.format();
  }

  @Override
  long describe(Map<String, String> attributes) {
    long needed = Capability.SOURCE_IMAGE.bit();
    if (resolveMode != ResolveMode.DEFAULT) {
      attributes.put("image.resolvemode", resolveMode.text());
    }
    if (resolveMode == ResolveMode.PULL) {
      needed |= Capability.SOURCE_IMAGE_RESOLVE_MODE.bit();
    }
    if (layerLimit >= 0) {
      attributes.put("image.layerlimit", Integer.toString(layerLimit));
      needed |= Capability.SOURCE_IMAGE_LAYER_LIMIT.bit();
    }
    if (!checksum.isEmpty()) {
      attributes.put("image.checksum", checksum);
      needed |= Capability.SOURCE_IMAGE_CHECKSUM.bit();
    }
    return needed;
  }

  @Override
  boolean isPlatformSpecific() {
    return true;
  }

  @Override
  Platform platform() {
    return platform;
  }
}
