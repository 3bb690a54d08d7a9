package dev.luakit.cli;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Makes the {@link StartCache}, in a process of its own that the launcher starts. All is made in a
 * folder beside the cache, and only a cache that Java has accepted is put in its place. Of several
 * makers at once one works; its lock ends with its process.
 */
final class StartCacheMaker {
  /** Minutes after which Java can't be going to end. */
  private static final int PATIENCE = 5;

  private final Path cache;
  private final String key;
  private final List<String> java;
  private final Path jar;

  /**
   * A maker.
   *
   * @param cache where the cache shall be
   * @param key what its key says
   * @param java the command that starts Java, up to the class path, which is last and names a jar
   */
  StartCacheMaker(Path cache, String key, List<String> java) {
    this.cache = cache;
    this.key = key;
    this.java = java;
    this.jar = Path.of(java.getLast());
  }

  /**
   * Makes the cache that the arguments say: its file, its key, and the command for Java. Where that
   * can't be, it says so, which nobody reads but who has asked for a cache at once.
   */
  public static void main(String[] args) throws InterruptedException {
    List<String> java = List.of(args).subList(2, args.length);
    try {
      new StartCacheMaker(Path.of(args[0]), args[1], java).make();
    } catch (IOException e) {
      System.err.println(
          "luakit: no cache for the next starts can be made in "
              + Visible.line(Path.of(args[0]).getParent().toString())
              + ": "
              + Reason.of(e));
    }
  }

  /**
   * Makes the cache, unless it is there or somebody else makes it.
   *
   * @throws IOException if the folder can't be written to
   */
  void make() throws IOException, InterruptedException {
    Files.createDirectories(cache.getParent());
    Path lock = sibling(".lock");
    try (FileChannel channel =
            FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock own = lock(channel)) {
      if (own != null && !isMade()) {
        removeLeftovers();
        Path folder = Files.createDirectory(sibling(".making"));
        try {
          makeIn(folder);
        } finally {
          removeLeftovers();
        }
      }
    }
  }

  private static FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null; // Another maker, in this process.
    }
  }

  private void makeIn(Path folder) throws IOException, InterruptedException {
    Path list = folder.resolve("classes");
    Path made = folder.resolve("cache");
    Path madeKey = Files.writeString(StartCache.key(made), key + "\n");
    boolean accepted =
        run(
                "-XX:AOTMode=record",
                "-XX:AOTConfiguration=" + list,
                Rehearsal.class.getName(),
                folder.toString())
            && run("-XX:AOTMode=create", "-XX:AOTConfiguration=" + list, "-XX:AOTCache=" + made)
            && Files.isRegularFile(made)
            && run(
                "-XX:AOTCache=" + made,
                "-D" + StartCache.KEY_PROPERTY + "=" + madeKey,
                Main.class.getName(),
                "version")
            && Files.exists(madeKey);
    if (!accepted) {
      Files.writeString(sibling(".failed"), key + "\n");
      return;
    }
    try (FileChannel channel = FileChannel.open(made, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    // Not older than the jar, even where that is of tomorrow.
    FileTime now = FileTime.fromMillis(System.currentTimeMillis());
    FileTime ofJar = Files.getLastModifiedTime(jar);
    FileTime date = ofJar.compareTo(now) > 0 ? ofJar : now;
    Files.setLastModifiedTime(made, date);
    Files.setLastModifiedTime(madeKey, date);
    Files.deleteIfExists(sibling(".failed"));
    removeWhatIsInTheWay();
    Files.move(made, cache, StandardCopyOption.ATOMIC_MOVE);
    Files.move(madeKey, StartCache.key(cache), StandardCopyOption.ATOMIC_MOVE);
  }

  /** Whether the cache is there by now, as the launcher would ask. */
  private boolean isMade() throws IOException {
    Path made = StartCache.key(cache);
    return Files.isRegularFile(cache)
        && Files.isRegularFile(made)
        && Files.getLastModifiedTime(cache).equals(Files.getLastModifiedTime(made))
        && Files.getLastModifiedTime(made).compareTo(Files.getLastModifiedTime(jar)) >= 0
        && Files.readString(made).equals(key + "\n");
  }

  /** Runs Java with more arguments; whether it ended well. */
  private boolean run(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(java);
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command)
            .redirectInput(new File("/dev/null"))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      return process.waitFor(PATIENCE, TimeUnit.MINUTES) && process.exitValue() == 0;
    } finally {
      process.destroyForcibly();
    }
  }

  /** A rename replaces any file, but no folder. */
  private void removeWhatIsInTheWay() throws IOException {
    for (Path file : List.of(cache, StartCache.key(cache))) {
      if (Files.isDirectory(file)) {
        remove(file);
      }
    }
  }

  /** Removes what a maker was at that ended in between: whoever has the lock is the only one. */
  private void removeLeftovers() throws IOException {
    Path folder = sibling(".making");
    if (Files.exists(folder)) {
      remove(folder);
    }
  }

  private static void remove(Path path) throws IOException {
    if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
      try (DirectoryStream<Path> children = Files.newDirectoryStream(path)) {
        for (Path child : children) {
          remove(child);
        }
      }
    }
    Files.delete(path);
  }

  private Path sibling(String ending) {
    return cache.resolveSibling(cache.getFileName() + ending);
  }
}
