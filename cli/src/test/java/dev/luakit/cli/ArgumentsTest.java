package dev.luakit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What luakit says to a command line that is at fault: exit code 2, one error, a way out. */
class ArgumentsTest {
  private static final String ALL_COMMANDS =
      "hint: the commands are build, validate, dag, eval, test, fmt, lock, gateway, init,"
          + " completion, version; see luakit --help\n";

  private Shell shell;

  @BeforeEach
  void script(@TempDir Path folder) {
    shell = new Shell(folder);
    shell.write("build.lua", "bk.export(bk.scratch():mkfile('/a', 'a'))");
  }

  /** Runs luakit, which must say no more than this. */
  private void fails(String expected, String... args) {
    Shell.Result result = shell.run(args);
    assertEquals(expected, result.err());
    assertEquals("", result.out());
    assertEquals(2, result.code());
  }

  @Test
  void a_command_must_be_known() {
    fails(
        """
        error: no command is given
        hint: to begin: luakit init; to build: luakit build build.lua; all commands: luakit --help
        """);
    fails(
        "error: unknown command 'biuld' (did you mean 'build'?)\n" + ALL_COMMANDS,
        "biuld",
        "build.lua");
    fails("error: unknown command 'xyzzy'\n" + ALL_COMMANDS, "xyzzy");
    fails(
        "error: 'build.lua' is not a command\nhint: to build it: luakit build build.lua\n",
        "build.lua");
  }

  @Test
  void an_option_must_be_known() {
    fails(
        """
        error: unknown option '--ouput' (did you mean '--output'?)
        hint: see luakit build --help
        """,
        "build",
        "--ouput=x",
        "./build.lua");
    fails("error: unknown option '-x'\nhint: see luakit dag --help\n", "dag", "-x", "./build.lua");
    fails(
        "error: unknown option '--image-config'\nhint: see luakit validate --help\n",
        "validate",
        "--image-config",
        "x");
  }

  @Test
  void an_option_needs_its_value_and_only_one() {
    fails(
        "error: --output needs a value: FILE\nhint: see luakit build --help\n",
        "build",
        "./build.lua",
        "-o");
    fails(
        "error: --resolve is given twice\nhint: see luakit build --help\n",
        "build",
        "--resolve=auto",
        "--resolve=never",
        "./build.lua");
  }

  @Test
  void there_is_one_script() {
    fails(
        """
        error: 'b.lua' is one argument too many
        hint: it takes one script; a value for the script is --build-arg NAME=value
        """,
        "build",
        "./build.lua",
        "b.lua");
  }

  @Test
  void the_script_must_be_there() {
    fails(
        """
        error: cannot read ./nope.lua: no such file
        hint: scripts there: build.lua
        """,
        "build",
        "./nope.lua");
    fails(
        """
        error: the name of the script is empty
        hint: is the variable set that should hold it?
        """,
        "build",
        "");
    fails(
        """
        error: a script can't come from standard input
        hint: write it to a file and name that
        """,
        "build",
        "-");
    fails("error: cannot read /dev/null: it is not a regular file\n", "build", "/dev/null");
  }

  @Test
  void the_script_in_a_directory_is_named_where_it_is_there() throws IOException {
    Files.createDirectory(shell.path("empty"));
    shell.write("full/build.lua", "");
    fails(
        """
        error: cannot read ./empty: it is a directory
        hint: no script is there; luakit init writes a build.lua to begin with
        """,
        "build",
        "./empty");
    fails(
        """
        error: cannot read ./full: it is a directory
        hint: name the script in it: ./full/build.lua
        """,
        "build",
        "./full");
  }

  @Test
  void a_build_argument_needs_a_name_and_a_value() {
    fails(
        """
        error: --build-arg HOME has no value
        hint: write --build-arg HOME=VALUE: luakit takes nothing from the environment on its own
        """,
        "build",
        "--build-arg",
        "HOME",
        "./build.lua");
    fails(
        "error: --build-arg =x has no name before the '='\n",
        "build",
        "--build-arg",
        "=x",
        "./build.lua");
  }

  @Test
  void a_platform_is_os_and_architecture() {
    fails(
        """
        error: --platform: platform "linux" is not of the form os/arch[/variant], \
        such as linux/arm64
        hint: write linux/amd64 or linux/arm64
        """,
        "build",
        "--platform",
        "linux",
        "./build.lua");
  }

  @Test
  void images_are_resolved_in_one_of_three_ways() {
    fails(
        """
        error: --resolve: 'nevr' is not one of always, auto, never (did you mean 'never'?)
        """,
        "build",
        "--resolve=nevr",
        "./build.lua");
  }

