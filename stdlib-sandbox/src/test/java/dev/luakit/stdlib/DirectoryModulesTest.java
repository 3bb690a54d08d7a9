package dev.luakit.stdlib;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.luakit.vm.LimitExceeded;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A directory of modules is read, and nothing outside of it. */
class DirectoryModulesTest {
  private static final int MOST = 1000;
  private static final int MILLIS = 10_000;

  @TempDir Path temporary;
  private Path directory;
  private ModuleLoader modules;

  @BeforeEach
  void makeDirectory() throws IOException {
    directory = Files.createDirectories(temporary.resolve("project"));
    Files.createDirectories(directory.resolve("libs/deep"));
    Files.writeString(directory.resolve("a.lua"), "return 'a'");
    Files.writeString(directory.resolve("libs/deep/b.lua"), "return 'b'");
    Files.writeString(temporary.resolve("outside.lua"), "return 'outside'");
    modules = new DirectoryModules(directory, MOST, MILLIS);
  }

  private String read(String path) throws IOException {
    byte[] bytes = modules.read(path);
    return bytes == null ? null : new String(bytes, UTF_8);
  }

  private void link(String name, Path target) throws IOException {
    Files.createSymbolicLink(directory.resolve(name), target);
  }

  private String refusal(String path) {
    return assertThrows(IOException.class, () -> modules.read(path)).getMessage();
  }

  @Test
  void readsFilesBelowIt() throws IOException {
    assertEquals("return 'a'", read("a.lua"));
    assertEquals("return 'b'", read("libs/deep/b.lua"));
  }

  @Test
  void missingFilesAndDirectoriesAreNotThere() throws IOException {
    assertNull(read("missing.lua"));
    assertNull(read("missing/a.lua"));
    assertNull(read("libs"));
    assertNull(read("a.lua/b.lua"));
    Files.createDirectory(directory.resolve("folder.lua"));
    assertNull(read("folder.lua"));
  }

  @Test
  void linksThatStayWithinAreFollowed() throws IOException {
    link("linked.lua", Path.of("libs/deep/b.lua"));
    link("linked", Path.of("libs"));
    assertEquals("return 'b'", read("linked.lua"));
    assertEquals("return 'b'", read("linked/deep/b.lua"));
  }

  @Test
  void linksThatLeadOutAreRefused() throws IOException {
    String message = "it is a link that leads out of the script's directory";
    link("relative.lua", Path.of("../outside.lua"));
    link("absolute.lua", temporary.resolve("outside.lua"));
    link("up", Path.of(".."));
    link("twice.lua", Path.of("relative.lua"));
    assertEquals(message, refusal("relative.lua"));
    assertEquals(message, refusal("absolute.lua"));
    assertEquals(message, refusal("up/outside.lua"));
    assertEquals(message, refusal("twice.lua"));
  }

  @Test
  void aSiblingWhoseNameBeginsAlikeIsOutside() throws IOException {
    Files.createDirectory(temporary.resolve("project2"));
    Files.writeString(temporary.resolve("project2/x.lua"), "return 'x'");
    link("x.lua", Path.of("../project2/x.lua"));
    assertEquals("it is a link that leads out of the script's directory", refusal("x.lua"));
  }

  @Test
  void linksThatLeadNowhereAreNotThere() throws IOException {
    link("dangling.lua", Path.of("missing.lua"));
    assertNull(read("dangling.lua"));
  }

  @Test
  void linksThatLeadInCirclesAreRefused() throws IOException {
    link("self.lua", Path.of("self.lua"));
    assertTrue(refusal("self.lua").startsWith("it can't be read: "));
  }

  @Test
  void pathsThatGoUpAreRefused() {
    for (String path :
        new String[] {"../outside.lua", "/etc/passwd", "libs/../a.lua", "", "a\0b"}) {
      assertEquals("it is not below the script's directory", refusal(path));
    }
  }

  @Test
  void pipesAreRefusedWithoutWaiting() throws Exception {
    Process mkfifo = new ProcessBuilder("mkfifo", directory.resolve("pipe.lua").toString()).start();
    assumeTrue(mkfifo.waitFor() == 0);
    assertTimeoutPreemptively(
        Duration.ofSeconds(5), () -> assertEquals("it is not a regular file", refusal("pipe.lua")));
  }

