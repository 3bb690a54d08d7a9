package dev.luakit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way from the start of the launcher to the last byte of a small build is short. */
@Tag(Binary.JVM)
class StartTest {
  private static final Path HELLO_LUA = Guide.ROOT.resolve("examples/hello/build.lua");

  /** How often longer than an empty program a small build may take. */
  private static final double MOST_TIMES = 2.5;

  /** Most memory of a small build, in KiB. */
  private static final long MOST_MEMORY = 50 << 10;

  /** Least and most rounds, of which the quickest start counts: noise only ever adds. */
  private static final int ROUNDS = 40;

  private static final int MOST_ROUNDS = 200;

  /** Beginnings of the names of classes that a build has no need for. */
  private static final List<String> NEEDLESS =
      List.of(
          "picocli.",
          "com.google.",
          "dev.luakit.proto.",
          "dev.luakit.cli.registry.",
          "dev.luakit.cli.dag.",
          "dev.luakit.llb.testing.",
          "land.oras.",
          "tools.jackson.",
          "org.eclipse.",
          "io.grpc.",
          "sun.security.provider.",
          "com.sun.crypto.",
          "java.util.logging.",
          "java.net.http.");

  @TempDir private static Path folder;
  private static LoggingJdk jdk;
  private static Shell shell;
  private static Path launcher;
  private static Map<String, String> variables;

  @BeforeAll
  static void makeTheCache() throws IOException, InterruptedException {
    jdk = LoggingJdk.in(folder.resolve("jdk"));
    shell = new Shell(Files.createDirectory(folder.resolve("work")));
    launcher = Installation.in(folder.resolve("luakit")).launcher();
    variables = Map.of("JAVA_HOME", System.getProperty("java.home"), "LUAKIT_START_CACHE", "");
    finish(start(Map.of("LUAKIT_START_CACHE", "now")));
  }

  /** Starts a small build, with more in its environment. */
  private static Process start(Map<String, String> more) throws IOException {
    Map<String, String> environment = new HashMap<>(variables);
    environment.putAll(more);
    return shell.start(environment, List.of(launcher.toString(), "build", HELLO_LUA.toString()));
  }

  private static List<String> finish(Process process) throws IOException, InterruptedException {
    byte[] out = process.getInputStream().readAllBytes();
    assertEquals(0, process.waitFor());
    return new String(out, StandardCharsets.ISO_8859_1).lines().toList();
  }

  @Test
  void a_build_loads_no_class_that_it_can_do_without() throws IOException, InterruptedException {
    Path log = folder.resolve("loaded");
    String home = jdk.root().toString();
    finish(start(Map.of("JAVA_HOME", home, "LUAKIT_START_CACHE", "now")));
    finish(start(Map.of("JAVA_HOME", home, LoggingJdk.LOADED, log.toString())));
    List<String> loaded;
    try (Stream<String> lines = Files.lines(log)) {
      loaded = lines.map(line -> line.replaceAll("^.*] (\\S+) source: .*", "$1")).toList();
    }
    assertTrue(loaded.contains("dev.luakit.llb.graph.Definition"), "the log is another");
    assertEquals(
        List.of(),
        loaded.stream().filter(name -> NEEDLESS.stream().anyMatch(name::startsWith)).toList());
    assertEquals(
        List.of(),
        loaded.stream().filter(name -> name.matches("dev\\.luakit\\..*\\$\\$Lambda.*")).toList());
  }

  @Test
  void a_build_takes_hardly_longer_than_an_empty_program()
      throws IOException, InterruptedException {
    List<String> empty = emptyProgram();
    long shortest = Long.MAX_VALUE;
    long build = Long.MAX_VALUE;
    double ratio = Double.MAX_VALUE;
    for (int round = 0; round < ROUNDS || round < MOST_ROUNDS && ratio > MOST_TIMES; round++) {
      long begun = System.nanoTime();
      finish(shell.start(Map.of(), empty));
      long between = System.nanoTime();
      finish(start(Map.of()));
      shortest = Math.min(shortest, between - begun);
      build = Math.min(build, System.nanoTime() - between);
      ratio = (double) build / shortest;
    }
    System.out.printf(
        "start: an empty program %.1f ms, luakit build %.1f ms, %.2f times%n",
        shortest / 1e6, build / 1e6, ratio);
    assertTrue(ratio <= MOST_TIMES, ratio + " times");
  }

  /** A program that does nothing, started with the options that the launcher gives to Java. */
  private static List<String> emptyProgram() throws IOException, InterruptedException {
    Path teller = folder.resolve("teller");
    Path java = Files.createDirectories(teller.resolve("bin")).resolve("java");
    Files.writeString(java, "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");
    assertTrue(java.toFile().setExecutable(true));
    Files.copy(jdk.root().resolve("release"), teller.resolve("release"));
    List<String> told =
        finish(start(Map.of("JAVA_HOME", teller.toString(), "LUAKIT_START_CACHE", "off")));
    List<String> empty = new ArrayList<>();
    empty.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    empty.addAll(told.subList(0, told.indexOf("-cp")));
    empty.addAll(List.of("-cp", Path.of("target", "test-classes").toAbsolutePath().toString()));
    empty.add(EmptyProgram.class.getName());
    return empty;
  }

  @Test
  void a_build_needs_little_memory() throws IOException, InterruptedException {
    long peak = PeakMemory.ofBuild(shell, variables, List.of(launcher.toString()), HELLO_LUA);
    System.out.printf("start: luakit build needs %d KiB%n", peak);
    assertTrue(peak <= MOST_MEMORY, peak + " KiB");
  }
}
