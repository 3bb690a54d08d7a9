package dev.luakit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.luakit.vm.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/security.md says is so. */
class SecurityGuideTest {
  private static final Guide GUIDE = Guide.of("docs/security.md");
  private static final Pattern LIMIT =
      Pattern.compile("\\| (--\\S+) \\| LUAKIT_(\\w+) \\| (\\w+) \\|");

  @Test
  void its_commands_run(@TempDir Path folder) throws IOException, InterruptedException {
    Shell shell = new Shell(folder.resolve("clone"));
    Guide.makeClone(shell);
    for (String command : GUIDE.commands()) {
      Process process = shell.start(Map.of(), java.util.List.of("sh", "-c", command));
      Shell.Result result = shell.finish(process, process.getInputStream().readAllBytes());
      assertEquals(0, result.code(), command);
      assertTrue(result.err().matches("(stats: [^\n]*\n)?"), result.err());
    }
  }

  @Test
  void its_limits_are_those_of_the_options_and_of_the_frontend(@TempDir Path folder)
      throws IOException {
    String help = new Shell(folder).run("eval", "--help").out();
    Matcher row = LIMIT.matcher(Files.readString(GUIDE.file()).replace("`", ""));
    Limits stillDefault = new GatewayManners().limits(Map.of());
    int rows = 0;
    while (row.find()) {
      rows++;
      assertTrue(help.contains(row.group(1) + "="), row.group());
      String described = help.substring(help.indexOf(row.group(1) + "=")).replaceAll("\\s+", " ");
      int next = described.indexOf(" --", 2);
      String own = next < 0 ? described : described.substring(0, next);
      assertTrue(own.contains(row.group(3) + " (the default)"), own);
      assertNotEquals(
          stillDefault, new GatewayManners().limits(Map.of(row.group(2), "77")), row.group());
    }
    assertEquals(Limits.class.getRecordComponents().length, rows);
  }
}
