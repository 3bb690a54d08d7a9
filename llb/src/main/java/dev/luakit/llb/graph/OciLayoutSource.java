package dev.luakit.llb.graph;

import java.util.Map;

/** An image from a directory of the client's, laid out as OCI says. */
public final class OciLayoutSource extends Source {
  private final String reference;
  private final Platform platform;
  private final String session;
  private final String store;
  private final int layerLimit;

  /**
   * Creates a source.
   *
   * @param reference the image, such as {@code name@sha256:…}
   * @param platform the platform, or null for the graph's
   * @param session the ID of the session that has the store, or empty
   * @param store the ID of the store, or empty for the reference's name
   * @param layerLimit how many of the image's layers to take, or -1 for all
   * @throws InvalidGraphException if the reference is empty
   */
  public OciLayoutSource(
      String reference, Platform platform, String session, String store, int layerLimit) {
    if (reference.isEmpty()) {
      throw new InvalidGraphException("the reference of an OCI layout must not be empty");
    }
    this.reference = reference;
    this.platform = platform;
    this.session = session;
    this.store = store;
    this.layerLimit = layerLimit;
  }

  @Override
  String kind() {
    return "oci-layout";
  }

  @Override
  String identifier() {
    return "oci-layout://" + reference;
  }

  @Override
  long describe(Map<String, String> attributes) {
    if (!session.isEmpty()) {
      attributes.put("oci.session", session);
    }
    if (!store.isEmpty()) {
      attributes.put("oci.store", store);
    }
    if (layerLimit >= 0) {
      attributes.put("oci.layerlimit", Integer.toString(layerLimit));
    }
    return Capability.SOURCE_OCI_LAYOUT.bit();
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
