package dev.luakit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the kernel is asked for while a hostile script is built: no file but the script, its modules
 * and luakit's own, nothing executed, nothing sent.
 */
@Tag(Binary.JVM)
class NothingElseHappensTest {
  /** Tries whatever could reach out; each attempt is caught, so that the next one is made. */
  private static final String HOSTILE =
      """
      local function try(f, ...) if f then return pcall(f, ...) end end
      local good = require("good")
      for _, attempt in ipairs({
        "return io.open('/etc/hostname')", "return io.popen('touch evil')", "return io.lines('/etc/hosts')",
        "return io.tmpfile()", "return io.output('evil'):write('x')",
        "return os.execute('touch evil')", "return os.remove('victim')", "return os.rename('victim', 'evil')",
        "return os.tmpname()", "return os.exit(7)", "return os.getenv('HOME')", "return os.time()",
        "return dofile('/etc/hostname')", "return loadfile('/etc/hostname')",
        "return package.loadlib('/lib/x86_64-linux-gnu/libc.so.6', 'system')",
        "return debug.getregistry()", "return string.dump(print)", "return newproxy(true)",
        "return require('/etc/hostname')", "return require('../outside')", "return require('a/../../outside')",
        "return require('link')", "return require('linked.hostname')", "return require('pipe')",
        "return require('folder')", "return require('java.lang.Runtime')", "return require('luajava')",
        "return module('evil', package.seeall)",
        "return load(function() return nil end)", "return loadstring('\\27Lua')",
      }) do
        try(loadstring(attempt))
      end
      for _, path in ipairs({ "/etc/?", "../?", "/proc/self/?", "?/../../?", "/dev/?", "/?", "./../?.lua" }) do
        package.path, package.cpath = path, path
        for _, name in ipairs({ "hostname", "environ", "tcp", "urandom", "outside", "etc.hostname" }) do
          try(require, name)
        end
      end
      if bk then
        try(bk.local_, "/etc") try(bk.http, "http://127.0.0.1:9/x") try(bk.git, "ext::sh -c touch% evil")
        try(bk.image, "127.0.0.1:9/x") try(bk.oci_layout, "/etc")
        bk.export(bk.image("127.0.0.1:9/alpine"):run("touch evil"):mkfile("/../../evil", "x"):mkfile("/x", good))
      end
      """;

  private Shell shell;
  private Installation luakit;

  @BeforeEach
  void install(@TempDir Path folder) throws IOException, InterruptedException {
    Path real = folder.toRealPath();
    shell = new Shell(Files.createDirectory(real.resolve("work")));
    luakit = Installation.in(real.resolve("luakit"));
    Files.writeString(real.resolve("outside.lua"), "return 'outside'");
    shell.write("hostile.lua", HOSTILE);
    shell.write("harmless.lua", "bk.export(bk.image('alpine'):mkfile('/x', require('good')))");
    shell.write("good.lua", "return 'good'");
    shell.write("victim", "");
    shell.write("folder.lua/x", "");
    Files.createSymbolicLink(shell.path("link.lua"), Path.of("/etc/hostname"));
    Files.createSymbolicLink(shell.path("linked"), Path.of("/etc"));
    Process fifo = new ProcessBuilder("mkfifo", shell.path("pipe.lua").toString()).start();
    assertEquals(0, fifo.waitFor());
  }

  private List<SystemCall> trace(String... arguments) throws IOException, InterruptedException {
    Path trace = shell.path("").resolveSibling("trace");
    List<String> command = new ArrayList<>(List.of("strace", "-f", "-y", "-qq", "-s", "4096"));
    command.addAll(List.of("-e", "trace=%file,%network,%process", "-o", trace.toString()));
    command.add(luakit.launcher().toString());
    command.addAll(List.of(arguments));
    Process process = shell.start(Map.of("JAVA_HOME", System.getProperty("java.home")), command);
    Shell.Result result = shell.finish(process, process.getInputStream().readAllBytes());
    assertEquals("", result.err());
    assertEquals(0, result.code());
    return SystemCall.of(Files.readAllLines(trace));
  }

