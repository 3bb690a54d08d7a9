package dev.luakit.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What users of Docker do with a script that names the frontend in its first line. */
class DockerTest {
  private static final String IMAGE = "luakit-e2e/server";

  private static final String SCRIPT =
      """
      #syntax=luakit-e2e/frontend
      -- Builds the server.

      -- The version that it says it is.
      local version = bk.arg("VERSION", "1.0")
      local server = require("lib.server")(version)
      if bk.target == "test" then
          server = server:run("test -s /version")
      end
      bk.export(server, {
          entrypoint = { "/bin/cat" },
          cmd = { "/version" },
          env = { MODE = "fast" },
          workdir = "/srv",
          user = "nobody",
          expose = { "8080/tcp" },
          labels = { team = "core" },
      })
      """;

  private static final String MODULE =
      """
      return function(version)
          return bk.image("alpine:3.19"):mkfile("/version", version)
      end
      """;

  @TempDir private static Path folder;

  @BeforeAll
  static void prepare() throws IOException, InterruptedException {
    // What it means that there is none is told by the other tests.
    assumeTrue(BuildKit.find() instanceof DockerBuildx, "no Docker");
    Files.createDirectory(folder.resolve("lib"));
    Files.writeString(folder.resolve("server.lua"), SCRIPT);
    Files.writeString(folder.resolve("lib/server.lua"), MODULE);
  }

  private static String docker(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("docker"));
    command.addAll(List.of(arguments));
    return Program.run(command).expectSuccess(String.join(" ", command));
  }

  private static String call(String request) throws IOException, InterruptedException {
    String script = folder.resolve("server.lua").toString();
    return docker("buildx", "build", "--call=" + request, "-f", script, folder.toString());
  }

  @Test
  void inspect_shows_what_the_script_exports() throws IOException, InterruptedException {
    docker(
        "buildx",
        "build",
        "--load",
        "--build-arg=VERSION=2.0",
        "--label=by=hand",
        "-t",
        IMAGE,
        "-f",
        folder.resolve("server.lua").toString(),
        folder.toString());
    String format =
        "{{.Config.Entrypoint}} {{.Config.Cmd}} {{.Config.WorkingDir}} {{.Config.User}}"
            + " {{json .Config.ExposedPorts}} {{.Config.Labels}}";
    assertEquals(
        "[/bin/cat] [/version] /srv nobody {\"8080/tcp\":{}} map[by:hand team:core]",
        docker("inspect", "--format", format, IMAGE));
    String env = docker("inspect", "--format", "{{.Config.Env}}", IMAGE);
    assertTrue(env.contains("PATH=") && env.contains("MODE=fast"), env);
    assertEquals("2.0", docker("run", "--rm", "--network=none", IMAGE));
    docker("image", "rm", IMAGE);
  }

  @Test
  void an_outline_lists_the_arguments() throws IOException, InterruptedException {
    String outline = call("outline");
    assertTrue(
        outline.contains("VERSION     1.0     The version that it says it is."), () -> outline);
  }

  @Test
  void targets_are_listed() throws IOException, InterruptedException {
    String targets = call("targets");
    assertTrue(targets.contains("(default) Builds the server."), () -> targets);
    assertTrue(targets.contains("test"), () -> targets);
  }

  @Test
  void a_check_finds_nothing() throws IOException, InterruptedException {
    String check = call("check");
    assertTrue(check.contains("no warnings found"), () -> check);
  }

  @Test
  void a_check_shows_the_line_of_what_it_warns_of() throws IOException, InterruptedException {
    Path script = folder.resolve("lost.lua");
    Files.writeString(
        script,
        "#syntax=luakit-e2e/frontend\nlocal s = bk.scratch()\ns:mkdir('/a')\nbk.export(s)\n");
    Program.Outcome check =
        Program.run(
            List.of("docker", "buildx", "build", "--check", "-f", script.toString(), "" + folder));
    assertEquals(1, check.code());
    assertTrue(check.log().contains("nothing uses what this mkdir makes"), check::log);
    assertTrue(check.log().contains(">>> s:mkdir('/a')"), check::log);
  }
}
