package dev.luakit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/testing.md says can be done can be done, and it says what there is. */
class TestingGuideTest {
  private static final Guide GUIDE = Guide.of("docs/testing.md");

  @TempDir private Path folder;
  private Shell shell;

  @BeforeEach
  void shell() {
    shell = new Shell(folder.resolve("clone"));
  }

  @Test
  void its_commands_run() throws IOException, InterruptedException {
    shell.write("x", "");
    Guide.makeClone(shell);
    for (String command : GUIDE.commands()) {
      Guide.run(shell, Map.of(), command);
    }
    assertTrue(shell.read("report.xml").contains("<testsuite "));
  }

  /** Its tests are of the example in Go. */
  @Test
  void its_tests_pass() throws IOException {
    shell.write("build.lua", Files.readString(Guide.ROOT.resolve("examples/go/build.lua")));
    for (String tests : GUIDE.blocks("lua")) {
      shell.write("build_test.lua", tests);
      Shell.Result result = shell.run("test", "./build_test.lua");
      assertEquals(0, result.code(), result.out());
      assertEquals("", shell.run("fmt", "--diff", "./build_test.lua").out());
    }
  }

  @Test
  void its_report_is_that_of_its_first_tests_where_the_user_is_another() throws IOException {
    String script = Files.readString(Guide.ROOT.resolve("examples/go/build.lua"));
    shell.write("build.lua", script.replace("65534:65534", "0"));
    shell.write("build_test.lua", GUIDE.blocks("lua").getFirst());
    Shell.Result result = shell.run("test", "./build_test.lua");
    assertEquals(1, result.code());
    assertEquals(GUIDE.blocks("text").getFirst(), result.out().replace(shell.path("") + "/", ""));
  }

  /** Of all that editors know, which is all that there is. */
  @Test
  void it_tells_of_everything() throws IOException {
    String guide = Files.readString(GUIDE.file());
    String types = Files.readString(Guide.ROOT.resolve("types/testing.lua"));
    Pattern names = Pattern.compile("(?m)^(?:function (?:assert\\.)?|---@field )([\\w.:]+)");
    int count = 0;
    for (MatchResult name : names.matcher(types).results().toList()) {
      Pattern told = Pattern.compile("[`.:]" + Pattern.quote(name.group(1)) + "[`(\\[: ,]");
      assertTrue(told.matcher(guide).find(), name.group(1));
      count++;
    }
    assertTrue(count > 90, () -> "names are not found in the types");
  }
}
