package dev.luakit.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.luakit.grammar.LuaSource;
import dev.luakit.grammar.LuaSyntaxException;
import dev.luakit.vm.ByteStrings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code luakit fmt}: which files it formats, and what it says. */
class FmtTest {
  private static final String MESSY = "local x=1\nreturn x\n";
  private static final String TIDY = "local x = 1\nreturn x\n";

  @TempDir private Path folder;
  private Shell shell;

  @BeforeEach
  void enter() {
    shell = new Shell(folder);
  }

  private String out(Shell.Result result) {
    return result.out().replace(folder + "/", "./");
  }

  @Test
  void a_file_is_formatted_in_its_place() throws IOException {
    shell.write("a.txt", MESSY);
    Shell.Result result = shell.run("fmt", "./a.txt");
    assertEquals("formatted ./a.txt\n", out(result));
    assertEquals(0, result.code());
    assertEquals(TIDY, shell.read("a.txt"));
    assertEquals(List.of("a.txt"), shell.files());
    assertEquals("1 file is formatted already\n", shell.run("fmt", "./a.txt").out());
  }

  @Test
  void of_a_directory_all_lua_files_are_formatted_but_those_in_hidden_ones() throws IOException {
    shell.write("d/b.lua", MESSY);
    shell.write("d/deep/a.lua", MESSY);
    shell.write("d/tidy.lua", TIDY);
    shell.write("d/.hidden/c.lua", MESSY);
    shell.write("d/note.txt", MESSY);
    assertEquals("formatted ./d/b.lua\nformatted ./d/deep/a.lua\n", out(shell.run("fmt", "./d")));
    assertEquals(TIDY, shell.read("d/deep/a.lua"));
    assertEquals(MESSY, shell.read("d/.hidden/c.lua"));
    assertEquals(MESSY, shell.read("d/note.txt"));
    assertEquals("3 files are formatted already\n", shell.run("fmt", "./d").out());
  }

  @Test
  void links_are_followed_and_no_file_is_formatted_twice() throws IOException {
    shell.write("real/a.lua", MESSY);
    Files.createSymbolicLink(shell.path("link.lua"), Path.of("real/a.lua"));
    Files.createSymbolicLink(shell.path("folder"), Path.of("real"));
    assertEquals(
        "formatted ./link.lua\n", out(shell.run("fmt", "./link.lua", "./folder", "./real")));
    assertTrue(Files.isSymbolicLink(shell.path("link.lua")));
    assertEquals(TIDY, shell.read("real/a.lua"));
  }

  @Test
  void a_link_that_leads_out_of_a_directory_is_passed_over() throws IOException {
    shell.write("outside.lua", MESSY);
    shell.write("d/a.lua", TIDY);
    Files.createSymbolicLink(shell.path("d/link.lua"), Path.of("../outside.lua"));
    assertEquals("1 file is formatted already\n", shell.run("fmt", "./d").out());
    assertEquals(MESSY, shell.read("outside.lua"));
  }

  @Test
  void a_files_rights_stay() throws IOException {
    shell.write("a.lua", "#!/usr/bin/env lua\n" + MESSY);
    Files.setPosixFilePermissions(
        shell.path("a.lua"), PosixFilePermissions.fromString("rwxr-x---"));
    shell.run("fmt", "./a.lua");
    assertEquals(
        "rwxr-x---",
        PosixFilePermissions.toString(Files.getPosixFilePermissions(shell.path("a.lua"))));
    assertEquals("#!/usr/bin/env lua\n" + TIDY, shell.read("a.lua"));
  }

  @Test
  void check_names_the_files_and_fails() throws IOException {
    shell.write("a.lua", MESSY);
    shell.write("b.lua", TIDY);
    shell.write("c.lua", MESSY);
    Shell.Result result = shell.run("fmt", "--check", "./");
    assertEquals("./a.lua\n./c.lua\n", out(result));
    assertEquals(
        "error: 2 of 3 files are not formatted\nhint: to format: luakit fmt ./\n", result.err());
    assertEquals(1, result.code());
    assertEquals(MESSY, shell.read("a.lua"));
    assertEquals(0, shell.run("fmt", "--check", "./b.lua").code());
  }

