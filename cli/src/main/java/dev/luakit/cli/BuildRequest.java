package dev.luakit.cli;

import dev.luakit.llb.Build;
import dev.luakit.llb.graph.Definition;
import dev.luakit.vm.ByteStrings;
import java.nio.file.Path;

/**
 * Evaluates a script and writes the definition of what it exports.
 *
 * @param script the script
 * @param output where the definition goes, or null for standard output
 * @param imageConfig where the image's configuration goes, or null for nowhere
 */
record BuildRequest(ScriptOptions script, String output, String imageConfig) implements Request {

  @Override
  public void run(Host host) {
    Path file = script.file();
    Destination definition = Destination.of("--output", output, host);
    definition.refuseTerminal("a binary definition");
    definition.refuseScript(file);
    if (imageConfig == null) {
      definition.write(script.evaluate(file, host).definition().toByteArray());
      return;
    }
    Destination config = Destination.of("--image-config", imageConfig, host);
    config.refuseScript(file);
    refuseSame(definition, config);
    Build build = script.evaluate(file, host);
    try {
      definition.stage(build.definition().toByteArray());
      config.stage(json(build.definition()));
      definition.commit();
      config.commit();
    } finally {
      definition.discard();
      config.discard();
    }
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

  private static byte[] json(Definition definition) {
    return ByteStrings.toBytes(definition.imageConfig() + "\n");
  }
}
