package dev.luakit.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** luakit's own frontend, as an image that the daemon of {@code DOCKER_HOST} knows. */
final class FrontendImage {
  static final String NAME = "luakit-e2e/frontend";

  private static final String TARGET = Luakit.isNative() ? "native" : "java";

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  private FrontendImage() {}

  /** Makes it out of what was just built. */
  static void make() throws IOException, InterruptedException {
    Path context = Path.of("target", "frontend").toAbsolutePath();
    Files.createDirectories(context);
    Map<String, String> java = Map.of("JAVA_HOME", System.getProperty("java.home"));
    Program.run(
            ROOT,
            java,
            ROOT.resolve("gateway/image/rootfs").toString(),
            context.resolve("rootfs").toString(),
            TARGET)
        .expectSuccess("gateway/image/rootfs");
    Program.run(
            List.of(
                "docker",
                "buildx",
                "build",
                "--load",
                "-t",
                NAME,
                "--target",
                TARGET,
                "-f",
                ROOT.resolve("Dockerfile.gateway").toString(),
                context.toString()))
        .expectSuccess("docker buildx build of " + NAME);
  }
}
