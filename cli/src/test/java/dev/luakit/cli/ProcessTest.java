package dev.luakit.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Luakit as a process: what only shows with real streams, signals and environments. */
class ProcessTest {
  private Shell shell;

  @BeforeEach
  void folder(@TempDir Path folder) {
    shell = new Shell(folder.resolve("work"));
    shell.write(
        "build.lua",
        """
        local t = { Title = 1, I = 2, i = 3 }
        local s = bk.image("alpine"):run("make " .. ("TITLE"):lower() .. ("title"):upper())
        for name, value in pairs(t) do
            s = s:mkfile("/" .. name, string.format("%.3f %s", value, os.date("%c", 1e9)))
        end
        bk.export(s, { labels = t, env = { MiXeD = "iİıI" } })
        """);
  }

  @Test
  void the_same_script_gives_the_same_bytes_in_any_locale_and_time_zone()
      throws IOException, InterruptedException {
    byte[] expected = shell.process(Map.of(), List.of(), "build").bytes();
    assertTrue(expected.length > 0);
    List<Shell.Result> others =
        List.of(
            shell.process(
                Map.of("LC_ALL", "tr_TR.UTF-8", "TZ", "Asia/Kathmandu"),
                List.of("-Duser.language=tr", "-Duser.country=TR"),
                "build"),
            shell.process(Map.of("LC_ALL", "C", "TZ", "America/St_Johns"), List.of(), "build"),
            shell.process(
                Map.of("LC_ALL", "C.UTF-8", "HOME", "/nowhere", "NAME", "x"),
                List.of("-Duser.language=ar", "-Dfile.encoding=ISO-8859-1"),
                "build",
                "./build.lua"));
    for (Shell.Result other : others) {
      assertEquals("", other.err());
      assertArrayEquals(expected, other.bytes());
    }
  }

  @Test
  void build_lua_is_the_script_where_none_is_named() throws IOException, InterruptedException {
    assertEquals("build.lua: ok (5 ops)\n", shell.process(Map.of(), List.of(), "validate").out());
    Files.delete(shell.path("build.lua"));
    Shell.Result result = shell.process(Map.of(), List.of(), "validate");
    assertEquals(2, result.code());
    assertEquals(
        """
        error: no script is named, and there is no build.lua here
        hint: name one: luakit build SCRIPT; or luakit init writes a build.lua to begin with
        """,
        result.err());
  }

  @Test
  void a_terminal_gets_a_refusal() throws IOException, InterruptedException {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/script")));
    // Input and errors are no terminal: standard output alone decides.
    String luakit = Shell.quoted(Shell.command(List.of(), "build")) + " 2>err </dev/null";
    List<String> script = List.of("/usr/bin/script", "-qec", luakit, "/dev/null");
    Process process = shell.start(Map.of(), script);
    process.getOutputStream().close();
    Shell.Result result = shell.finish(process, process.getInputStream().readAllBytes());
    assertEquals("", result.out());
    assertEquals(2, result.code());
    assertTrue(shell.read("err").startsWith("error: refusing to write a binary definition"));
  }

  @Test
  void a_pipe_from_a_terminal_is_no_terminal() throws IOException, InterruptedException {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/script")));
    String luakit = Shell.quoted(Shell.command(List.of(), "build")) + " | wc -c";
    List<String> script = List.of("/usr/bin/script", "-qec", luakit, "/dev/null");
    Process process = shell.start(Map.of(), script);
    process.getOutputStream().close();
    Shell.Result result = shell.finish(process, process.getInputStream().readAllBytes());
    int length = shell.process(Map.of(), List.of(), "build").bytes().length;
    assertEquals(Integer.toString(length), result.out().strip());
  }

  @Test
  void what_is_printed_to_a_terminal_can_not_take_it_over()
      throws IOException, InterruptedException {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/script")));
    shell.write("build.lua", "print('\\27[2J\\tx') bk.export(bk.scratch())");
    String luakit = Shell.quoted(Shell.command(List.of(), "build", "-o", "out.pb"));
    List<String> script = List.of("/usr/bin/script", "-qec", luakit, "/dev/null");
    Process process = shell.start(Map.of(), script);
    process.getOutputStream().close();
    Shell.Result result = shell.finish(process, process.getInputStream().readAllBytes());
    assertEquals("\\x1B[2J\tx\r\n", result.out());
    assertEquals("\033[2J\tx\n", shell.process(Map.of(), List.of(), "build").err());
  }

  @Test
  void a_reader_that_stops_reading_ends_luakit_quietly() throws IOException, InterruptedException {
    shell.write("build.lua", "bk.export(bk.scratch():mkfile('/big', ('x'):rep(2^24)))");
    Process process = shell.start(Map.of(), Shell.command(List.of(), "build"));
    process.getInputStream().close();
    Shell.Result result = shell.finish(process, new byte[0]);
    assertEquals("", result.err());
    assertEquals(141, result.code());
  }

