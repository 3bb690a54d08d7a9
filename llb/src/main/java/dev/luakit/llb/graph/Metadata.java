package dev.luakit.llb.graph;

import dev.luakit.llb.wire.ProtoWriter;

/**
 * What is said about an operation without being part of it: it does not count for the digest.
 *
 * @param description what the build's progress calls the operation, or empty
 * @param progressGroup the group in which it is shown, or null
 * @param ignoreCache whether it is done again though its result is known
 * @param exportCache whether its result goes into an exported cache, or null for the build's
 *     default
 * @param resources limits for a command, or null
 */
public record Metadata(
    String description,
    ProgressGroup progressGroup,
    boolean ignoreCache,
    Boolean exportCache,
    LinuxResources resources) {

  public Metadata {
    InvalidGraphException.checkText("the description", description);
  }

  /** Nothing said. */
  public static final Metadata NONE = new Metadata("", null, false, null, null);

  /** The description that holds the exported image's configuration. */
  private static final String IMAGE_CONFIG = "containerimage.config";

  /** The description that BuildKit's progress shows. */
  private static final String CUSTOM_NAME = "llb.customname";

  /** Both; where they contradict each other, {@code later} wins. */
  Metadata merge(Metadata later) {
    if (this == NONE || this == later) {
      return later;
    }
    if (later == NONE) {
      return this;
    }
    return new Metadata(
        later.description.isEmpty() ? description : later.description,
        later.progressGroup == null ? progressGroup : later.progressGroup,
        ignoreCache || later.ignoreCache,
        later.exportCache == null ? exportCache : later.exportCache,
        later.resources == null ? resources : later.resources);
  }

  /** About as many bytes as it takes, in memory and in the definition. */
  long size() {
    return description.length() + (progressGroup == null ? 0 : progressGroup.size());
  }

  /** What the definition's last operation must say that the builder needs to understand. */
  long capabilitiesOfBuild() {
    long needed = 0;
    if (ignoreCache) {
      needed |= Capability.META_IGNORE_CACHE.bit();
    }
    if (!description.isEmpty()) {
      needed |= Capability.META_DESCRIPTION.bit();
    }
    if (exportCache != null) {
      needed |= Capability.META_EXPORT_CACHE.bit();
    }
    return needed;
  }

  /**
   * Writes the fields of an OpMetadata.
   *
   * @param imageConfig the image configuration that this operation carries, or null
   */
  void write(ProtoWriter out, long capabilities, String imageConfig) {
    out.bool(1, ignoreCache);
    if (imageConfig != null) {
      out.entry(2, "the image configuration", IMAGE_CONFIG, imageConfig);
    }
    if (!description.isEmpty()) {
      out.entry(2, "description", CUSTOM_NAME, description);
    }
    if (exportCache != null) {
      int value = out.begin(4);
      out.bool(1, exportCache);
      out.end(value);
    }
    Capability.write(out, 5, capabilities);
    if (progressGroup != null) {
      progressGroup.write(out, 6);
    }
    if (resources != null) {
      resources.write(out, 7);
    }
  }
}
