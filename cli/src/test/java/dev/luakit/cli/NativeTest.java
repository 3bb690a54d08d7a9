package dev.luakit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only the native binary does or promises. */
@Tag("native")
class NativeTest {
  private static final Path HELLO_LUA = Guide.ROOT.resolve("examples/hello/build.lua");

  /** Most bytes of the file. */
  private static final long MOST_BYTES = 45_000_000;

  /** Most memory of a small build, in KiB. */
  private static final long MOST_MEMORY = 30 << 10;

  /** How often longer than a native hello world a small build may take. */
  private static final double MOST_TIMES = 3;

  /** Starts in a row that are timed together: one alone is too short to be. */
  private static final int STARTS = 20;

  private static final int ROUNDS = 15;

  private Shell shell;

  @BeforeEach
  void folder(@TempDir Path folder) {
    shell = new Shell(folder.resolve("work"));
    shell.write("build.lua", "bk.export(bk.scratch())");
  }

  @Test
  void in_a_folder_that_is_gone_it_says_so() throws IOException, InterruptedException {
    String luakit = Shell.quoted(Shell.command(List.of(), "build", "build.lua"));
    String line = "mkdir gone && cd gone && rmdir ../gone && exec " + luakit;
    Process process = shell.start(Map.of(), List.of("sh", "-c", line));
    Shell.Result result = shell.finish(process, process.getInputStream().readAllBytes());
    assertEquals("error: the current folder is gone\nhint: change to another one\n", result.err());
    assertEquals(2, result.code());
  }

  @Test
  void a_small_build_takes_hardly_longer_than_to_say_hello()
      throws IOException, InterruptedException {
    List<String> hello = List.of(System.getProperty("luakit.hello"));
    List<String> luakit = Shell.command(List.of(), "build", HELLO_LUA.toString());
    times(hello);
    times(luakit);
    long[] shortest = new long[ROUNDS];
    long[] build = new long[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      shortest[round] = times(hello);
      build[round] = times(luakit);
    }
    double ratio = (double) median(build) / median(shortest);
    System.out.printf(
        "native: hello world %.2f ms, luakit build %.2f ms, %.2f times%n",
        median(shortest) / 1e6 / STARTS, median(build) / 1e6 / STARTS, ratio);
    assertTrue(ratio <= MOST_TIMES, ratio + " times");
  }

  private static long median(long[] times) {
    long[] sorted = times.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  /** How long it takes to start a command again and again, in nanoseconds. */
  private long times(List<String> command) throws IOException, InterruptedException {
    String loop =
        "i=0; while [ $i -lt "
            + STARTS
            + " ]; do "
            + Shell.quoted(command)
            + ">/dev/null || exit; i=$((i + 1)); done";
    long start = System.nanoTime();
    Process process = shell.start(Map.of(), List.of("sh", "-c", loop));
    assertEquals(0, process.waitFor());
    return System.nanoTime() - start;
  }

  @Test
  void a_small_build_needs_little_memory() throws IOException, InterruptedException {
    long peak = PeakMemory.ofBuild(shell, Map.of(), Shell.command(List.of()), HELLO_LUA);
    System.out.printf("native: luakit build needs %d KiB%n", peak);
    assertTrue(peak <= MOST_MEMORY, peak + " KiB");
  }

  @Test
  void the_file_is_not_large() throws IOException {
    long size = Files.size(Binary.underTest().file());
    System.out.printf("native: %d bytes%n", size);
    assertTrue(size <= MOST_BYTES, size + " bytes");
  }

  @Test
  void it_is_linked_with_nothing_of_the_system() throws IOException {
    assertEquals(List.of(), sectionsOfType(3), "an interpreter loads libraries");
    assertTrue(!sectionsOfType(1).isEmpty());
  }

  /** The offsets of the segments of a type (1: loaded into memory; 3: the interpreter's name). */
  private static List<Long> sectionsOfType(int type) throws IOException {
    List<Long> found = new ArrayList<>();
    try (FileChannel file = FileChannel.open(Binary.underTest().file())) {
      ByteBuffer head = read(file, 0, 64);
      long table = head.getLong(32);
      int size = head.getShort(54);
      for (int i = 0; i < head.getShort(56); i++) {
        ByteBuffer segment = read(file, table + (long) i * size, size);
        if (segment.getInt(0) == type) {
          found.add(segment.getLong(8));
        }
      }
    }
    return found;
  }

  private static ByteBuffer read(FileChannel file, long position, int count) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
    file.read(bytes, position);
    return bytes;
  }

  @Test
  void no_argument_is_an_option_of_the_binary_s_own() {
    shell.write("args.lua", "print(...)");
    Shell.Result result = shell.run("eval", "./args.lua", "-Xmx1m", "-XX:Help", "-Dx=y", "-R:x");
    assertEquals("-Xmx1m\t-XX:Help\t-Dx=y\t-R:x\n", result.out());
    assertEquals(2, shell.run("build", "-Xmx1m", "./build.lua").code());
  }

  @Test
  void a_script_that_outgrows_all_memory_ends_as_at_a_limit() {
    shell.write("build.lua", "local t = {} for i = 1, 1e9 do t[i] = ('x'):rep(1e6) .. i end");
    Shell.Result result =
        shell.run("build", "--max-memory=1000g", "--timeout=5m", "-o", "./x.pb", "./build.lua");
    assertEquals(3, result.code());
    String error =
        "error: ./build.lua:1: the script used more memory than the process has for it: ";
    assertTrue(result.err().startsWith(error), result.err());
    assertTrue(result.err().endsWith("hint: give the script less with --max-memory\n"));
  }

  @Test
  void a_hundred_thousand_operations_are_not_too_many() throws IOException {
    shell.write(
        "build.lua",
        """
        local s = bk.scratch()
        for i = 1, 1e5 do s = s:mkfile("/" .. i, tostring(i)) end
        bk.export(s)
        """);
    Shell.Result result = shell.run("build", "-o", "./out.pb", "./build.lua");
    assertEquals("", result.err());
    assertEquals(0, result.code());
  }

  @Test
  void the_default_limit_of_memory_is_reached_before_there_is_none_left() {
    shell.write("build.lua", "local t = {} for i = 1, 1e9 do t[i] = { i } end");
    Shell.Result result = shell.run("validate", "--timeout=5m", "./build.lua");
    assertEquals(3, result.code());
    assertTrue(
        result.err().startsWith("error: ./build.lua:1: the script used more than 1073741824 bytes"),
        result.err());
  }
}
