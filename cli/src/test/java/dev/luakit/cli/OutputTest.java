package dev.luakit.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where results go: whole, or not at all. */
class OutputTest {
  private Shell shell;
  private byte[] definition;

  @BeforeEach
  void script(@TempDir Path folder) {
    shell = new Shell(folder.resolve("work"));
    shell.write("build.lua", "bk.export(bk.scratch():mkfile('/a', 'a'))");
    shell.write("bad.lua", "bk.export(bk.scratch()) error('bad')");
    definition = shell.run("build", "./build.lua").bytes();
  }

  private void fails(String expected, String... args) {
    Shell.Result result = shell.run(args);
    assertEquals(expected, result.err());
    assertEquals(2, result.code());
    assertEquals("", result.out());
  }

  @Test
  void a_file_gets_the_same_bytes_as_standard_output() throws IOException {
    Shell.Result result = shell.run("build", "-o", "./out.pb", "./build.lua");
    assertEquals("", result.out() + result.err());
    assertArrayEquals(definition, Files.readAllBytes(shell.path("out.pb")));
    assertEquals(List.of("bad.lua", "build.lua", "out.pb"), shell.files());
  }

  @Test
  void a_dash_or_dev_stdout_is_standard_output() {
    assertArrayEquals(definition, shell.run("build", "-o", "-", "./build.lua").bytes());
    assertArrayEquals(definition, shell.run("build", "-o", "/dev/stdout", "./build.lua").bytes());
  }

  @Test
  void a_new_file_has_the_rights_of_any_new_file() throws IOException {
    shell.run("build", "-o", "./out.pb", "./build.lua");
    assertEquals(
        Files.getPosixFilePermissions(shell.path("build.lua")),
        Files.getPosixFilePermissions(shell.path("out.pb")));
  }

  @Test
  void a_file_that_is_replaced_keeps_its_rights() throws IOException {
    shell.write("out.pb", "old");
    Files.setPosixFilePermissions(
        shell.path("out.pb"), PosixFilePermissions.fromString("rw-------"));
    shell.run("build", "-o", "./out.pb", "./build.lua");
    assertArrayEquals(definition, Files.readAllBytes(shell.path("out.pb")));
    assertEquals(
        "rw-------",
        PosixFilePermissions.toString(Files.getPosixFilePermissions(shell.path("out.pb"))));
  }

  @Test
  void a_file_is_replaced_in_one_step() throws IOException {
    shell.write("out.pb", "old");
    Files.createLink(shell.path("same.pb"), shell.path("out.pb"));
    shell.run("build", "-o", "./out.pb", "./build.lua");
    assertEquals("old", shell.read("same.pb"));
  }

  @Test
  void a_failure_leaves_the_old_file_and_nothing_else() throws IOException {
    shell.write("out.pb", "old");
    assertEquals(1, shell.run("build", "-o", "./out.pb", "./bad.lua").code());
    assertEquals("old", shell.read("out.pb"));
    assertEquals(1, shell.run("build", "--image-config", "./c.json", "./bad.lua").code());
    assertEquals(List.of("bad.lua", "build.lua", "out.pb"), shell.files());
  }

  @Test
  void both_files_are_written_or_neither() throws IOException {
    fails(
        """
        error: cannot write ./no/c.json: there is no directory ./no
        hint: make it first: mkdir -p ./no
        """,
        "build",
        "-o",
        "./out.pb",
        "--image-config",
        "./no/c.json",
        "./build.lua");
    assertEquals(List.of("bad.lua", "build.lua"), shell.files());
  }

  @Test
  void a_symbolic_link_stays_one() throws IOException {
    shell.write("real/out.pb", "old");
    Files.createSymbolicLink(shell.path("link"), Path.of("real/out.pb"));
    Files.createSymbolicLink(shell.path("dangling"), Path.of("real/new.pb"));
    shell.run("build", "-o", "./link", "./build.lua");
    shell.run("build", "-o", "./dangling", "./build.lua");
    assertTrue(Files.isSymbolicLink(shell.path("link")));
    assertArrayEquals(definition, Files.readAllBytes(shell.path("real/out.pb")));
    assertArrayEquals(definition, Files.readAllBytes(shell.path("real/new.pb")));
    Files.createSymbolicLink(shell.path("circle"), Path.of("circle"));
    fails(
        "error: cannot write ./circle: too many symbolic links\n",
        "build",
        "-o",
        "./circle",
        "./build.lua");
  }

