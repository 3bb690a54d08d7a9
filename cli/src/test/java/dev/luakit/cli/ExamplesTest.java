package dev.luakit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The examples build. */
class ExamplesTest {
  private static final Path EXAMPLES = Path.of("..", "examples");

  @Test
  void every_build_script_validates() throws IOException {
    List<Path> builds;
    try (var files = Files.find(EXAMPLES, 2, (file, kind) -> file.endsWith("build.lua"))) {
      builds = files.sorted().toList();
    }
    assertTrue(builds.size() >= 3);
    for (Path build : builds) {
      Shell.Result result = new Shell(build.getParent()).run("validate", "./build.lua");
      assertEquals("", result.err());
      assertEquals(0, result.code());
    }
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
}
