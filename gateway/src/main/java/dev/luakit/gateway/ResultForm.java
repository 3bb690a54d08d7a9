package dev.luakit.gateway;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.protobuf.ByteString;
import dev.luakit.llb.graph.Platform;
import dev.luakit.proto.gateway.Ref;
import dev.luakit.proto.gateway.RefMap;
import dev.luakit.proto.gateway.RefMapDeprecated;
import dev.luakit.proto.gateway.Result;
import java.util.List;

/**
 * How the daemon is told of what was built.
 *
 * @param byPlatform whether there is a reference for each platform, or just one
 * @param references whether the daemon takes references as messages, or just their names
 */
record ResultForm(boolean byPlatform, boolean references) {
  private static final String SEVERAL = "BUILDKIT_MULTI_PLATFORM";
  private static final String IMAGE_CONFIG = "containerimage.config";
  private static final String PLATFORMS = "refs.platforms";

  /**
   * The form that a build asks for, or else the one that its platforms need.
   *
   * @throws FrontendException if the platforms are more than are asked for, or the daemon takes
   */
  static ResultForm of(FrontendOptions options, Daemon daemon, List<Platform> platforms) {
    String asked = options.get("build-arg:" + SEVERAL, options.get("multi-platform", ""));
    boolean byPlatform = Switch.isOn(SEVERAL, asked, platforms.size() > 1);
    if (platforms.size() > 1 && !byPlatform) {
      throw new FrontendException(SEVERAL + " is off, but several platforms are built for");
    }
    if (byPlatform && !daemon.can(Daemon.RETURN_MAP)) {
      throw new FrontendException(
          "this BuildKit is too old to build for several platforms at once");
    }
    return new ResultForm(byPlatform, daemon.can(Daemon.REF_ARRAY));
  }

  /** The result of the build. */
  Result write(List<PlatformBuild> built) {
    Result.Builder result = Result.newBuilder();
    if (!byPlatform) {
      writeReference(result, built.getFirst().ref());
    } else if (references) {
      RefMap.Builder refs = RefMap.newBuilder();
      for (PlatformBuild build : built) {
        refs.putRefs(build.platform().format(), Ref.newBuilder().setId(build.ref()).build());
      }
      result.setRefs(refs);
    } else {
      RefMapDeprecated.Builder refs = RefMapDeprecated.newBuilder();
      for (PlatformBuild build : built) {
        refs.putRefs(build.platform().format(), build.ref());
      }
      result.setRefsDeprecated(refs);
    }
    for (PlatformBuild build : built) {
      String key = byPlatform ? IMAGE_CONFIG + "/" + build.platform().format() : IMAGE_CONFIG;
      result.putMetadata(key, ByteString.copyFrom(build.config()));
    }
    return result.putMetadata(PLATFORMS, ByteString.copyFromUtf8(platforms(built))).build();
  }

  private void writeReference(Result.Builder result, String ref) {
    if (references) {
      result.setRef(Ref.newBuilder().setId(ref));
    } else {
      result.setRefDeprecated(ref);
    }
  }

  private static String platforms(List<PlatformBuild> built) {
    JsonArray platforms = new JsonArray();
    for (PlatformBuild build : built) {
      Platform platform = build.platform();
      JsonObject spec = new JsonObject();
      spec.addProperty("architecture", platform.architecture());
      spec.addProperty("os", platform.os());
      if (!platform.variant().isEmpty()) {
        spec.addProperty("variant", platform.variant());
      }
      JsonObject json = new JsonObject();
      json.addProperty("ID", platform.format());
      json.add("Platform", spec);
      platforms.add(json);
    }
    JsonObject json = new JsonObject();
    json.add("Platforms", platforms);
    return json.toString();
  }
}
