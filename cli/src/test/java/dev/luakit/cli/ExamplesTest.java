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
  void every_example_is_a_script_that_validates() throws IOException {
    List<Path> examples;
    try (var folders = Files.list(EXAMPLES)) {
      examples = folders.filter(Files::isDirectory).sorted().toList();
    }
    assertTrue(examples.size() >= 3);
    for (Path example : examples) {
      Shell.Result result = new Shell(example).run("validate", "./build.lua");
      assertEquals("", result.err());
      assertEquals(0, result.code());
    }
  }

  @Test
  void hello_greets_whom_it_is_told_to() {
    Shell shell = new Shell(EXAMPLES.resolve("hello"));
    String definition = shell.run("build", "--build-arg", "NAME=Lua", "./build.lua").out();
    assertTrue(definition.contains("Hello, Lua!\n"), definition);
  }
}
