package dev.luakit.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The cache of loaded classes makes starts faster, and whatever becomes of it, nothing else. */
@Tag(Binary.JVM)
class StartCacheTest {
  private static final String SCRIPT = "bk.export(bk.scratch():mkfile('/a', 'b'))";

  /** Seconds in which a busy machine has made a cache. */
  private static final int PATIENCE = 180;

  @TempDir private static Path folder;
  private static LoggingJdk jdk;
  private static Installation luakit;
  private static Shell shell;
  private static byte[] definition;

  /** What a maker has left: the cache and its key, and copies of them. */
  private static Path cache;

  private static Path key;
  private static Path keptCache;
  private static Path keptKey;

  @BeforeAll
  static void make() throws IOException, InterruptedException {
    jdk = LoggingJdk.in(folder.resolve("jdk"));
    luakit = Installation.in(folder.resolve("luakit's folder"));
    shell = new Shell(Files.createDirectory(folder.resolve("work")));
    shell.write("build.lua", SCRIPT);
    Shell.Result without = build(Map.of("LUAKIT_START_CACHE", "off"));
    assertEquals(0, without.code(), without.err());
    definition = without.bytes();
    assertFalse(Files.exists(luakit.caches()));
    builds(Map.of("LUAKIT_START_CACHE", "now"));
    try (Stream<Path> files = Files.list(luakit.caches())) {
      cache = files.filter(file -> file.toString().endsWith(".aot")).findFirst().orElseThrow();
    }
    key = StartCache.key(cache);
    keptCache = copy(cache, folder.resolve("kept.aot"));
    keptKey = copy(key, folder.resolve("kept.key"));
  }

  @BeforeEach
  void restore() throws IOException {
    remove(luakit.caches());
    Files.createDirectory(luakit.caches());
    copy(keptCache, cache);
    copy(keptKey, key);
  }

  @AfterEach
  void nothing_but_the_cache_is_left() throws IOException {
    if (Files.isDirectory(luakit.caches())) {
      try (Stream<Path> files = Files.list(luakit.caches())) {
        assertTrue(files.noneMatch(file -> file.toString().endsWith(".making")));
      }
    }
  }

