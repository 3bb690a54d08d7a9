package dev.luakit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Shells complete luakit's commands, options and values: the shells themselves are asked. */
class CompletionTest {
  private Shell shell;

  @BeforeEach
  void folder(@TempDir Path folder) {
    shell = new Shell(folder);
    shell.write("build.lua", "");
    shell.write("web/build.lua", "");
    for (String name : List.of("bash", "zsh", "fish")) {
      shell.write(name, shell.run("completion", name).out());
    }
  }

  /** What a shell's program prints. */
  private String run(String program, String code) throws IOException, InterruptedException {
    Process process = shell.start(Map.of(), List.of(program, "-c", code));
    Shell.Result result = shell.finish(process, process.getInputStream().readAllBytes());
    assertEquals("", result.err());
    return result.out();
  }

  static void assumeThere(String program) {
    boolean there = new java.io.File("/usr/bin/" + program).canExecute();
    assertTrue(there || System.getenv("CI") == null, program + " is not installed");
    assumeTrue(there, program + " is not installed");
  }

  @ParameterizedTest
  @CsvSource({
    "luakit bu, build",
    "luakit build --outp, --output",
    "luakit build --resolve al, always",
    "luakit build --resolve = ne, never",
    "luakit dag --format h, html",
    "luakit dag --filter sym, symlink",
    "luakit build --platform linux/am, linux/amd64",
    "luakit test --platform linux/ri, linux/riscv64",
    "'luakit build --platform linux/amd64,linux/ri', 'linux/amd64,linux/riscv64'",
    "'luakit build --platform = linux/amd64,linux/386,linux/ri',"
        + " 'linux/amd64,linux/386,linux/riscv64'",
    "'luakit dag --filter exec,sym', 'exec,symlink'",
    "luakit build bu, build.lua",
    "luakit build -o bu, build.lua",
    "luakit test bu, build.lua",
    "luakit test --junit bu, build.lua",
    "luakit init --dir w, web",
    "luakit init py, python",
    "luakit completion f, fish",
    "luakit --vers, --version",
    "luakit build --color=always --loc, --locked"
  })
  void bash_completes(String line, String expected) throws Exception {
    String[] words = line.split(" ");
    String code =
        "source ./bash; COMP_WORDS=("
            + line
            + "); COMP_CWORD="
            + (words.length - 1)
            + "; _luakit; printf '%s\\n' \"${COMPREPLY[@]}\"";
    assertEquals(expected + "\n", run("bash", code));
  }

  @Test
  void bash_offers_every_command() throws Exception {
    String code =
        "source ./bash; COMP_WORDS=(luakit ''); COMP_CWORD=1; _luakit; echo ${COMPREPLY[@]}";
    assertEquals(
        "build validate dag eval test fmt lock gateway init completion version\n",
        run("bash", code));
  }

  @ParameterizedTest
  @CsvSource({
    "luakit bu, build",
    "luakit build --outp, --output",
    "luakit build --resolve al, always",
    "luakit dag --format h, html",
    "luakit dag --filter sym, symlink",
    "luakit build --platform linux/am, linux/amd64",
    "luakit test --platform linux/ri, linux/riscv64",
    "'luakit build --platform linux/amd64,linux/ri', 'linux/amd64,linux/riscv64'",
    "'luakit dag --filter=exec,sym', '--filter=exec,symlink'",
    "luakit init py, python",
    "luakit completion f, fish"
  })
  void fish_completes(String line, String expected) throws Exception {
    assumeThere("fish");
    String said = run("fish", "source ./fish; complete -C '" + line + "'");
    assertEquals(expected, said.strip().split("\t")[0]);
  }

  @Test
  void fish_offers_files_only_where_an_option_takes_one() throws Exception {
    assumeThere("fish");
    shell.write("notes.txt", "");
    String code = "source ./fish; complete -C 'luakit build ";
    String resolve = run("fish", code + "--resolve '").replaceAll("\\t.*", "");
    assertEquals("always auto never", resolve.strip().replace('\n', ' '));
    assertEquals("", run("fish", code + "--timeout '"));
    assertTrue(run("fish", code + "--output '").contains("notes.txt"));
  }

  /** The functions that would talk to a terminal only tell what they are asked for. */
  @Test
  void zsh_is_given_the_options_of_the_command() throws Exception {
    assumeThere("zsh");
    String code =
        "compdef() { : }; _arguments() { print -l -- $@ }; _describe() { print -l -- $commands };"
            + " source ./zsh; words=(luakit build --); CURRENT=3; _luakit;"
            + " words=(luakit bu); CURRENT=2; _luakit";
    List<String> lines = run("zsh", code).lines().toList();
    assertTrue(
        lines.contains(
            "--locked[Refuse images that are not in luakit.lock, also where there is no such"
                + " file]"),
        lines.toString());
    assertTrue(
        lines.stream()
            .anyMatch(
                line ->
                    line.startsWith("--resolve=[") && line.endsWith(":value:(always auto never)")),
        lines.toString());
    assertTrue(
        lines.stream()
            .anyMatch(line -> line.contains(":value:_values -s , value linux/amd64 linux/arm64")),
        lines.toString());
    assertTrue(lines.stream().anyMatch(line -> line.startsWith("build:Writes")), lines.toString());
  }

  @Test
  void a_shell_that_is_not_known_is_told_the_others() {
    assertTrue(shell.run("completion", "zhs").err().contains("(did you mean 'zsh'?)"));
    assertTrue(shell.run("completion").err().contains("needs an argument: bash|zsh|fish"));
  }
}