  @Test
  void diff_shows_what_would_change() throws IOException {
    shell.write("a.lua", MESSY);
    Shell.Result result = shell.run("fmt", "--diff", "./a.lua");
    assertEquals(
        """
        --- ./a.lua
        +++ ./a.lua
        @@ -1,2 +1,2 @@
        -local x=1
        +local x = 1
         return x
        """,
        out(result));
    assertEquals(0, result.code());
    assertEquals(MESSY, shell.read("a.lua"));
    assertEquals(1, shell.run("fmt", "--diff", "--check", "./a.lua").code());
  }

  @Test
  void standard_input_goes_to_standard_output() {
    byte[] messy = MESSY.getBytes(StandardCharsets.UTF_8);
    byte[] tidy = TIDY.getBytes(StandardCharsets.UTF_8);
    assertArrayEquals(tidy, shell.runOn(messy, "fmt", "-").bytes());
    assertArrayEquals(tidy, shell.runOn(tidy, "fmt", "-").bytes());
    assertEquals(1, shell.runOn(messy, "fmt", "--check", "-").code());
    assertEquals(0, shell.runOn(tidy, "fmt", "--check", "-").code());
    Shell.Result both = shell.runOn(tidy, "fmt", "-", "./a.lua");
    assertEquals("error: standard input can't be formatted together with files\n", both.err());
    assertEquals(2, both.code());
  }

  @Test
  void what_is_not_lua_stays_and_is_reported_as_by_a_build() throws IOException {
    shell.write("a.lua", "local x=1\nx = = 2\n");
    shell.write("b.lua", MESSY);
    Shell.Result result = shell.run("fmt", "./");
    assertEquals("formatted ./b.lua\n", out(result));
    assertEquals(
        """
        error: ./a.lua:2: unexpected symbol near '='
          2 | x = = 2
            |     ^
        hint: == is written without a space; one = assigns
        """,
        result.err());
    assertEquals(1, result.code());
    assertEquals("local x=1\nx = = 2\n", shell.read("a.lua"));
    assertEquals(result.err(), shell.run("build", "./a.lua").err());
  }

  @Test
  void bytes_that_are_no_text_stay() throws IOException {
    byte[] bytes = "x='\u00e9\u00ff'".getBytes(StandardCharsets.ISO_8859_1);
    Files.write(shell.path("a.lua"), bytes);
    shell.run("fmt", "./a.lua");
    assertArrayEquals(
        "x = \"\u00e9\u00ff\"\n".getBytes(StandardCharsets.ISO_8859_1),
        Files.readAllBytes(shell.path("a.lua")));
  }

  @Test
  void nothing_to_format_is_an_error() throws IOException {
    Shell.Result nothing = shell.run("fmt");
    assertEquals(
        "error: nothing to format is named\n"
            + "hint: name files or directories, as in: luakit fmt .\n",
        nothing.err());
    assertEquals(2, nothing.code());
    Files.createDirectory(shell.path("empty"));
    Shell.Result empty = shell.run("fmt", "./empty");
    assertEquals("error: there is no file whose name ends in .lua in ./empty\n", empty.err());
    assertEquals(2, empty.code());
    Shell.Result missing = shell.run("fmt", "./missing.lua");
    assertTrue(
        missing.err().startsWith("error: cannot read ./missing.lua: no such file\n"),
        missing.err());
    assertEquals(2, missing.code());
  }

  @Test
  void the_examples_are_formatted() {
    Shell repository = new Shell(Guide.ROOT);
    Shell.Result result = repository.run("fmt", "--check", "./examples");
    assertEquals("", result.out());
    assertEquals(0, result.code(), result.err());
  }

  @Test
  void no_file_of_the_repository_changes_what_it_does_and_none_twice() throws IOException {
    int formatted = 0;
    try (var files = Files.walk(Guide.ROOT)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        boolean ours = !Guide.ROOT.relativize(file).toString().contains("target/");
        if (ours && file.toString().endsWith(".lua") && isLua(file)) {
          String once = FormattedSource.of(Files.readAllBytes(file), file.toString());
          byte[] bytes = once.getBytes(StandardCharsets.ISO_8859_1);
          assertEquals(once, FormattedSource.of(bytes, file.toString()), file.toString());
          formatted++;
        }
      }
    }
    assertTrue(formatted > 400);
  }

  /** Some files are there to be refused. */
  private static boolean isLua(Path file) throws IOException {
    try {
      LuaSource.parse(ByteStrings.fromBytes(Files.readAllBytes(file)), true);
      return true;
    } catch (LuaSyntaxException e) {
      return false;
    }
  }
}
