package dev.luakit.cli.registry;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept on disk, and what it is good for. */
class ContentCacheTest {
  private static final String CONFIG = Manifests.config("linux", "amd64", "", "cached");
  private static final byte[] CONTENT = "content".getBytes(StandardCharsets.UTF_8);
  private static final String DIGEST = ContentDigest.sha256(CONTENT);
  private static final String HEX = DIGEST.substring("sha256:".length());

  @TempDir private Path folder;

  private List<Path> files(Path in) throws IOException {
    try (var files = Files.walk(in)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  @Test
  void content_is_found_by_its_digest() throws IOException {
    Path cache = folder.resolve("a/b");
    assertNull(new ContentCache(cache).read(DIGEST, 100));
    new ContentCache(cache).write(DIGEST, CONTENT);
    new ContentCache(cache).write(DIGEST, CONTENT);
    assertArrayEquals(CONTENT, new ContentCache(cache).read(DIGEST, 100));
    assertEquals(
        List.of(cache.resolve("sha256").resolve(HEX.substring(0, 2)).resolve(HEX)), files(cache));
  }

  @Test
  void what_is_damaged_or_too_large_is_not_there() throws IOException {
    ContentCache cache = new ContentCache(folder);
    cache.write(DIGEST, CONTENT);
    assertNull(cache.read(DIGEST, 3));
    Files.writeString(files(folder).getFirst(), "contemt");
    assertNull(cache.read(DIGEST, 100));
    cache.write(DIGEST, CONTENT);
    assertArrayEquals(CONTENT, cache.read(DIGEST, 100));
  }

  @Test
  void without_a_folder_that_can_be_written_nothing_is_kept() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "no folder");
    for (Path place : new Path[] {null, file, Path.of("/proc/no/such")}) {
      ContentCache cache = new ContentCache(place);
      cache.write(DIGEST, CONTENT);
      assertNull(cache.read(DIGEST, 100));
    }
  }

  @Test
  void the_environment_says_where_it_is() throws IOException {
    try (FakeServer server = new FakeServer()) {
      server.image("app", "1", CONFIG);
      String app = server.host() + "/app:1";
      new Asking().with("HOME", folder).mark(app);
      assertEquals(2, files(folder.resolve(".cache/luakit/sha256")).size());
      new Asking().with("HOME", folder).with("XDG_CACHE_HOME", folder.resolve("x")).mark(app);
      assertEquals(2, files(folder.resolve("x/luakit/sha256")).size());
      new Asking().with("XDG_CACHE_HOME", "/").with("LUAKIT_CACHE", folder.resolve("y")).mark(app);
      assertEquals(2, files(folder.resolve("y/sha256")).size());
      new Asking().mark(app);
    }
  }

  @Test
  void a_configuration_is_fetched_once_and_a_tag_is_looked_up_each_time() throws IOException {
    try (FakeServer server = new FakeServer()) {
      server.image("app", "1", CONFIG);
      String app = server.host() + "/app:1";
      new Asking().with("LUAKIT_CACHE", folder).mark(app);
      int before = server.requests().size();
      assertEquals("cached", new Asking().with("LUAKIT_CACHE", folder).mark(app));
      List<String> later = server.targets().subList(before, server.targets().size());
      assertEquals(List.of("/v2/", "/v2/app/manifests/1"), later);
      server.image("app", "1", CONFIG.replace("cached", "moved"));
      assertEquals("moved", new Asking().with("LUAKIT_CACHE", folder).mark(app));
    }
  }

  @Test
  void for_a_digest_that_is_known_nobody_is_asked() throws IOException {
    String reference;
    try (FakeServer server = new FakeServer()) {
      String digest = server.image("app", "1", CONFIG);
      reference = server.host() + "/app@" + digest;
      new Asking().with("LUAKIT_CACHE", folder).mark(reference);
    }
    assertEquals("cached", new Asking().with("LUAKIT_CACHE", folder).mark(reference));
  }

  @Test
  void many_may_write_the_same_at_once() throws Exception {
    List<Thread> threads = new ArrayList<>();
    ContentCache cache = new ContentCache(folder);
    for (int i = 0; i < 16; i++) {
      threads.add(Thread.ofVirtual().start(() -> cache.write(DIGEST, CONTENT)));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertEquals(1, files(folder).size());
    assertArrayEquals(CONTENT, cache.read(DIGEST, 100));
  }
}