  @Test
  void a_device_is_written_to_and_stays() {
    assertEquals(0, shell.run("build", "-o", "/dev/null", "./build.lua").code());
    assertEquals(FileKind.OTHER, FileKind.of(Path.of("/dev/null")));
    fails(
        "error: cannot write /dev/full: No space left on device\n",
        "build",
        "-o",
        "/dev/full",
        "./build.lua");
  }

  @Test
  void a_directory_is_no_output() throws IOException {
    Files.createDirectory(shell.path("dist"));
    fails(
        """
        error: cannot write ./dist: it is a directory
        hint: name a file in it: --output ./dist/NAME
        """,
        "build",
        "-o",
        "./dist",
        "./build.lua");
    fails(
        """
        error: cannot write ./no/out.pb: there is no directory ./no
        hint: make it first: mkdir -p ./no
        """,
        "build",
        "-o",
        "./no/out.pb",
        "./build.lua");
    fails("error: --output needs the name of a file\n", "build", "-o", "", "./build.lua");
  }

  @Test
  void the_script_is_never_replaced() throws IOException {
    fails(
        """
        error: the output would replace the script ./build.lua
        hint: give the output another name
        """,
        "build",
        "-o",
        "./build.lua",
        "./build.lua");
    Files.createSymbolicLink(shell.path("link"), Path.of("build.lua"));
    fails(
        """
        error: the output would replace the script ./build.lua
        hint: give the output another name
        """,
        "dag",
        "-o",
        "./link",
        "./build.lua");
  }

  @Test
  void two_results_need_two_places() {
    String error =
        """
        error: the definition and the image's configuration can't both go to the same place
        hint: give --output and --image-config a file each
        """;
    fails(error, "build", "--image-config", "-", "./build.lua");
    fails(error, "build", "-o", "./x", "--image-config", "./x", "./build.lua");
  }

  @Test
  void the_configuration_alone_may_go_to_standard_output() {
    Shell.Result result =
        shell.run("build", "-o", "./out.pb", "--image-config", "-", "./build.lua");
    assertTrue(result.out().startsWith("{\"architecture\":\"amd64\""), result.out());
  }

  @Test
  void a_definition_is_never_written_to_a_terminal() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Path terminal = Path.of("/dev/tty"); // Whether or not this process has one.
    Shell.Result result = shell.runTo(out, terminal, "build", "./build.lua");
    assertEquals(2, result.code());
    assertEquals(
        """
        error: refusing to write a binary definition to a terminal; use -o FILE or a pipe
        hint: luakit build ./build.lua | buildctl build --local context=.
        """,
        result.err());
    assertEquals(0, out.size());
    assertEquals(2, shell.run("build", "-o", "/dev/tty", "./build.lua").code());
  }

  @Test
  void text_may_be_written_to_a_terminal() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertEquals(0, shell.runTo(out, Path.of("/dev/tty"), "dag", "./build.lua").code());
    assertTrue(out.size() > 0);
  }

  @Test
  void a_reader_that_is_gone_is_no_error_to_speak_of() throws IOException {
    OutputStream broken =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("Broken pipe");
          }
        };
    Shell.Result result =
        shell.runTo(broken, null, "build", "--image-config", "./c.json", "./build.lua");
    assertEquals("", result.err());
    assertEquals(141, result.code());
    assertEquals(List.of("bad.lua", "build.lua"), shell.files());
  }

  @Test
  void a_full_disk_is_told() {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("No space left on device");
          }
        };
    Shell.Result result = shell.runTo(full, null, "build", "./build.lua");
    assertEquals("error: cannot write to standard output: No space left on device\n", result.err());
    assertEquals(2, result.code());
  }
}
