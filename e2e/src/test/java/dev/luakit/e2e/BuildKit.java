package dev.luakit.e2e;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A way to have scripts built by a real BuildKit. */
sealed interface BuildKit permits Buildctl, DockerBuildx {
  /** What scripts that are for this way alone call it. */
  String name();

  /** Builds, and tells what the user would see. */
  Program.Outcome build(BuildRequest request) throws IOException, InterruptedException;

  /** Builds the Dockerfile of a folder, which is the context, by the daemon's own frontend. */
  Program.Outcome buildDockerfile(Path folder, BuildRequest.Output output)
      throws IOException, InterruptedException;

  /** The one that the environment names, or null. */
  static BuildKit find() throws IOException, InterruptedException {
    if (System.getenv("BUILDKIT_HOST") != null) {
      return new Buildctl();
    }
    return System.getenv("DOCKER_HOST") != null ? DockerBuildx.prepare() : null;
  }

  /** Options that both command lines have. */
  static List<String> options(BuildRequest request) {
    List<String> options = new ArrayList<>(List.of("--progress=plain"));
    for (Map.Entry<String, Path> secret : request.secrets().entrySet()) {
      options.add("--secret");
      options.add("id=" + secret.getKey() + ",src=" + secret.getValue());
    }
    for (Map.Entry<String, Path> agent : request.agents().entrySet()) {
      options.add("--ssh");
      options.add(agent.getKey() + "=" + agent.getValue());
    }
    for (String allowed : request.allowed()) {
      options.add("--allow");
      options.add(allowed);
    }
    return options;
  }
}
