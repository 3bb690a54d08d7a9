package dev.luakit.gateway;

import dev.luakit.llb.graph.InvalidGraphException;
import dev.luakit.llb.graph.Platform;
import java.util.ArrayList;
import java.util.List;

/** Platforms in the ways in which BuildKit writes them. */
final class Platforms {
  private Platforms() {}

  /**
   * Reads a list with commas between.
   *
   * @throws FrontendException if an element names no platform
   */
  static List<Platform> parse(String text) {
    List<Platform> platforms = new ArrayList<>();
    if (text.isEmpty()) {
      return platforms;
    }
    for (String element : text.split(",")) {
      try {
        Platform platform = Platform.parse(element.strip());
        if (!platforms.contains(platform)) {
          platforms.add(platform);
        }
      } catch (InvalidGraphException e) {
        throw new FrontendException(e.getMessage());
      }
    }
    return platforms;
  }

  static dev.luakit.proto.ops.Platform message(Platform platform) {
    return dev.luakit.proto.ops.Platform.newBuilder()
        .setOS(platform.os())
        .setArchitecture(platform.architecture())
        .setVariant(platform.variant())
        .setOSVersion(platform.osVersion())
        .addAllOSFeatures(platform.osFeatures())
        .build();
  }
}
