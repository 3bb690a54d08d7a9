package dev.luakit.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code luakit build | buildctl build}, with the daemon that {@code BUILDKIT_HOST} names. */
final class Buildctl implements BuildKit {
  @Override
  public String name() {
    return "buildctl";
  }

  @Override
  public Program.Outcome build(BuildRequest request) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("luakit-e2e");
    try {
      Path definition = folder.resolve("definition.pb");
      Path config = folder.resolve("config.json");
      Program.Outcome luakit = luakit(request, definition, config);
      if (luakit.code() != 0) {
        return luakit;
      }
      Program.Outcome built = buildctl(request, definition, config);
      return new Program.Outcome(built.code(), luakit.log() + built.log());
    } finally {
      Files.deleteIfExists(folder.resolve("definition.pb"));
      Files.deleteIfExists(folder.resolve("config.json"));
      Files.delete(folder);
    }
  }

  private static Program.Outcome luakit(BuildRequest request, Path definition, Path config)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.addAll(List.of(Luakit.command().toString(), "build", "--resolve=never"));
    command.addAll(List.of("-o", definition.toString(), "--image-config", config.toString()));
    for (Map.Entry<String, String> argument : request.arguments().entrySet()) {
      command.add("--build-arg");
      command.add(argument.getKey() + "=" + argument.getValue());
    }
    command.add(request.script().toString());
    return Program.run(command);
  }

  private static Program.Outcome buildctl(BuildRequest request, Path definition, Path config)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("buildctl", "build"));
    command.addAll(BuildKit.options(request));
    command.add("--local");
    command.add("context=" + request.context());
    // The settings are a field of a line of CSV, in which quotes are doubled.
    String json = Files.readString(config).strip().replace("\"", "\"\"");
    command.addAll(output(request.output(), ",\"containerimage.config=" + json + "\""));
    return Program.run(command, definition);
  }

  private static List<String> output(BuildRequest.Output output, String settings) {
    return switch (output) {
      case BuildRequest.Output.Nothing _ -> List.of();
      case BuildRequest.Output.Files files ->
          List.of("--output", "type=local,dest=" + files.folder());
      case BuildRequest.Output.Tree tree -> List.of("--output", "type=tar,dest=" + tree.archive());
      case BuildRequest.Output.Image image ->
          List.of("--output", "type=docker,dest=" + image.archive() + settings);
    };
  }

  @Override
  public Program.Outcome buildDockerfile(Path folder, BuildRequest.Output output)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("buildctl", "build", "--progress=plain"));
    command.addAll(List.of("--frontend", "dockerfile.v0"));
    command.addAll(List.of("--local", "context=" + folder, "--local", "dockerfile=" + folder));
    command.addAll(output(output, ""));
    return Program.run(command);
  }
}
