package dev.luakit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/formatting.md says can be done can be done. */
class FormattingGuideTest {
  private static final Guide GUIDE = Guide.of("docs/formatting.md");

  @TempDir private Path folder;

  @Test
  void its_commands_run() throws IOException, InterruptedException {
    Shell shell = new Shell(folder.resolve("clone"));
    Guide.makeClone(shell);
    for (String command : GUIDE.commands()) {
      Guide.run(shell, Map.of(), command);
    }
  }

  @Test
  void its_example_is_formatted_and_builds() throws IOException {
    Shell shell = new Shell(folder);
    for (String script : GUIDE.blocks("lua")) {
      shell.write("build.lua", script);
      assertEquals("", shell.run("fmt", "--diff", "./build.lua").out());
      assertEquals("", shell.run("validate", "./build.lua").err());
    }
  }
}
