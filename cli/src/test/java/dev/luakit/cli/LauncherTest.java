package dev.luakit.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code luakit}, which starts Java. */
@Tag(Binary.JVM)
class LauncherTest {
  private static final Path LAUNCHER = Path.of("..", "luakit").toAbsolutePath().normalize();

  private Shell shell;
  private Path root;

  /** Lays out what a build leaves: the launcher, and a jar that names the classes under test. */
  @BeforeEach
  void install(@TempDir Path folder) throws IOException {
    shell = new Shell(Files.createDirectory(folder.resolve("work")));
    root = folder.resolve("a root");
    Path jar = root.resolve("cli/target/app/lib/luakit-cli.jar");
    Files.createDirectories(jar.getParent());
    Files.copy(LAUNCHER, root.resolve("luakit"));
    List<String> classes = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      classes.add(Path.of(entry).toUri().toString());
    }
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, String.join(" ", classes));
    new JarOutputStream(Files.newOutputStream(jar), manifest).close();
  }

  private Process start(String javaHome, String... args) throws IOException {
    return start(Map.of("JAVA_HOME", javaHome), args);
  }

  private Process start(Map<String, String> variables, String... args) throws IOException {
    List<String> command = new ArrayList<>(List.of(root.resolve("luakit").toString()));
    command.addAll(List.of(args));
    return shell.start(variables, command);
  }

  private Shell.Result run(String... args) throws IOException, InterruptedException {
    Process process = start(System.getProperty("java.home"), args);
    return shell.finish(process, process.getInputStream().readAllBytes());
  }

  @Test
  void eval_runs_a_script() throws IOException, InterruptedException {
    shell.write("a.lua", "print(arg[0], ...) print(require('m'))");
    shell.write("m.lua", "return 'module'");
    Shell.Result result = run("eval", "a.lua", "-x", "a b", "-e", "");
    assertEquals("", result.err());
    assertEquals("a.lua\t-x\ta b\t-e\t\nmodule\n", result.out());
    assertEquals(0, result.code());
  }

  @Test
  void a_released_launcher_is_in_a_folder_beside_its_jars()
      throws IOException, InterruptedException {
    Path release = shell.path("a release");
    Files.createDirectories(release.resolve("bin"));
    Files.copy(LAUNCHER, release.resolve("bin/luakit"));
    Files.move(root.resolve("cli/target/app/lib"), release.resolve("lib"));
    Files.createSymbolicLink(shell.path("link"), Path.of("a release", "bin", "luakit"));
    for (String command :
        List.of("a release/bin/luakit", "./link", "cd 'a release/bin' && ./luakit")) {
      String quoted = command.startsWith("cd") ? command : Shell.quoted(List.of(command));
      Map<String, String> environment = Map.of("JAVA_HOME", System.getProperty("java.home"));
      Process process = shell.start(environment, List.of("sh", "-c", quoted + " version"));
      Shell.Result result = shell.finish(process, process.getInputStream().readAllBytes());
      assertEquals("", result.err(), command);
      assertEquals("luakit " + VersionRequest.VERSION + "\n", result.out(), command);
    }
  }

  @Test
  void in_a_folder_that_is_gone_it_says_so() throws IOException, InterruptedException {
    String luakit = Shell.quoted(List.of(root.resolve("luakit").toString()));
    String line = "mkdir gone && cd gone && rmdir ../gone && exec " + luakit + "version";
    Map<String, String> environment = Map.of("JAVA_HOME", System.getProperty("java.home"));
    Process process = shell.start(environment, List.of("sh", "-c", line));
    Shell.Result result = shell.finish(process, process.getInputStream().readAllBytes());
    assertEquals("", result.out());
    assertEquals( // The shell may have something to say too.
        "luakit: the current folder is gone: change to another one",
        result.err().lines().toList().getLast());
    assertEquals(2, result.code());
  }

  @Test
  void eval_prints_every_byte_as_it_is() throws IOException, InterruptedException {
    byte[] expected = new byte[257];
    for (int i = 0; i < 256; i++) {
      expected[i] = (byte) i;
    }
    expected[256] = '\n';
    String code = "local s = '' for i = 0, 255 do s = s .. string.char(i) end print(s)";
    assertArrayEquals(expected, run("eval", "-e", code).bytes());
  }

  @Test
  void eval_reads_standard_input() throws IOException, InterruptedException {
    Process process = start(System.getProperty("java.home"), "eval", "-", "x");
    try (OutputStream in = process.getOutputStream()) {
      in.write("#!x\nprint('in', ...) error('out')".getBytes(StandardCharsets.US_ASCII));
    }
    Shell.Result result = shell.finish(process, process.getInputStream().readAllBytes());
    assertEquals("in\tx\n", result.out());
    assertEquals("error: stdin:2: out", result.err().lines().findFirst().get());
    assertEquals(1, result.code());
  }

  @Test
  void eval_tells_of_an_error_behind_what_was_printed() throws IOException, InterruptedException {
    String luakit = Shell.quoted(List.of(root.resolve("luakit").toString()));
    String line = luakit + "eval --stats -e \"print('printed') error('told')\" 2>&1";
    Map<String, String> environment = Map.of("JAVA_HOME", System.getProperty("java.home"));
    Process process = shell.start(environment, List.of("sh", "-c", line));
    String out = shell.finish(process, process.getInputStream().readAllBytes()).out();
    assertTrue(
        out.matches("(?s)printed\nstats: [^\n]*\nerror: \\(command line\\):1: told\n.*"), out);
  }

  @Test
  void ctrl_c_ends_eval_quietly() throws IOException, InterruptedException {
    String code = "for i = 1, 1e4 do print('started') end while true do end";
    Process process =
        shell.startInterruptible(
            Map.of("JAVA_HOME", System.getProperty("java.home")),
            List.of(root.resolve("luakit").toString(), "eval", "-e", code));
    process.getInputStream().read();
    shell.finish(shell.start(Map.of(), List.of("kill", "-INT", "" + process.pid())), new byte[0]);
    Shell.Result result = shell.finish(process, process.getInputStream().readAllBytes());
    assertEquals("", result.err());
    assertEquals(130, result.code());
  }

  @Test
  void eval_ends_quietly_when_its_reader_does() throws IOException, InterruptedException {
    Process process =
        start(System.getProperty("java.home"), "eval", "-e", "while true do print('x') end");
    process.getInputStream().read();
    process.getInputStream().close();
    Shell.Result result = shell.finish(process, new byte[0]);
    assertEquals("", result.err());
    assertEquals(141, result.code());
  }

  @Test
  void eval_has_the_limits_and_exit_codes_of_a_build() throws IOException, InterruptedException {
    Shell.Result result = run("eval", "--timeout", "2s", "-e", "print(1) while true do end");
    assertEquals("1\n", result.out());
    assertEquals(3, result.code());
    assertEquals(2, run("eval").code());
  }

  @Test
  void eval_says_the_same_of_itself_in_two_runs() throws IOException, InterruptedException {
    String[] args = {"eval", "--stats", "-e", "for i = 1, 1e5 do local t = { tostring(i) } end"};
    String stats = run(args).err();
    assertTrue(stats.startsWith("stats: instructions="), stats);
    assertEquals(stats, run(args).err());
  }

  @Test
  void java_is_not_to_warn_of_how_the_frontend_reads_messages()
      throws IOException, InterruptedException {
    String allowed = "--sun-misc-unsafe-memory-access=allow";
    String java = fakeJava();
    assertTrue(flags(java, "gateway").contains(allowed));
    assertFalse(flags(java, "build", "gateway").contains(allowed));
  }

  @Test
  void only_eval_gets_both_compilers() throws IOException, InterruptedException {
    String java = fakeJava();
    assertTrue(flags(java, "build", "eval").contains("-XX:TieredStopAtLevel=1"));
    assertTrue(flags(java, "--help").contains("-XX:TieredStopAtLevel=1"));
    assertTrue(flags(java).contains("-XX:TieredStopAtLevel=1"));
    List<String> eval = flags(java, "eval", "build");
    assertFalse(eval.contains("-XX:TieredStopAtLevel=1"));
    assertTrue(eval.contains("-Xmn64m"));
  }

  @Test
  void no_cache_is_tried_to_make_where_none_can_be() throws IOException, InterruptedException {
    Files.createFile(root.resolve("cli/target/app/cache"));
    Path log = shell.path("makers");
    shell.write("jdk/release", "JAVA_VERSION=\"25.0.1\"\n");
    shell.write(
        "jdk/bin/java",
        "#!/bin/sh\ncase $* in *StartCacheMaker*) echo \"$*\" >>'" + log + "' ;; esac\n");
    assertTrue(shell.path("jdk/bin/java").toFile().setExecutable(true));
    shell.write("file", "");
    Map<String, String> variables = new HashMap<>();
    variables.put("JAVA_HOME", shell.path("jdk").toString());
    variables.put("LUAKIT_START_CACHE", "");
    for (String caches : List.of("file/x", "folder")) {
      variables.put("LUAKIT_CACHE", shell.path(caches).toString());
      shell.finish(start(variables, "version"), new byte[0]);
    }
    // The one behind the second start comes last.
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!Files.exists(log) || !Files.readString(log).contains("/folder/start/")) {
      assertTrue(System.nanoTime() < end, "no cache was made");
      Thread.sleep(100);
    }
    assertEquals(1, Files.readString(log).lines().count(), Files.readString(log));
  }

  @Test
  void what_the_user_tells_java_about_its_heap_counts() throws IOException, InterruptedException {
    String home = System.getProperty("java.home");
    for (String option :
        List.of("-Xmx64m", "-Xmx2g", "-XX:+UseParallelGC", "-XX:MaxRAMPercentage=1")) {
      Map<String, String> variables = Map.of("JAVA_HOME", home, "JDK_JAVA_OPTIONS", option);
      Process process = start(variables, "eval", "-e", "print(1)");
      Shell.Result result = shell.finish(process, process.getInputStream().readAllBytes());
      assertEquals("1\n", result.out(), option + ": " + result.err());
    }
  }

  /** A folder like a JDK's whose {@code java} tells its arguments. */
  private String fakeJava() throws IOException {
    shell.write("jdk/release", "JAVA_VERSION=\"25.0.1\"\n");
    shell.write("jdk/bin/java", "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");
    assertTrue(shell.path("jdk/bin/java").toFile().setExecutable(true));
    return shell.path("jdk").toString();
  }

  /** The options that Java gets. */
  private List<String> flags(String java, String... args) throws IOException, InterruptedException {
    Process process = start(java, args);
    Shell.Result result = shell.finish(process, process.getInputStream().readAllBytes());
    List<String> words = result.out().lines().toList();
    int main = words.indexOf("dev.luakit.cli.Main");
    assertEquals(List.of(args), words.subList(main + 1, words.size()));
    assertTrue(words.contains("-XX:+UseSerialGC"));
    return words.subList(0, main);
  }
}
