package dev.luakit.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every script of the folder {@code builds}, built by a real BuildKit. */
class EndToEndTest {
  private static final Path BUILDS = Path.of("builds").toAbsolutePath();
  private static final Path EXAMPLES = Path.of("..", "examples").toAbsolutePath().normalize();
  private static final String LEFT_OUT =
      """
      The builds on a real BuildKit are left out: no daemon is named. To run them, name one:
        export DOCKER_HOST=unix:///var/run/docker.sock
      or one for the tests alone, out of Debian's packages (as root; needs debootstrap, busybox-static):
        .ci/docker/install /tmp/luakit-docker && eval "$(.ci/docker/start /tmp/luakit-docker)"
        .ci/docker/base-image alpine:3.19 ubuntu:24.04
        mvn -B verify; .ci/docker/stop /tmp/luakit-docker
      """;

  @TempDir private static Path folder;
  private static BuildKit buildkit;
  private static Background.Server server;
  private static Background agent;
  private static Repositories repositories;

  /** Not the same in any two runs, for caches that must be new. */
  private static final String RUN = UUID.randomUUID().toString();

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    buildkit = BuildKit.find();
    if (buildkit == null) {
      if (System.getenv("CI") != null) {
        fail("no daemon is named: neither DOCKER_HOST nor BUILDKIT_HOST is set");
      }
      System.err.print(LEFT_OUT);
      assumeTrue(false, LEFT_OUT);
    }
    ContextFolder.make(BUILDS.resolve("context.txt"), folder.resolve("context"));
    Path served = Files.createDirectory(folder.resolve("served"));
    Files.writeString(served.resolve("hello.txt"), "hello\n");
    String inside = System.getenv("LUAKIT_E2E_INSIDE");
    server = Background.server(inside == null ? List.of() : List.of(inside.split(" ")), served);
    repositories = Repositories.make(served, server.url());
    agent = Background.agent(folder.resolve("agent"));
  }

  @AfterAll
  static void stop() throws InterruptedException {
    if (server != null) {
      server.stop();
    }
    if (agent != null) {
      agent.stop();
    }
  }

  static List<BuildScript> scripts() throws IOException {
    List<BuildScript> scripts = new ArrayList<>();
    try (Stream<Path> files = Files.walk(BUILDS)) {
      for (Path file : files.filter(file -> file.toString().endsWith(".lua")).sorted().toList()) {
        BuildScript script = BuildScript.read(file);
        if (!script.has(BuildScript.MODULE) && script.isFor(buildkit)) {
          scripts.add(script);
        }
      }
    }
    return scripts;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("scripts")
  void checks(BuildScript script, @TempDir Path work) throws IOException, InterruptedException {
    for (int round = 1; round <= script.builds(); round++) {
      Path output = work.resolve("output-" + round);
      Program.Outcome outcome = buildkit.build(request(script, round, work, output));
      if (lacksTheCapability(script, outcome)) {
        return;
      }
      if (script.has(BuildScript.FAILS)) {
        assertTrue(outcome.code() != 0, () -> "the build succeeded:\n" + outcome.log());
      } else {
        assertEquals(0, outcome.code(), outcome.log());
      }
      String log = BuildScript.withoutNotes(outcome.log());
      says(script.all(BuildScript.FAILS), log);
      says(script.all(BuildScript.PRINTS), log);
      if (script.has(BuildScript.FILES)) {
        assertEquals(script.all(BuildScript.FILES).get(0), files(output), outcome.log());
      }
      if (script.has(BuildScript.CONFIG)) {
        String config = ImageArchive.config(output);
        says(script.all(BuildScript.CONFIG), config);
        for (String part : script.all(BuildScript.CONFIG_LACKS)) {
          assertFalse(config.contains(part), config);
        }
      }
    }
  }

  private static BuildRequest request(BuildScript script, int round, Path work, Path output)
      throws IOException {
    Map<String, String> arguments = new TreeMap<>();
    arguments.put("RUN", RUN);
    arguments.put("ROUND", Integer.toString(round));
    if (script.has(BuildScript.SERVER)) {
      arguments.put("SERVER", server.url());
      arguments.put("TAGGED", repositories.tagged());
      arguments.put("COMMIT", repositories.second());
    }
    Map<String, Path> secrets = new TreeMap<>();
    for (String secret : script.all(BuildScript.SECRET)) {
      int equals = secret.indexOf('=');
      Path file = work.resolve("secret-" + secrets.size());
      String value = secret.substring(equals + 1);
      Files.writeString(file, value.replace("$ROUND", Integer.toString(round)));
      secrets.put(secret.substring(0, equals), file);
    }
    Map<String, Path> agents = new TreeMap<>();
    for (String id : script.all(BuildScript.SSH)) {
      agents.put(id, folder.resolve("agent"));
    }
    BuildRequest.Output made = new BuildRequest.Output.Nothing();
    if (script.has(BuildScript.FILES)) {
      made = new BuildRequest.Output.Files(output);
    } else if (script.has(BuildScript.CONFIG)) {
      made = new BuildRequest.Output.Image(output);
    }
    List<String> allowed = script.all(BuildScript.ALLOW);
    Path file = script.path();
    Path context = folder.resolve("context");
    if (script.has(BuildScript.EXAMPLE)) {
      context = EXAMPLES.resolve(script.all(BuildScript.EXAMPLE).get(0));
      file = context.resolve("build.lua");
    }
    return new BuildRequest(file, context, arguments, secrets, agents, allowed, made);
  }

  /** An older daemon refuses what it does not know, and says what that is. */
  private static boolean lacksTheCapability(BuildScript script, Program.Outcome outcome) {
    for (String capability : script.all(BuildScript.CAPABILITY)) {
      String log = outcome.log();
      if (outcome.code() != 0
          && (log.contains("unknown API capability " + capability)
              || log.contains("lacks the capability \"" + capability + "\""))) {
        return true;
      }
    }
    return false;
  }

  private static void says(List<String> expected, String text) {
    for (String part : expected) {
      assertTrue(text.contains(part), () -> "lacks: " + part + "\n" + text);
    }
  }

  /** The names of all files below a folder, sorted, those of directories with a slash. */
  private static String files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return String.join(
          " ",
          files
              .filter(file -> !file.equals(folder))
              .map(
                  file ->
                      folder.relativize(file)
                          + (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS) ? "/" : ""))
              .sorted()
              .toList());
    }
  }
}
