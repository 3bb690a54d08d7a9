package dev.luakit.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** luakit's own frontend, as an image that the daemon of {@code DOCKER_HOST} knows. */
final class FrontendImage {
  static final String NAME = "luakit-e2e/frontend";

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Path SOURCES = ROOT.resolve("gateway/image");

  private FrontendImage() {}

  /** Makes it out of what was just built, with the configuration that its own script says. */
  static void make() throws IOException, InterruptedException {
    Path files = Path.of("target", "frontend").toAbsolutePath();
    Files.createDirectories(files.getParent());
    Map<String, String> java = Map.of("JAVA_HOME", System.getProperty("java.home"));
    Program.run(ROOT, java, SOURCES.resolve("rootfs").toString(), files.toString())
        .expectSuccess("gateway/image/rootfs");

    Path config = Path.of("target", "frontend.json").toAbsolutePath();
    String script = SOURCES.resolve("build.lua").toString();
    String luakit = ROOT.resolve("luakit").toString();
    Path definition = Path.of("target", "frontend.pb").toAbsolutePath();
    Program.run(
            ROOT,
            java,
            luakit,
            "build",
            "--resolve=never",
            "--image-config",
            config.toString(),
            "-o",
            definition.toString(),
            script)
        .expectSuccess("luakit build gateway/image/build.lua");
    Path dockerfile = Path.of("target", "frontend.Dockerfile").toAbsolutePath();
    Files.writeString(dockerfile, dockerfile(Files.readString(config)));
    Program.run(
            List.of(
                "docker",
                "buildx",
                "build",
                "--load",
                "-t",
                NAME,
                "-f",
                dockerfile.toString(),
                files.toString()))
        .expectSuccess("docker buildx build of " + NAME);
  }

  /** A Dockerfile says the same nearly in the words of the configuration. */
  private static String dockerfile(String config) {
    return "FROM scratch\nCOPY . /\n"
        + ("ENTRYPOINT [" + member(config, "Entrypoint\":\\[(.*?)\\]") + "]\n")
        + ("ENV "
            + member(config, "Env\":\\[(.*?)\\]").replace("\",\"", " ").replace("\"", "")
            + "\n")
        + ("LABEL "
            + member(config, "Labels\":\\{(.*?)\\}")
                .replace("\":\"", "\"=\"")
                .replace("\",\"", "\" \"")
            + "\n");
  }

  private static String member(String config, String pattern) {
    Matcher matcher = Pattern.compile("\"" + pattern).matcher(config);
    if (!matcher.find()) {
      throw new AssertionError("no " + pattern + " in " + config);
    }
    return matcher.group(1);
  }
}
