package dev.luakit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.luakit.cli.registry.FakeServer;
import dev.luakit.cli.registry.Manifests;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples build, as their table and their own first lines say. */
class ExamplesTest {
  private static final Path EXAMPLES = Guide.ROOT.resolve("examples");
  private static final Guide TABLE = Guide.of("examples/README.md");
  private static final String COMMAND = "--   ";

  @TempDir Path folder;

  static List<String> all() throws IOException {
    try (Stream<Path> folders = Files.list(EXAMPLES)) {
      return folders
          .filter(Files::isDirectory)
          .map(found -> found.getFileName().toString())
          .sorted()
          .toList();
    }
  }

  static List<String> builds() throws IOException {
    List<String> builds =
        all().stream().filter(name -> Files.exists(EXAMPLES.resolve(name + "/build.lua"))).toList();
    assertTrue(builds.size() >= 13);
    return builds;
  }

  static List<String> dockerfiles() throws IOException {
    List<String> found =
        all().stream()
            .filter(name -> Files.exists(EXAMPLES.resolve(name).resolve("Dockerfile")))
            .toList();
    assertTrue(found.size() >= 10);
    return found;
  }

  private static List<String> found(String pattern, String text) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .map((MatchResult match) -> match.group(1))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("builds")
  void every_build_script_validates(String name) {
    Shell.Result result = new Shell(EXAMPLES.resolve(name)).run("validate", "./build.lua");
    assertEquals("", result.err());
    assertEquals(0, result.code());
  }

  @Test
  void the_tests_of_the_examples_pass() {
    Shell.Result result = new Shell(EXAMPLES).run("test", "./");
    assertEquals(0, result.code(), result.out());
    assertTrue(result.out().contains("go/build_test.lua\n"), result.out());
    assertTrue(result.out().contains("monorepo/build_test.lua\n"), result.out());
  }

  @Test
  void the_table_has_each_of_them_and_a_command_for_it() throws IOException {
    List<String> links =
        found("(?m)^\\| \\[[a-z-]+\\]\\(([a-z-]+)/", Files.readString(TABLE.file()));
    assertEquals(all(), links.stream().sorted().toList());
    String commands = String.join("\n", TABLE.commands());
    for (String name : all()) {
      assertTrue(commands.contains(" examples/" + name + "/"), name);
    }
  }

  /** The part behind a pipe is another program's; the registry is one that has all images. */
  @Test
  void the_commands_of_the_table_run() throws IOException, InterruptedException {
    try (FakeServer registry = new FakeServer()) {
      registry.withEveryImage(Manifests.config("linux", "amd64", "", "any"));
      Shell shell = new Shell(folder.resolve("clone"));
      Map<String, String> home = Guide.home(shell, registry.host());
      Guide.makeClone(shell);
      for (String command : TABLE.commands()) {
        Guide.run(shell, home, command.split(" \\| ")[0]);
      }
      assertTrue(Files.exists(shell.path("where-linux-arm.pb")));
    }
  }

  /**
   * In place of buildctl, which has its tests with the real one, something that reads to the end.
   */
  @ParameterizedTest
  @MethodSource("builds")
  void the_commands_of_its_first_lines_run(String name) throws IOException, InterruptedException {
    StringBuilder commands = new StringBuilder("set -e\n");
    List<String> lines = Files.readAllLines(EXAMPLES.resolve(name).resolve("build.lua"));
    for (String line : lines.stream().takeWhile(line -> line.startsWith("--")).toList()) {
      if (line.startsWith(COMMAND)) {
        commands.append(line.substring(COMMAND.length())).append('\n');
      }
    }
    assertTrue(commands.indexOf("luakit build ") >= 0, name);
    Shell shell = new Shell(folder.resolve("work"));
    copy(EXAMPLES.resolve(name), folder.resolve("work"));
    Shell tools = new Shell(folder.resolve("bin"));
    Guide.makeClone(tools);
    tools.write("buildctl", "#!/bin/sh\ncat >/dev/null\n");
    assertTrue(tools.path("buildctl").toFile().setExecutable(true));
    try (FakeServer registry = new FakeServer()) {
      registry.withEveryImage(Manifests.config("linux", "amd64", "", "any"));
      Map<String, String> environment = new HashMap<>(Guide.home(tools, registry.host()));
      environment.put("PATH", folder.resolve("bin") + ":" + System.getenv("PATH"));
      Guide.run(shell, environment, commands.toString());
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }

  /** Of all that the script can build. */
  @ParameterizedTest
  @MethodSource("dockerfiles")
  void the_images_are_those_of_the_dockerfile(String name) throws IOException {
    String dockerfile = Files.readString(EXAMPLES.resolve(name).resolve("Dockerfile"));
    assertTrue(dockerfile.startsWith("# What build.lua beside it replaces"), name);
    Set<String> replaced = new TreeSet<>(found("(?m)^FROM (?:--\\S+ )?(\\S+)", dockerfile));
    replaced.removeAll(found("(?m)^FROM .* AS (\\S+)$", dockerfile));
    replaced.remove("scratch");
    String script = Files.readString(EXAMPLES.resolve(name).resolve("build.lua"));
    if (Files.exists(EXAMPLES.resolve(name).resolve("lib"))) {
      script += Files.readString(EXAMPLES.resolve(name).resolve("lib/service.lua"));
    }
    assertEquals(replaced, new TreeSet<>(found("bk\\.image\\(\"([^\"]+)\"", script)));
  }

  @Test
  void primes_are_prime() {
    Shell shell = new Shell(EXAMPLES.resolve("primes"));
    assertEquals("2\n3\n5\n7\n11\n13\n", shell.run("eval", "./primes.lua", "16").out());
    assertEquals(25, shell.run("eval", "./primes.lua").out().lines().count());
  }

  @Test
  void hello_greets_whom_it_is_told_to() {
    Shell shell = new Shell(EXAMPLES.resolve("hello"));
    String definition = shell.run("build", "--build-arg", "NAME=Lua", "./build.lua").out();
    assertTrue(definition.contains("Hello, Lua!\n"), definition);
  }

  @Test
  void the_java_sources_compile() {
    StringWriter said = new StringWriter();
    PrintWriter out = new PrintWriter(said);
    int code =
        ToolProvider.findFirst("javac")
            .orElseThrow()
            .run(
                out,
                out,
                "-Xlint:all",
                "-Werror",
                "--release",
                "17",
                "-d",
                folder.toString(),
                EXAMPLES.resolve("java/src/main/java/com/example/Server.java").toString());
    assertEquals(0, code, said.toString());
  }

  @Test
  void a_definition_has_nothing_of_a_secret_but_its_name() {
    Shell shell = new Shell(EXAMPLES.resolve("secrets-ssh"));
    String definition = shell.run("build", "--build-arg", "token=hunter2", "./build.lua").out();
    assertTrue(definition.contains("/run/secrets/token"), definition);
    assertTrue(!definition.contains("hunter2"), definition);
  }
}
