package dev.luakit.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.luakit.cli.registry.FakeServer;
import dev.luakit.cli.registry.Manifests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the command line asks registries, and what it says of them. */
class ResolveTest {
  private static final String CONFIG = Manifests.config("linux", "amd64", "", "from the registry");

  @TempDir private Path folder;
  private FakeServer registry;
  private Shell shell;
  private String digest;

  @BeforeEach
  void start() throws IOException {
    registry = new FakeServer();
    digest = registry.image("library/alpine", "3.19", CONFIG);
    shell = new Shell(folder.resolve("work"), Map.of("HOME", folder.resolve("home").toString()));
    shell.write("build.lua", "bk.export(bk.image('alpine:3.19'):run('make'))\n");
  }

  @AfterEach
  void stop() {
    registry.close();
  }

  private String mirror() {
    return "--registry-mirror=docker.io=" + registry.host();
  }

  @Test
  void an_image_is_pinned_and_its_configuration_is_used() {
    for (String resolve : List.of("--resolve=auto", "--resolve=always")) {
      Shell.Result result = shell.run("dag", "--format=json", resolve, mirror(), "./build.lua");
      assertEquals("", result.err());
      assertTrue(result.out().contains("library/alpine:3.19@" + digest), result.out());
      assertTrue(result.out().contains("MARK=from the registry"), result.out());
      assertEquals(0, result.code());
    }
  }

  @Test
  void an_image_that_must_be_there_is_an_error_of_its_line() {
    shell.write("build.lua", "bk.export(bk.image('" + registry.host() + "/app'))\n");
    Shell.Result result = shell.run("validate", "--resolve=always", "./build.lua");
    assertEquals("", result.out());
    assertEquals(1, result.code());
    assertEquals(
        """
        error: ./build.lua:1: bk.image: image "HOST/app:latest" is not there: HOST answers 404; \
        check the image's name and tag
          1 | bk.export(bk.image('HOST/app'))
            |              ^
        """
            .replace("HOST", registry.host()),
        result.err());
  }

  @Test
  void what_can_not_be_had_is_warned_of_once_and_the_build_goes_on() {
    shell.write("build.lua", "bk.export(bk.image('" + registry.host() + "/app'):run('make'))\n");
    byte[] plain = shell.run("build", "--resolve=never", "./build.lua").bytes();
    Shell.Result result = shell.run("build", "--resolve=auto", "./build.lua");
    assertEquals(0, result.code());
    assertArrayEquals(plain, result.bytes());
    String warning =
        """
        warning: image "HOST/app:latest" is not there: HOST answers 404: going on without its \
        configuration
        hint: check the image's name and tag
        """
            .replace("HOST", registry.host());
    assertEquals(warning, result.err());
    result =
        shell.run(
            "build",
            "--resolve=auto",
            "--platform=linux/amd64,linux/arm64",
            "-o",
            "./{arch}.pb",
            "./build.lua");
    assertEquals(warning, result.err());
    assertEquals(0, result.code());
  }

  @Test
  void lock_writes_down_what_the_registry_says() throws IOException {
    Shell.Result result = shell.run("lock", mirror(), "./build.lua");
    assertEquals("", result.err());
    assertEquals(0, result.code());
    String lock = shell.read("luakit.lock");
    assertTrue(lock.contains(digest), lock);
    assertTrue(lock.contains("MARK=from the registry"), lock);
    int requests = registry.requests().size();
    assertEquals("", shell.run("validate", "--resolve=always", mirror(), "./build.lua").err());
    assertEquals(requests, registry.requests().size());
  }

  @Test
  void lock_writes_nothing_where_an_image_can_not_be_had() throws IOException {
    shell.write("build.lua", "bk.export(bk.image('" + registry.host() + "/app'))\n");
    Shell.Result result = shell.run("lock", "./build.lua");
    assertEquals(1, result.code());
    assertTrue(result.err().contains("is not there: "), result.err());
    assertEquals(List.of("build.lua"), shell.files());
  }

