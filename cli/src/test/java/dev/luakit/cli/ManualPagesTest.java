package dev.luakit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** There is a manual page for each command, which tells what its help does. */
@Tag(Binary.JVM)
class ManualPagesTest {
  private Shell shell;

  @BeforeEach
  void write(@TempDir Path folder) throws IOException {
    shell = new Shell(folder);
    ManualPages.main(
        new String[] {Files.createDirectory(folder.resolve("man")).toString(), "2026-01-31T10:20"});
  }

  private static List<CommandLine> commands() {
    List<CommandLine> all = new ArrayList<>(List.of(Arguments.commandLine()));
    all.addAll(all.getFirst().getSubcommands().values());
    return all;
  }

  private String page(String name) throws IOException {
    return shell.read("man/" + name + ".1");
  }

  /** A page as plain text. */
  private static String plain(String page) {
    return page.replaceAll("\\\\f[BIR]", "").replace("\\-", "-").replace("\\(aq", "'");
  }

  @Test
  void each_command_has_a_page_with_all_its_options() throws IOException {
    for (CommandLine command : commands()) {
      String page = plain(page(command.getCommandSpec().qualifiedName("-")));
      for (OptionSpec option : command.getCommandSpec().options()) {
        String names = String.join(", ", option.names());
        assertTrue(page.contains("\n.TP\n" + names), names + " in " + page);
        assertTrue(page.contains("\n" + option.description()[0] + "\n"), names);
      }
    }
    assertEquals(commands().size(), new Shell(shell.path("man")).files().size());
  }

  @Test
  void a_page_says_the_version_and_the_day() throws IOException {
    assertTrue(
        page("luakit-build")
            .startsWith(".TH LUAKIT\\-BUILD 1 2026-01-31 \"luakit " + VersionRequest.VERSION));
  }

  @Test
  void a_page_has_the_sections_that_readers_look_for() throws IOException {
    List<String> sections = page("luakit-build").lines().filter(l -> l.startsWith(".SH")).toList();
    assertEquals(
        List.of(
            ".SH \"NAME\"",
            ".SH \"SYNOPSIS\"",
            ".SH \"DESCRIPTION\"",
            ".SH \"ARGUMENTS\"",
            ".SH \"OPTIONS\"",
            ".SH \"EXIT STATUS\"",
            ".SH \"EXAMPLES\"",
            ".SH \"SEE ALSO\""),
        sections);
    assertTrue(page("luakit").contains(".SH \"COMMANDS\"\n.TP\n\\fBluakit\\-build\\fR(1)\n"));
  }

  @Test
  void the_value_of_an_option_may_be_left_out_where_there_are_brackets() throws IOException {
    assertTrue(plain(page("luakit-lock")).contains("--update[=IMAGE]\n"));
    assertTrue(plain(page("luakit-eval")).contains("\n-e CODE\n"));
    assertTrue(plain(page("luakit-build")).contains("\n-o, --output=FILE\n"));
  }

  @Test
  void examples_can_be_copied_from_a_page() throws Exception {
    String shown = shown("luakit-completion");
    assertTrue(
        shown.contains(
            "luakit completion bash > ~/.local/share/bash-completion/completions/luakit\n"),
        shown);
    assertTrue(shown("luakit-eval").contains("luakit eval -e 'print(6 * 7)'\n"));
    assertTrue(shown("luakit-gateway").contains("--local context=. \\\n"));
    assertTrue(shown("luakit-build").contains("PLATFORM[,PLATFORM…]\n"));
  }

  /** What man shows, on a page that is wide enough for every line. */
  private String shown(String name) throws Exception {
    return run(List.of("man", "--warnings", "-l", "man/" + name + ".1"));
  }

  @Test
  void mandoc_has_nothing_to_say_of_a_page() throws Exception {
    for (CommandLine command : commands()) {
      String page = "man/" + command.getCommandSpec().qualifiedName("-") + ".1";
      assertEquals("", run(List.of("mandoc", "-T", "lint", "-W", "warning", page)));
    }
  }

  private String run(List<String> command) throws Exception {
    CompletionTest.assumeThere(command.getFirst());
    Map<String, String> environment = Map.of("LC_ALL", "C.UTF-8", "MANWIDTH", "200");
    Process process = shell.start(environment, command);
    Shell.Result result = shell.finish(process, process.getInputStream().readAllBytes());
    assertEquals("", result.err());
    assertFalse(result.code() > 0, result.out());
    return result.out();
  }
}