  private static void remove(Path path) throws IOException {
    if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
      try (Stream<Path> files = Files.list(path)) {
        for (Path file : files.toList()) {
          remove(file);
        }
      }
    }
    Files.deleteIfExists(path);
  }

  private static Path copy(Path from, Path to) throws IOException {
    Files.copy(from, to);
    return Files.setLastModifiedTime(to, Files.getLastModifiedTime(from));
  }

  private static Process start(Map<String, String> variables) throws IOException {
    Map<String, String> environment = new HashMap<>(variables);
    environment.put("JAVA_HOME", jdk.root().toString());
    environment.putIfAbsent("LUAKIT_START_CACHE", "");
    return shell.start(environment, List.of(luakit.launcher().toString(), "build", "build.lua"));
  }

  private static Shell.Result build(Map<String, String> variables)
      throws IOException, InterruptedException {
    return finish(start(variables));
  }

  private static Shell.Result finish(Process process) throws IOException, InterruptedException {
    byte[] out = process.getInputStream().readAllBytes();
    if (!process.waitFor(PATIENCE, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("luakit hangs");
    }
    return shell.finish(process, out);
  }

  /** Builds; whatever is the matter with the cache, nobody may notice. */
  private static void builds(Map<String, String> variables)
      throws IOException, InterruptedException {
    Shell.Result result = build(variables);
    assertEquals("", result.err());
    assertArrayEquals(definition, result.bytes());
    assertEquals(0, result.code());
  }

  /** Whether a start that makes no cache has its classes from one. */
  private static boolean isUsed(Map<String, String> variables)
      throws IOException, InterruptedException {
    Map<String, String> environment = new HashMap<>(variables);
    Path log = folder.resolve("loaded");
    environment.put(LoggingJdk.LOADED, log.toString());
    builds(environment);
    String main = "] dev.luakit.cli.Main source: ";
    String loaded = Files.readString(log);
    assertTrue(loaded.contains(main));
    return loaded.contains(main + "shared objects file");
  }

  /** Has the launcher believe that no cache can be made. */
  private static void makeNone() throws IOException {
    copy(keptKey, cache.resolveSibling(cache.getFileName() + ".failed"));
  }

  @Test
  void it_is_used() throws IOException, InterruptedException {
    assertTrue(isUsed(Map.of()));
  }

  @Test
  void it_is_not_used_where_it_is_switched_off() throws IOException, InterruptedException {
    assertFalse(isUsed(Map.of("LUAKIT_START_CACHE", "off")));
  }

  @Test
  void it_is_made_behind_the_first_start() throws IOException, InterruptedException {
    remove(luakit.caches());
    builds(Map.of());
    assertFalse(Files.exists(key), "the command has waited for it");
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE);
    while (!Files.exists(key)) {
      assertTrue(System.nanoTime() < end, "no cache was made");
      Thread.sleep(100);
    }
    while (Files.exists(cache.resolveSibling(cache.getFileName() + ".making"))) {
      Thread.sleep(100);
    }
    assertTrue(isUsed(Map.of()));
  }

  @Test
  void one_is_made_where_two_starts_want_it() throws IOException, InterruptedException {
    remove(luakit.caches());
    Map<String, String> now = Map.of("LUAKIT_START_CACHE", "now");
    Process first = start(now);
    Process second = start(now);
    Shell.Result ofSecond = finish(second);
    Shell.Result ofFirst = finish(first);
    assertArrayEquals(definition, ofFirst.bytes());
    assertArrayEquals(definition, ofSecond.bytes());
    assertTrue(isUsed(Map.of()));
  }

  /** What may have become of a cache. */
  enum Damage {
    IT_IS_GONE {
      @Override
      void happen() throws IOException {
        Files.delete(cache);
      }
    },
    ITS_KEY_IS_GONE {
      @Override
      void happen() throws IOException {
        Files.delete(key);
      }
    },
    IT_IS_EMPTY {
      @Override
      void happen() throws IOException {
        Files.write(cache, new byte[0]);
      }
    },
    IT_IS_CUT_OFF {
      @Override
      void happen() throws IOException {
        try (FileChannel file = FileChannel.open(cache, StandardOpenOption.WRITE)) {
          file.truncate(file.size() / 2);
        }
      }
    },
    IT_IS_NOISE {
      @Override
      void happen() throws IOException {
        byte[] noise = new byte[(int) Files.size(cache)];
        new Random(1).nextBytes(noise);
        Files.write(cache, noise);
      }
    },
    A_PART_IS_NOISE {
      @Override
      void happen() throws IOException {
        byte[] noise = new byte[100_000];
        new Random(2).nextBytes(noise);
        try (FileChannel file = FileChannel.open(cache, StandardOpenOption.WRITE)) {
          file.write(ByteBuffer.wrap(noise), file.size() / 2);
        }
      }
    },
    IT_IS_A_FOLDER {
      @Override
      void happen() throws IOException {
        Files.delete(cache);
        Files.createDirectory(cache);
      }
    },
    IT_IS_A_LINK_TO_NOWHERE {
      @Override
      void happen() throws IOException {
        Files.delete(cache);
        Files.createSymbolicLink(cache, folder.resolve("nowhere"));
      }
    },
    IT_IS_OF_ANOTHER_JDK {
      @Override
      void happen() throws IOException {
        FileTime date = Files.getLastModifiedTime(key);
        Files.writeString(key, "/usr/lib/jvm/other JAVA_VERSION=\"25.0.1\"\n");
        Files.setLastModifiedTime(key, date);
      }
    },
    IT_IS_OF_OLDER_JARS {
      @Override
      void happen() throws IOException {
        FileTime old =
            FileTime.fromMillis(Files.getLastModifiedTime(luakit.jar()).toMillis() - 9_999);
        Files.setLastModifiedTime(cache, old);
        Files.setLastModifiedTime(key, old);
      }
    },
    ITS_BEGINNING_IS_ZERO_BUT_NOT_ITS_DATE {
      @Override
      void happen() throws IOException {
        FileTime date = Files.getLastModifiedTime(cache);
        try (FileChannel file = FileChannel.open(cache, StandardOpenOption.WRITE)) {
          file.write(ByteBuffer.allocate(4_096));
        }
        Files.setLastModifiedTime(cache, date);
      }
    };

    abstract void happen() throws IOException;
  }

  @ParameterizedTest
  @EnumSource
  void a_cache_that_is_not_what_it_was_is_not_used(Damage damage)
      throws IOException, InterruptedException {
    damage.happen();
    makeNone();
    assertFalse(isUsed(Map.of()));
  }

  @ParameterizedTest
  @EnumSource(names = {"IT_IS_CUT_OFF", "IT_IS_A_FOLDER", "IT_IS_OF_OLDER_JARS"})
  void another_is_made_in_its_place(Damage damage) throws IOException, InterruptedException {
    damage.happen();
    builds(Map.of("LUAKIT_START_CACHE", "now"));
    assertTrue(isUsed(Map.of()));
  }

  @Test
  void one_that_java_refuses_is_made_anew_by_the_start_after()
      throws IOException, InterruptedException {
    Damage.ITS_BEGINNING_IS_ZERO_BUT_NOT_ITS_DATE.happen();
    makeNone();
    builds(Map.of());
    assertFalse(Files.exists(key));
    Files.delete(cache.resolveSibling(cache.getFileName() + ".failed"));
    builds(Map.of("LUAKIT_START_CACHE", "now"));
    assertTrue(isUsed(Map.of()));
  }

  /** The variables of a user who can make no cache beside luakit. */
  private Map<String, String> whoseCacheIsIn(Path home) throws IOException {
    remove(luakit.caches());
    Files.createFile(luakit.caches());
    return Map.of("HOME", home.toString(), "XDG_CACHE_HOME", "", "LUAKIT_CACHE", "");
  }

  @Test
  void where_the_folder_is_not_writable_the_user_has_one_of_his_own()
      throws IOException, InterruptedException {
    Path home = folder.resolve("home");
    Map<String, String> user = whoseCacheIsIn(home);
    Map<String, String> now = new HashMap<>(user);
    now.put("LUAKIT_START_CACHE", "now");
    builds(now);
    assertTrue(isUsed(user));
    assertTrue(Files.isDirectory(home.resolve(".cache/luakit/start")));
    Files.delete(luakit.caches());
  }

  @Test
  void of_another_user_none_is_taken_and_for_that_one_none_is_made()
      throws IOException, InterruptedException {
    Path home = Files.createDirectory(folder.resolve("another's home"));
    Map<String, String> user = whoseCacheIsIn(home);
    Map<String, String> now = new HashMap<>(user);
    now.put("LUAKIT_START_CACHE", "now");
    builds(now);
    assertTrue(isUsed(user));
    assumeTrue(isGivenAway(home), "only root can give a folder away");
    assertFalse(isUsed(user));
    remove(home.resolve(".cache"));
    builds(now);
    assertFalse(Files.exists(home.resolve(".cache")));
    Files.delete(luakit.caches());
  }

  private static boolean isGivenAway(Path folder) throws IOException {
    try {
      Files.setAttribute(folder, "unix:uid", 65534);
      return true;
    } catch (FileSystemException e) {
      return false;
    }
  }

  @Test
  void where_no_folder_is_writable_there_is_none() throws IOException, InterruptedException {
    remove(luakit.caches());
    Files.createFile(luakit.caches());
    Map<String, String> nobody =
        Map.of("HOME", "", "XDG_CACHE_HOME", "", "LUAKIT_CACHE", "", "LUAKIT_START_CACHE", "now");
    assertFalse(isUsed(nobody));
    Path file = Files.createFile(folder.resolve("no folder"));
    Shell.Result asked =
        build(Map.of("LUAKIT_CACHE", file.toString(), "LUAKIT_START_CACHE", "now"));
    assertArrayEquals(definition, asked.bytes());
    String said = "luakit: no cache for the next starts can be made in " + file + "/start/";
    assertTrue(asked.err().startsWith(said), asked.err());
    assertEquals(1, asked.err().lines().count(), asked.err());
    assertFalse(isUsed(Map.of("LUAKIT_CACHE", file.toString())));
    Files.delete(luakit.caches());
  }
}
