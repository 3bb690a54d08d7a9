package dev.luakit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Errors are coloured where a person sees them. */
class ColorTest {
  private static final Map<String, String> NOTHING = Map.of();
  private static final String ESCAPE = "\033[";

  private Path script;

  /** A terminal's device, as far as anything can tell. */
  private final Path terminal = Path.of("/dev/ptmx");

  @BeforeEach
  void script(@TempDir Path folder) throws Exception {
    script = folder.resolve("build.lua");
    Files.writeString(script, "local x = 1\nlocal y = = 2\n");
  }

  private String errors(Path errFile, Map<String, String> environment, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    ByteArrayInputStream in = new ByteArrayInputStream(new byte[0]);
    Main.run(args, new Host(in, out, err, null, errFile, null, environment));
    return err.toString(StandardCharsets.UTF_8);
  }

  private boolean isColored(Path errFile, Map<String, String> environment, String... args) {
    return errors(errFile, environment, args).contains(ESCAPE);
  }

  @Test
  void on_a_terminal_and_not_in_pipes() {
    assertTrue(isColored(terminal, NOTHING, "validate", script.toString()));
    assertFalse(isColored(null, NOTHING, "validate", script.toString()));
    assertFalse(isColored(Path.of("/dev/null"), NOTHING, "validate", script.toString()));
  }

  @Test
  void no_color_and_a_dumb_terminal_keep_them_away() {
    assertFalse(isColored(terminal, Map.of("NO_COLOR", "1"), "validate", script.toString()));
    assertTrue(isColored(terminal, Map.of("NO_COLOR", ""), "validate", script.toString()));
    assertFalse(isColored(terminal, Map.of("TERM", "dumb"), "validate", script.toString()));
    assertTrue(isColored(null, Map.of("CLICOLOR_FORCE", "1"), "validate", script.toString()));
  }

  @Test
  void the_option_wins() {
    Map<String, String> noColor = Map.of("NO_COLOR", "1");
    assertTrue(isColored(null, noColor, "validate", "--color=always", script.toString()));
    assertTrue(isColored(null, noColor, "--color", "always", "validate", script.toString()));
    assertFalse(isColored(terminal, NOTHING, "validate", script.toString(), "--color", "never"));
    assertTrue(isColored(terminal, NOTHING, "validate", "--color=auto", script.toString()));
  }

  @Test
  void a_wrong_command_line_is_coloured_too() {
    assertTrue(isColored(null, NOTHING, "biuld", "--color=always"));
    assertTrue(isColored(null, NOTHING, "build", "--outpt", "--color=always"));
  }

  @Test
  void another_choice_is_an_error() {
    assertEquals(
        "error: --color: 'alwys' is not one of auto, always, never (did you mean 'always'?)\n",
        errors(null, NOTHING, "validate", "--color=alwys", script.toString()));
  }

  @Test
  void what_stands_behind_the_script_of_eval_is_the_script_s() {
    assertFalse(isColored(null, NOTHING, "eval", script.toString(), "--color=always"));
    assertTrue(isColored(null, NOTHING, "eval", "-e", "x =", "--color=always"));
  }

  @Test
  void a_script_can_not_bring_escape_sequences_along() throws Exception {
    Files.writeString(script, "error('\\27[2Jwiped' ) -- \033[2J\n");
    String said = errors(null, NOTHING, "validate", "--color=always", script.toString());
    assertFalse(said.contains(ESCAPE + "2J"), said);
    assertTrue(said.contains("\\x1B[2Jwiped"), said);
  }
}
