package dev.luakit.e2e;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * {@code docker buildx build}, with luakit as the frontend, in the daemon of {@code DOCKER_HOST}.
 */
final class DockerBuildx implements BuildKit {
  /** The only one: it names what is built, and classes of tests run beside each other. */
  private static DockerBuildx prepared;

  private final AtomicInteger images = new AtomicInteger();
  private final int version;

  private DockerBuildx(int version) {
    this.version = version;
  }

  /** Makes the images that builds need known to the daemon, the first time that it is called. */
  static synchronized DockerBuildx prepare() throws IOException, InterruptedException {
    if (prepared == null) {
      FrontendImage.make();
      ConfiguredImage.make();
      String version =
          Program.run(List.of("docker", "version", "--format", "{{.Server.Version}}"))
              .expectSuccess("docker version");
      int major = Integer.parseInt(version.substring(0, version.indexOf('.')));
      prepared = new DockerBuildx(major);
    }
    return prepared;
  }

  /** The daemon's major version. */
  int version() {
    return version;
  }

  @Override
  public String name() {
    return "docker";
  }

  @Override
  public Program.Outcome build(BuildRequest request) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("docker", "buildx", "build"));
    command.addAll(BuildKit.options(request));
    command.add("--build-arg");
    command.add("BUILDKIT_SYNTAX=" + FrontendImage.NAME);
    for (Map.Entry<String, String> argument : request.arguments().entrySet()) {
      command.add("--build-arg");
      command.add(argument.getKey() + "=" + argument.getValue());
    }
    command.addAll(List.of("-f", request.script().toString()));
    return build(command, request.context(), request.output());
  }

  @Override
  public Program.Outcome buildDockerfile(Path folder, BuildRequest.Output output)
      throws IOException, InterruptedException {
    List<String> command = List.of("docker", "buildx", "build", "--progress=plain");
    return build(new ArrayList<>(command), folder, output);
  }

  private Program.Outcome build(List<String> command, Path context, BuildRequest.Output output)
      throws IOException, InterruptedException {
    String image = null;
    switch (output) {
      case BuildRequest.Output.Nothing _ -> command.add("--output=type=cacheonly");
      case BuildRequest.Output.Files files ->
          command.add("--output=type=local,dest=" + files.folder());
      case BuildRequest.Output.Tree tree -> command.add("--output=type=tar,dest=" + tree.archive());
      case BuildRequest.Output.Image _ -> {
        image = "luakit-e2e/built:" + images.incrementAndGet();
        command.addAll(List.of("--load", "-t", image));
      }
    }
    command.add(context.toString());
    Program.Outcome outcome = Program.run(command);
    if (outcome.code() == 0 && output instanceof BuildRequest.Output.Image wanted) {
      Program.run(List.of("docker", "image", "save", "-o", wanted.archive().toString(), image))
          .expectSuccess("docker image save");
      Program.run(List.of("docker", "image", "rm", image)).expectSuccess("docker image rm");
    }
    return outcome;
  }
}