  @Test
  void the_time_for_the_script_is_the_script_s_own() {
    registry.at(
        "/v2/",
        exchange -> {
          pause(1500);
          FakeServer.send(exchange, 200, "", "");
        });
    Shell.Result result =
        shell.run("validate", "--resolve=always", "--timeout=1s", mirror(), "./build.lua");
    assertEquals("", result.err());
    assertEquals(0, result.code());
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void fails(String expected, String... args) {
    List<String> all = new ArrayList<>(List.of("validate", "--resolve=auto", "./build.lua"));
    all.addAll(List.of(args));
    Shell.Result result = shell.run(all.toArray(new String[0]));
    assertEquals(expected, result.err());
    assertEquals(2, result.code());
  }

  @Test
  void a_mirror_or_server_that_is_none_is_an_error_of_the_command_line() {
    for (String mirror : List.of("docker.io", "docker.io=", "=mirror")) {
      fails(
          """
          error: --registry-mirror: '%s' is not of the form REGISTRY=HOST[:PORT][/PATH]
          hint: for example: --registry-mirror docker.io=mirror.example.com
          """
              .formatted(mirror),
          "--registry-mirror",
          mirror);
    }
    fails(
        """
        error: --registry-mirror: 'docker.io=http://mirror' names a scheme, where only a host \
        belongs
        hint: a server without encryption is named by --insecure-registry HOST[:PORT] as well
        """,
        "--registry-mirror=docker.io=http://mirror");
    fails(
        "error: \"a b\" is not of the form HOST[:PORT][/PATH]\n",
        "--registry-mirror=docker.io=a b");
    fails(
        "error: --insecure-registry: 'http://a' is not of the form HOST[:PORT]\n",
        "--insecure-registry=http://a");
    fails(
        "error: cannot read ./none.toml: no such file\n",
        "--buildkitd-config",
        folder.resolve("work/none.toml").toString());
  }

  /** The classes that a process loads, for what registries need. */
  private List<String> loaded(String... args) throws IOException, InterruptedException {
    Path log = folder.resolve("classes.log");
    Shell.Result result =
        shell.process(
            Map.of("HOME", folder.resolve("home").toString()),
            List.of("-Xlog:class+load:file=" + log + "::filecount=0"),
            args);
    assertEquals(0, result.code(), result.err());
    List<String> found = new ArrayList<>();
    for (String line : Files.readAllLines(log)) {
      for (String word : line.split("[\\s\\]]+")) {
        if (word.startsWith("dev.luakit.cli.registry.")
            || word.startsWith("land.oras.")
            || word.startsWith("tools.jackson.")
            || word.startsWith("java.net.http.")
            || word.startsWith("org.slf4j.")) {
          found.add(word);
        }
      }
    }
    return found;
  }

  @Test
  @Tag(Binary.JVM)
  void nothing_of_it_is_loaded_where_nobody_is_asked() throws IOException, InterruptedException {
    assertFalse(loaded("build", "--resolve=always", mirror(), "-o", "x.pb").isEmpty());
    assertEquals(List.of(), loaded("build", "--resolve=never", "-o", "x.pb"));
    shell.run("lock", mirror(), "./build.lua");
    assertEquals(List.of(), loaded("build", "--resolve=always", mirror(), "-o", "x.pb"));
    Files.delete(shell.path("luakit.lock"));
    shell.write("build.lua", "bk.export(bk.scratch():mkdir('/a'))");
    assertEquals(List.of(), loaded("build", "--resolve=always", mirror(), "-o", "x.pb"));
    assertEquals(List.of(), loaded("build", "--resolve=auto", "-o", "x.pb"));
  }

  @Test
  void a_terminal_shows_how_far_it_is_and_nothing_of_it_remains()
      throws IOException, InterruptedException {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/script")));
    registry.at(
        "/v2/",
        exchange -> {
          pause(800);
          FakeServer.send(exchange, 200, "", "");
        });
    List<String> luakit = Shell.command(List.of(), "validate", "--resolve=always", mirror());
    Map<String, String> home = Map.of("HOME", folder.resolve("home").toString());
    List<String> script =
        List.of("/usr/bin/script", "-qec", Shell.quoted(luakit) + ">/dev/null", "/dev/null");
    Process process = shell.start(home, script);
    process.getOutputStream().close();
    Shell.Result result = shell.finish(process, process.getInputStream().readAllBytes());
    assertEquals(
        "\r\033[Kresolving 0 of 1 image …\r\033[Kresolving 1 of 1 image …\r\033[K", result.out());
    Shell.Result piped = shell.process(home, List.of(), "validate", "--resolve=always", mirror());
    assertEquals("", piped.err());
  }

  /** To a proxy, who gets whole addresses, the test's server is all servers. */
  @Test
  void the_environment_s_proxy_is_asked() throws IOException, InterruptedException {
    registry.image("app", "1", CONFIG);
    shell.write("build.lua", "bk.export(bk.image('registry.invalid/app:1'))");
    shell.write("buildkitd.toml", "[registry.'registry.invalid']\nhttp = true\n");
    String[] build = {
      "validate", "--resolve=always", "--buildkitd-config", "buildkitd.toml", "build.lua"
    };
    String home = folder.resolve("home").toString();
    Map<String, String> environment =
        Map.of("HOME", home, "http_proxy", "http://" + registry.host(), "no_proxy", "");
    Shell.Result result = shell.process(environment, List.of(), build);
    assertEquals("", result.err());
    assertEquals("build.lua: ok (1 op)\n", result.out());
    result =
        shell.process(
            Map.of("HOME", home, "http_proxy", registry.host(), "no_proxy", ".invalid"),
            List.of(),
            build);
    assertTrue(result.err().contains("there is no host of this name"), result.err());
    result =
        shell.process(
            Map.of("HOME", home, "https_proxy", "socks5://user:secret@proxy"), List.of(), build);
    assertEquals(2, result.code());
    assertFalse(result.err().contains("secret"), result.err());
  }
}