  @Test
  void amounts_have_the_units_of_their_kind() {
    fails(
        "error: --timeout: '30x' is not a duration, such as 30s, 2m or 500ms\n",
        "build",
        "--timeout=30x",
        "./build.lua");
    fails(
        "error: --timeout: '-1' is not a duration, such as 30s, 2m or 500ms\n",
        "build",
        "--timeout",
        "-1",
        "./build.lua");
    fails(
        """
        error: --max-memory: '1.5g' is not an amount of memory, \
        such as 256m, 1g or a number of bytes
        """,
        "build",
        "--max-memory=1.5g",
        "./build.lua");
    fails(
        "error: --max-instructions: 'many' is not a count, such as 500k, 20m or 2g\n",
        "build",
        "--max-instructions=many",
        "./build.lua");
    fails(
        "error: --timeout: '0s' is nothing: it must be at least 1\n",
        "build",
        "--timeout=0s",
        "./build.lua");
    fails(
        "error: --max-memory: '99999999999999999999g' is too much\n",
        "build",
        "--max-memory=99999999999999999999g",
        "./build.lua");
  }

  @Test
  void amounts_are_read_as_they_are_meant() {
    assertEquals(30_000, Quantity.DURATION.parse("", "30"));
    assertEquals(30_000, Quantity.DURATION.parse("", "30s"));
    assertEquals(120_000, Quantity.DURATION.parse("", "2m"));
    assertEquals(500, Quantity.DURATION.parse("", "500ms"));
    assertEquals(256 << 20, Quantity.MEMORY.parse("", "256m"));
    assertEquals(1 << 30, Quantity.MEMORY.parse("", "1G"));
    assertEquals(1234, Quantity.MEMORY.parse("", "1234"));
    assertEquals(10_000, Quantity.COUNT.parse("", "10k"));
    assertEquals(5_000_000, Quantity.COUNT.parse("", "5m"));
    assertEquals(2_000_000_000L, Quantity.COUNT.parse("", "2g"));
  }

  @Test
  void the_time_of_the_script_is_a_number_of_seconds() {
    Shell.Result result = shell.runIn("yesterday", "build", "./build.lua");
    assertEquals(2, result.code());
    assertEquals(
        """
        error: SOURCE_DATE_EPOCH in the environment: 'yesterday' is not a number of seconds \
        since 1970
        hint: for the time of the last commit: SOURCE_DATE_EPOCH=$(git log -1 --pretty=%ct)
        """,
        result.err());
    String argument = "SOURCE_DATE_EPOCH=-1";
    result = shell.run("build", "--build-arg", argument, "./build.lua");
    assertEquals(2, result.code());
  }

  @Test
  void the_graph_s_format_and_kinds_must_be_known() {
    fails(
        "error: --format: 'jsn' is not one of dot, json, text, svg, html (did you mean 'json'?)\n",
        "dag",
        "--format=jsn",
        "./build.lua");
    fails(
        """
        error: --filter: 'exce' is no kind of operation (did you mean 'exec'?)
        hint: the kinds are image, source, oci-layout, local, git, http, run, exec, copy, file, \
        mkdir, mkfile, rm, symlink, merge, diff
        """,
        "dag",
        "--filter=image,exce",
        "./build.lua");
  }

  @Test
  void text_that_the_locale_has_lost_is_not_built_from() {
    fails(
        """
        error: 'NAME=gr\uFFFD\uFFFDe' is not text in this locale
        hint: run luakit in a UTF-8 locale: LC_ALL=C.UTF-8 luakit …
        """,
        "build",
        "--build-arg",
        "NAME=gr\uFFFD\uFFFDe",
        "./build.lua");
  }

  @Test
  void escape_sequences_in_arguments_are_shown_and_not_sent() {
    fails("error: unknown command '\\x1B[2J\\n'\n" + ALL_COMMANDS, "\033[2J\n");
  }

  @Test
  void help_is_there_for_luakit_and_for_every_command() {
    Shell.Result result = shell.run("--help");
    assertEquals(0, result.code());
    assertTrue(result.out().startsWith("Usage: luakit [-hV] "), result.out());
    for (String command : new String[] {"build", "validate", "dag", "eval", "version"}) {
      result = shell.run(command, "-h");
      assertEquals(0, result.code());
      assertTrue(result.out().startsWith("Usage: luakit " + command), result.out());
      assertEquals("", result.err());
    }
  }
}
