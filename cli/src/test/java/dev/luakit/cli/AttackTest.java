package dev.luakit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever a script is, luakit ends by itself with one error, in a JVM with a heap of 128 MiB or as
 * a native binary. The attacks are in the folder {@code attacks} of the resources, in a file for
 * each kind.
 */
class AttackTest {
  private static final List<String> GROUPS =
      List.of(
          "endless loops",
          "memory",
          "stack",
          "parser",
          "patterns",
          "arithmetic and conversions",
          "escapes",
          "the graph",
          "output",
          "long calls");

  /** Nothing of Java, and of how luakit is made, may be seen. */
  private static final Pattern TRACE =
      Pattern.compile("java|Exception|OutOfMemory|StackOverflowError|internal error|\\tat ");

  /** An attack's limit of time is 10 s; what ends at another limit must be much faster. */
  private static final long MOST_MILLIS = 13_000;

  @TempDir private Path folder;

  @TestFactory
  Stream<DynamicNode> luakit_withstands() throws IOException, InterruptedException {
    List<DynamicNode> groups = new ArrayList<>();
    int first = 0;
    for (String group : GROUPS) {
      List<Attack> attacks = Attack.of(group);
      int start = first;
      for (int i = 0; i < attacks.size(); i++) {
        prepare(first + i, attacks.get(i));
      }
      String log =
          Binary.underTest() == null
              ? run(start, attacks.size())
              : runBinary(start, attacks.size());
      List<DynamicNode> tests = new ArrayList<>();
      for (int i = 0; i < attacks.size(); i++) {
        int n = first + i;
        Attack attack = attacks.get(i);
        tests.add(DynamicTest.dynamicTest(attack.name(), () -> check(n, attack, log)));
      }
      first += attacks.size();
      groups.add(DynamicContainer.dynamicContainer(group, tests));
    }
    return groups.stream();
  }

  private void prepare(int n, Attack attack) throws IOException {
    Path script = Files.createDirectory(folder.resolve("of " + n)).resolve("script.lua");
    Files.writeString(script, attack.script(), StandardCharsets.UTF_8);
    List<String> args = new ArrayList<>(attack.arguments());
    args.add(script.toString());
    Files.write(folder.resolve(n + ".args"), args);
  }

  /** Runs some attacks in a process of their own; returns what that says besides. */
  private String run(int first, int count) throws IOException, InterruptedException {
    File log = folder.resolve(first + ".log").toFile();
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx128m",
            "-Xss16m",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            AttackedProcess.class.getName(),
            folder.toString(),
            Integer.toString(first),
            Integer.toString(count));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    builder.environment().remove("JDK_JAVA_OPTIONS");
    Process process = builder.redirectOutput(log).start();
    if (!process.waitFor(10L * count + 60, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
    return Files.readString(log.toPath());
  }

  /**
   * The same with a process of the binary for each, which has nothing to say besides. Each has one
   * thread that works, so that two at a time disturb each other little.
   */
  private String runBinary(int first, int count) throws InterruptedException {
    try (ExecutorService two = Executors.newFixedThreadPool(2)) {
      List<Callable<Void>> attacks = new ArrayList<>();
      for (int n = first; n < first + count; n++) {
        int attack = n;
        attacks.add(() -> runBinary(attack));
      }
      for (Future<Void> ended : two.invokeAll(attacks)) {
        ended.get();
      }
    } catch (ExecutionException e) {
      throw new AssertionError(e);
    }
    return "";
  }

  private Void runBinary(int n) throws IOException, InterruptedException {
    List<String> args = Files.readAllLines(folder.resolve(n + ".args"));
    File errors = folder.resolve(n + ".err").toFile();
    long start = System.nanoTime();
    Process process = Binary.underTest().start(Map.of(), errors, args);
    process.getOutputStream().close();
    try (InputStream out = process.getInputStream()) {
      Files.write(folder.resolve(n + ".out"), out.readNBytes(AttackedProcess.MOST_OUTPUT));
      out.transferTo(OutputStream.nullOutputStream());
    }
    int code = process.waitFor();
    long millis = (System.nanoTime() - start) / 1_000_000;
    Files.writeString(folder.resolve(n + ".end"), code + " " + millis);
    return null;
  }

  private void check(int n, Attack attack, String log) throws IOException {
    assertEquals("", log);
    Path end = folder.resolve(n + ".end");
    assertTrue(Files.exists(end), "the process has not ended by itself");
    String[] codeAndMillis = Files.readString(end).split(" ");
    String err = Files.readString(folder.resolve(n + ".err"));
    assertEquals(Integer.toString(attack.code()), codeAndMillis[0], err);
    if (attack.code() == 0) {
      assertEquals("", err);
      String out = Files.readString(folder.resolve(n + ".out"), StandardCharsets.ISO_8859_1);
      assertTrue(out.matches("(?s)" + attack.expected() + "\n?"), out);
    } else {
      checkError(attack, err);
    }
    assertTrue(Long.parseLong(codeAndMillis[1]) < MOST_MILLIS, codeAndMillis[1] + " ms");
    try (Stream<Path> files = Files.list(folder.resolve("of " + n))) {
      assertEquals(1, files.count(), "a file was written");
    }
  }

  private static void checkError(Attack attack, String err) {
    List<String> lines = err.lines().toList();
    assertTrue(lines.getFirst().startsWith("error: "), err);
    assertEquals(1, lines.stream().filter(line -> line.startsWith("error: ")).count(), err);
    boolean asExpected = Pattern.compile(attack.expected()).matcher(lines.getFirst()).find();
    assertTrue(asExpected || attack.code() == 3 && isLate(lines.getFirst()), err);
    assertFalse(TRACE.matcher(err).find(), err);
    if (attack.code() == 3) {
      assertTrue(lines.getLast().startsWith("hint: "), err);
    }
    assertTrue(err.length() < 10_000, "an error of " + err.length() + " characters");
    assertTrue(err.chars().allMatch(c -> c == '\n' || Visible.isPlain(c)), err);
  }

  /** The binary only interprets, and so may be out of time before it comes to another limit. */
  private static boolean isLate(String error) {
    return Binary.underTest() != null && error.contains(": the script ran for more than ");
  }
}
