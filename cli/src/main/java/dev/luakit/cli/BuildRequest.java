package dev.luakit.cli;

import dev.luakit.llb.Build;
import dev.luakit.llb.advice.LostResults;
import dev.luakit.llb.graph.Platform;
import dev.luakit.llb.image.ImageResolver;
import dev.luakit.vm.ByteStrings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Evaluates a script and writes the definition of what it exports, for each platform one.
 *
 * @param script the script
 * @param output where the definition goes, or null for standard output
 * @param imageConfig where the image's configuration goes, or null for nowhere
 */
record BuildRequest(ScriptOptions script, String output, String imageConfig) implements Request {

  /** A platform, and where what is built for it goes. */
  private record Target(Platform platform, Destination definition, Destination config) {}

  @Override
  public void run(Host host) {
    Path file = script.file();
    List<Target> targets = targets(file, host);
    ImageResolver images = script.images(file, host);
    LostResults lost = null;
    UnaskedArguments unasked =
        script.buildArguments().isEmpty() ? null : new UnaskedArguments(script.buildArguments());
    try {
      for (Target target : targets) {
        Build build = script.evaluate(file, target.platform, images, host);
        if (build.leavesOperations()) {
          lost = lost == null ? new LostResults(new Warnings(file, host)) : lost;
          lost.warnOfStatements(build.exported());
        }
        if (unasked != null) {
          unasked.note(build);
        }
        target.definition.stage(build.definition().toByteArray());
        if (target.config != null) {
          target.config.stage(json(build));
        }
      }
      if (unasked != null) {
        unasked.warn(new Warnings(file, host));
      }
      for (Target target : targets) {
        target.definition.commit();
        if (target.config != null) {
          target.config.commit();
        }
      }
    } finally {
      for (Target target : targets) {
        target.definition.discard();
        if (target.config != null) {
          target.config.discard();
        }
      }
    }
  }

  private List<Target> targets(Path file, Host host) {
    List<Platform> platforms = script.platforms();
    List<Platform> named = platforms.isEmpty() ? List.of(Platform.USUAL) : platforms;
    List<String> definitions = FileName.forPlatforms("--output", output, named);
    List<String> configs =
        imageConfig == null ? null : FileName.forPlatforms("--image-config", imageConfig, named);
    List<Target> targets = new ArrayList<>(named.size());
    for (int i = 0; i < named.size(); i++) {
      Destination definition = Destination.of("--output", definitions.get(i), host);
      definition.refuseTerminal("a binary definition", file);
      definition.refuseScript(file);
      Destination config = null;
      if (configs != null) {
        config = Destination.of("--image-config", configs.get(i), host);
        config.refuseScript(file);
        refuseSame(definition, config);
      }
      targets.add(new Target(platforms.isEmpty() ? null : named.get(i), definition, config));
    }
    return targets;
  }

  private static void refuseSame(Destination definition, Destination config) {
    boolean same =
        definition.file() == null
            ? definition instanceof StandardOutput && config instanceof StandardOutput
            : config.file() != null
                && definition
                    .file()
                    .toAbsolutePath()
                    .normalize()
                    .equals(config.file().toAbsolutePath().normalize());
    if (same) {
      throw new UsageException(
          "the definition and the image's configuration can't both go to the same place",
          "give --output and --image-config a file each");
    }
  }

  private static byte[] json(Build build) {
    return ByteStrings.toBytes(build.definition().imageConfig() + "\n");
  }
}