  /** In a container that forbids it, a test that looks at the process's files is what there is. */
  private static boolean isTracingAllowed() throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder("strace", "-f", "-o", "/dev/null", "true")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (process.waitFor() == 0) {
        return true;
      }
      System.out.println("strace may not trace here: system calls are not looked at");
      return false;
    } catch (IOException e) {
      assertTrue(System.getenv("CI") == null, "strace is not installed");
      System.out.println("strace is not installed: system calls are not looked at");
      return false;
    }
  }

  private TreeSet<Path> opened(List<SystemCall> calls) {
    TreeSet<Path> files = new TreeSet<>();
    for (SystemCall call : calls) {
      if (call.opens() && !call.failed()) {
        Path path = call.path(shell.path(""));
        // Of its own process, Java reads things under the process's number.
        files.add(Path.of(path.toString().replaceFirst("^/proc/(\\d+|self)", "/proc/self")));
      }
    }
    return files;
  }

  @Test
  void a_hostile_script_opens_what_a_harmless_one_does() throws IOException, InterruptedException {
    assumeTrue(isTracingAllowed());
    List<SystemCall> harmless =
        trace("build", "--resolve=never", "-o", "harmless.pb", "harmless.lua");
    List<SystemCall> hostile = trace("build", "--resolve=never", "-o", "hostile.pb", "hostile.lua");
    TreeSet<Path> opened = opened(hostile);
    assertTrue(opened.contains(shell.path("hostile.lua")), opened.toString());
    assertTrue(opened.contains(shell.path("good.lua")), opened.toString());
    opened.removeAll(opened(harmless));
    opened.removeIf(file -> file.startsWith(luakit.root()));
    opened.removeIf(file -> file.startsWith(Path.of(System.getProperty("java.home"))));
    opened.removeIf(file -> isOutput(file));
    assertEquals(new TreeSet<>(List.of(shell.path("hostile.lua"))), opened);
  }

  @Test
  void a_hostile_script_executes_and_sends_nothing_and_writes_no_file_but_the_output()
      throws IOException, InterruptedException {
    assumeTrue(isTracingAllowed());
    int executed = 0;
    for (SystemCall call : trace("build", "--resolve=never", "-o", "hostile.pb", "hostile.lua")) {
      assertTrue(!call.communicates() || isAskedForTheUser(call), call.toString());
      if (call.name().startsWith("exec") && !call.failed()) {
        executed++;
      }
      if (call.writes() && !call.failed()) {
        Path path = call.path(shell.path(""));
        boolean own = path.equals(Path.of("/dev/null")) || path.startsWith("/proc/self");
        assertTrue(own || isOutput(path), call.toString());
      }
    }
    assertEquals(2, executed, "the launcher and Java");
    assertEquals(
        List.of(
            "folder.lua",
            "good.lua",
            "harmless.lua",
            "hostile.lua",
            "hostile.pb",
            "link.lua",
            "linked",
            "pipe.lua",
            "victim"),
        shell.files());
  }

  /** Java wants to know the user's name, and the C library asks a daemon of the machine first. */
  private static boolean isAskedForTheUser(SystemCall call) {
    return call.name().equals("connect") && call.arguments().contains("/nscd/socket\"");
  }

  /** The output, or what becomes the output when it is whole. */
  private boolean isOutput(Path file) {
    String name = file.getFileName().toString();
    return shell.path("build.lua").getParent().equals(file.getParent())
        && (name.endsWith(".pb") || name.startsWith(".luakit-") && name.endsWith(".tmp"));
  }

  /** Needs no leave to trace: what a process has open, and its children, anybody may see. */
  @Test
  void a_process_that_runs_a_hostile_script_has_no_socket_no_child_and_no_other_file()
      throws IOException, InterruptedException {
    Path proc = Path.of("/proc/self/fd");
    assumeTrue(Files.isDirectory(proc), "there is no /proc here");
    shell.write("hostile.lua", HOSTILE + "print('done') while true do end");
    List<String> command =
        Shell.command(
            List.of(), "validate", "--timeout=60s", "--max-instructions=1000g", "hostile.lua");
    Process process = shell.start(Map.of(), command);
    Path errors = shell.path("").resolveSibling("work.err");
    try {
      while (!Files.readString(errors).equals("done\n")) {
        assertTrue(process.isAlive(), Files.readString(errors));
        Thread.sleep(20);
      }
      assertEquals(0, process.descendants().count());
      Path descriptors = Path.of("/proc", Long.toString(process.pid()), "fd");
      try (Stream<Path> open = Files.list(descriptors)) {
        for (Path descriptor : open.toList()) {
          String target = Files.readSymbolicLink(descriptor).toString();
          boolean expected =
              target.matches("(pipe|anon_inode):.*|/dev/(null|u?random)|/proc/.*|/sys/.*")
                  || target.endsWith(".jar")
                  || target.startsWith(System.getProperty("java.home"))
                  || target.endsWith("/work.err");
          assertTrue(expected, target);
        }
      }
    } finally {
      process.destroy();
      assertTrue(process.waitFor(30, TimeUnit.SECONDS));
    }
  }
}