  @Test
  void hugeFilesAreRefused() throws IOException {
    try (RandomAccessFile file =
        new RandomAccessFile(directory.resolve("huge.lua").toFile(), "rw")) {
      file.setLength(MOST + 1);
    }
    LimitExceeded limit = assertThrows(LimitExceeded.class, () -> modules.read("huge.lua"));
    assertEquals(LimitExceeded.Kind.SOURCE, limit.kind());
  }

  @Test
  void theDirectoryItselfMayBeALink() throws IOException {
    Path link = Files.createSymbolicLink(temporary.resolve("link"), directory);
    assertEquals(
        "return 'a'", new String(new DirectoryModules(link, MOST, MILLIS).read("a.lua"), UTF_8));
  }

  /**
   * Somebody exchanges a file and a directory for links that lead out, and back, as fast as can be.
   * Whatever is read meanwhile was inside.
   */
  @Test
  void linksThatAreSwappedInLeadNowhere() throws Exception {
    Path outside = Files.createDirectory(temporary.resolve("outside"));
    Files.writeString(outside.resolve("b.lua"), "return 'outside'");
    Path kept = Files.createDirectory(directory.resolve("kept"));
    AtomicBoolean over = new AtomicBoolean();
    CountDownLatch running = new CountDownLatch(1);
    Thread swapping =
        new Thread(
            () -> {
              while (!over.get()) {
                swap(directory.resolve("a.lua"), kept.resolve("a"), outside.resolve("b.lua"));
                swap(directory.resolve("libs/deep"), kept.resolve("deep"), outside);
                running.countDown();
              }
            });
    swapping.start();
    Set<String> seen = new HashSet<>();
    try {
      running.await();
      for (int i = 0; i < 6000; i++) {
        seen.add(whatComesOf("a.lua"));
        seen.add(whatComesOf("libs/deep/b.lua"));
      }
    } finally {
      over.set(true);
      swapping.join();
    }
    assertTrue(seen.containsAll(Set.of("return 'a'", "return 'b'")), seen.toString());
    assertTrue(seen.contains("it is a link that leads out of the script's directory"), seen + "");
    assertTrue(seen.stream().noneMatch(end -> end.contains("outside'")), seen.toString());
    assertTrue(seen.stream().noneMatch(end -> end.contains("null")), seen.toString());
  }

  /**
   * Somebody exchanges a file for a pipe that nobody writes to, and back. Who opens it at the wrong
   * moment waits for a writer; but not for longer than the script may run.
   */
  @Test
  void aPipeThatIsSwappedInMakesNobodyWaitForLong() throws Exception {
    Path pipe = directory.resolve("pipe");
    Process mkfifo = new ProcessBuilder("mkfifo", pipe.toString()).start();
    assumeTrue(mkfifo.waitFor() == 0);
    ModuleLoader impatient = new DirectoryModules(directory, MOST, 100);
    AtomicBoolean over = new AtomicBoolean();
    Thread swapping =
        new Thread(
            () -> {
              while (!over.get()) {
                swapPipe(pipe);
              }
            });
    swapping.start();
    try {
      assertTimeoutPreemptively(
          Duration.ofSeconds(60), () -> assertEquals(100, waitFor(impatient)));
    } finally {
      over.set(true);
      swapping.join();
      // A writer lets those go that still wait.
      new RandomAccessFile(pipe.toFile(), "rw").close();
    }
  }

  /** Reads until a pipe was opened; tells the limit of time, in milliseconds. */
  private static long waitFor(ModuleLoader modules) throws IOException {
    while (true) {
      try {
        modules.read("a.lua");
      } catch (LimitExceeded e) {
        assertEquals(LimitExceeded.Kind.TIME, e.kind());
        return Long.parseLong(e.getMessage().replaceAll("[^0-9]", ""));
      } catch (IOException e) {
        assertEquals("it is not a regular file", e.getMessage());
      }
    }
  }

  /** Puts a pipe in the place of a file and takes it away again. */
  private void swapPipe(Path pipe) {
    Path file = directory.resolve("a.lua");
    Path kept = directory.resolve("kept.lua");
    try {
      Files.move(file, kept);
      Files.move(pipe, file);
      Files.move(file, pipe);
      Files.move(kept, file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts a link in the place of a file, which is kept meanwhile, and takes it away again. */
  private static void swap(Path file, Path keep, Path target) {
    try {
      Files.move(file, keep);
      Files.createSymbolicLink(file, target);
      Files.delete(file);
      Files.move(keep, file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String whatComesOf(String path) {
    try {
      String text = read(path);
      return text == null ? "not there" : text;
    } catch (IOException e) {
      return e.getMessage();
    }
  }
}