  @Test
  void ctrl_c_ends_luakit_quietly_and_leaves_nothing() throws IOException, InterruptedException {
    shell.write("build.lua", "print('started') while true do end");
    Process process =
        shell.startInterruptible(Map.of(), Shell.command(List.of(), "build", "-o", "out.pb"));
    Path errors = shell.path("").resolveSibling("work.err");
    while (!Files.readString(errors).contains("started")) {
      assertTrue(process.isAlive());
      Thread.sleep(20);
    }
    interrupt(process);
    Shell.Result result = shell.finish(process, new byte[0]);
    assertEquals("started\n", result.err());
    assertEquals(130, result.code());
    assertEquals(List.of("build.lua"), shell.files());
  }

  @Test
  void ctrl_c_between_two_outputs_leaves_neither() throws IOException, InterruptedException {
    // The definition is staged when luakit waits for somebody to read the configuration.
    run("mkfifo", shell.path("config").toString());
    String[] args = {"build", "-o", "/dev/null", "--image-config", "out.json"};
    assertEquals(0, shell.process(Map.of(), List.of(), args).code());
    Files.delete(shell.path("out.json"));
    List<String> command =
        Shell.command(List.of(), "build", "-o", "config", "--image-config", "out.json");
    Process process = shell.startInterruptible(Map.of(), command);
    while (shell.files().size() < 3) {
      assertTrue(process.isAlive());
      Thread.sleep(20);
    }
    interrupt(process);
    Shell.Result result = shell.finish(process, new byte[0]);
    assertEquals("", result.err());
    assertEquals(130, result.code());
    assertEquals(List.of("build.lua", "config"), shell.files());
  }

  @Test
  void a_fifo_is_written_to_and_stays() throws IOException, InterruptedException {
    run("mkfifo", shell.path("fifo").toString());
    Process reader = shell.start(Map.of(), List.of("cat", "fifo"));
    Shell.Result result = shell.process(Map.of(), List.of(), "build", "-o", "fifo");
    byte[] read = shell.finish(reader, reader.getInputStream().readAllBytes()).bytes();
    assertEquals(0, result.code());
    assertArrayEquals(shell.process(Map.of(), List.of(), "build").bytes(), read);
    assertFalse(Files.isRegularFile(shell.path("fifo")));
  }

  /** With a German name; by way of a shell, as this test's own locale may be unable to write it. */
  private Shell.Result buildWithUmlaut(String locale) throws IOException, InterruptedException {
    List<String> command = Shell.command(List.of(), "build");
    String line = Shell.quoted(command) + " --build-arg \"$(printf 'N=gr\\303\\274n')\"";
    Process process = shell.start(Map.of("LC_ALL", locale), List.of("sh", "-c", line));
    return shell.finish(process, process.getInputStream().readAllBytes());
  }

  @Test
  @Tag(Binary.JVM)
  void arguments_that_the_locale_can_not_read_are_refused()
      throws IOException, InterruptedException {
    Shell.Result result = buildWithUmlaut("C");
    assertEquals(2, result.code());
    assertTrue(result.err().contains("is not text in this locale\nhint: "), result.err());
  }

  @Test
  void arguments_may_be_any_text() throws IOException, InterruptedException {
    shell.write("build.lua", "print(bk.arg('N')) bk.export(bk.scratch():mkdir('/x'))");
    Shell.Result result = buildWithUmlaut("C.UTF-8");
    assertEquals("grün\n", result.err());
    assertEquals(0, result.code());
    if (Binary.underTest() != null) { // It reads UTF-8 in each locale.
      assertEquals("grün\n", buildWithUmlaut("C").err());
    }
  }

  @Test
  @Tag(Binary.JVM)
  void the_java_heap_may_be_smaller_than_the_script_s_limit()
      throws IOException, InterruptedException {
    shell.write("build.lua", "local t = {} for i = 1, 1e9 do t[i] = ('x'):rep(1000) .. i end");
    Shell.Result result = shell.process(Map.of(), List.of("-Xmx64m"), "build");
    assertEquals(3, result.code());
    List<String> lines = result.err().lines().toList();
    String error =
        "error: build\\.lua:1: the script used more memory than the process has for it: \\d+ bytes";
    assertTrue(lines.getFirst().matches(error), result.err());
    assertEquals(
        "hint: give Java more with JDK_JAVA_OPTIONS=-Xmx2g, or the script less with --max-memory",
        lines.getLast());
  }

  private static void interrupt(Process process) throws IOException, InterruptedException {
    run("kill", "-INT", Long.toString(process.pid()));
  }

  private static void run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), out);
  }
}
