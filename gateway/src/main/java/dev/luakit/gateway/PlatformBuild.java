package dev.luakit.gateway;

import dev.luakit.llb.Build;
import dev.luakit.llb.Luakit;
import dev.luakit.llb.graph.ImageConfig;
import dev.luakit.llb.graph.Platform;
import dev.luakit.proto.gateway.CacheOptionsEntry;
import dev.luakit.proto.ops.Definition;
import dev.luakit.vm.ByteStrings;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The build for one of the platforms.
 *
 * @param platform the platform
 * @param ref what the daemon calls the result; empty for scratch
 * @param config the image's configuration, JSON in UTF-8
 * @param unknownGroups what the option {@code no-cache} names that is not in the definition
 */
record PlatformBuild(Platform platform, String ref, byte[] config, List<String> unknownGroups) {

  /**
   * What all of a build's platforms have alike.
   *
   * @param bridge the daemon
   * @param daemon what it can do
   * @param files the script's
   * @param lost warns of what the script has lost
   * @param inputs what the definition may be made of
   * @param caches where results of earlier builds may be found
   * @param cachePolicy which operations are done again
   * @param labels what the image is labeled with, over what the script says
   * @param created the image's date, in seconds since 1970; null to leave it to the daemon
   */
  record Plan(
      Bridge bridge,
      Daemon daemon,
      UserFiles files,
      LostCalls lost,
      Inputs inputs,
      List<CacheOptionsEntry> caches,
      CachePolicy cachePolicy,
      Map<String, String> labels,
      Long created) {

    /** Evaluates the script and has the daemon make what it exports. */
    PlatformBuild carryOut(Luakit luakit, Platform platform) {
      Build build = evaluate(luakit);
      lost.warn(build);
      Definition definition = inputs.complete(Definitions.of(build.definition()));
      Requirements.check(definition, daemon);
      String ref = Solving.solve(bridge, cachePolicy.apply(definition), caches);
      return new PlatformBuild(
          platform, ref, config(build, platform), cachePolicy.unknown(definition));
    }

    Build evaluate(Luakit luakit) {
      return luakit.evaluate(files.script().file(), files.script().text(), files.modules());
    }

    private byte[] config(Build build, Platform platform) {
      ImageConfig.Builder config = build.imageConfig().toBuilder();
      for (Map.Entry<String, String> label : labels.entrySet()) {
        config.label(ByteStrings.fromText(label.getKey()), ByteStrings.fromText(label.getValue()));
      }
      String json = config.build().toJson(platform);
      if (created != null) {
        json = "{\"created\":\"" + Instant.ofEpochSecond(created) + "\"," + json.substring(1);
      }
      return ByteStrings.toBytes(json);
    }
  }
}
