package dev.luakit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a lock file does, and how {@code luakit lock --check} looks at it. */
class LockTest {
  private static final String DIGEST = "sha256:" + "0123456789abcdef".repeat(4);

  private Shell shell;

  @BeforeEach
  void script(@TempDir Path folder) {
    shell = new Shell(folder);
    shell.write("build.lua", "bk.export(bk.image('alpine:3.19'):run('make'))\n");
  }

  private void lock(String image, String platform) {
    shell.write(
        "luakit.lock",
        """
        {
          "version": 1,
          "platforms": ["linux/amd64"],
          "images": {
            "%s": {
              "%s": {
                "digest": "%s",
                "config": {
                  "architecture": "amd64",
                  "os": "linux",
                  "config": { "Env": ["PATH=/bin", "MARK=locked"], "WorkingDir": "/work" }
                }
              }
            }
          }
        }
        """
            .formatted(image, platform, DIGEST));
  }

  @Test
  void what_is_locked_is_built_without_a_registry() {
    lock("docker.io/library/alpine:3.19", "linux/amd64");
    Shell.Result result = shell.run("dag", "--format=json", "--resolve=always", "./build.lua");
    assertEquals("", result.err());
    assertTrue(result.out().contains("alpine:3.19@" + DIGEST), result.out());
    assertTrue(result.out().contains("MARK=locked"), result.out());
  }

  @Test
  void an_image_that_is_not_locked_is_an_error_of_its_line() {
    lock("docker.io/library/busybox:latest", "linux/amd64");
    Shell.Result result = shell.run("validate", "./build.lua");
    assertEquals(1, result.code());
    assertEquals(
        """
        error: ./build.lua:1: bk.image: image "docker.io/library/alpine:3.19" is not in \
        luakit.lock; to add it, run: luakit lock ./build.lua
          1 | bk.export(bk.image('alpine:3.19'):run('make'))
            |              ^
        """,
        result.err());
  }

  @Test
  void so_is_one_that_is_locked_for_another_platform() {
    lock("docker.io/library/alpine:3.19", "linux/amd64");
    Shell.Result result = shell.run("validate", "--platform=linux/arm64", "./build.lua");
    assertEquals(1, result.code());
    assertTrue(
        result
            .err()
            .contains(
                "is not in luakit.lock for linux/arm64; to add it, run:"
                    + " luakit lock --platform linux/arm64 ./build.lua"),
        result.err());
  }

  @Test
  void locked_refuses_images_where_there_is_no_lock_file() {
    Shell.Result result = shell.run("build", "--locked", "-o", "./x.pb", "./build.lua");
    assertEquals(1, result.code());
    assertTrue(result.err().contains("is not in luakit.lock"), result.err());
    shell.write("build.lua", "bk.export(bk.scratch():mkdir('/a'))");
    assertEquals(0, shell.run("build", "--locked", "-o", "./x.pb", "./build.lua").code());
  }

  @Test
  void a_damaged_lock_file_is_told_by_its_line() {
    lock("docker.io/library/alpine:3.19", "linux/amd64");
    shell.write("luakit.lock", "{\n  \"version\": 1,\n<<<<<<< HEAD\n");
    Shell.Result result = shell.run("validate", "./build.lua");
    assertEquals(1, result.code());
    assertEquals(
        """
        error: ./luakit.lock:3: luakit.lock is not valid JSON; to make it anew, delete it and run \
        luakit lock
          3 | <<<<<<< HEAD
        """,
        result.err());
  }

  @Test
  void a_lock_file_that_is_no_text_is_told_as_a_whole() throws IOException {
    Files.write(shell.path("luakit.lock"), new byte[] {'{', '"', (byte) 0xFF, '"', '}'});
    Shell.Result result = shell.run("validate", "./build.lua");
    assertEquals(1, result.code());
    assertTrue(result.err().startsWith("error: ./luakit.lock: luakit.lock is not"), result.err());
  }

  @Test
  void a_lock_file_of_nothing_but_lines_needs_no_more_memory_than_others() throws Exception {
    shell.write("luakit.lock", "\n".repeat(15 << 20));
    Shell.Result result = shell.process(Map.of(), List.of("-Xmx128m"), "validate", "build.lua");
    assertEquals(1, result.code(), result.err());
    assertTrue(result.err().contains("luakit.lock is not valid JSON"), result.err());
  }

  @Test
  void check_says_that_all_is_locked() {
    lock("docker.io/library/alpine:3.19", "linux/amd64");
    Shell.Result result = shell.run("lock", "--check", "./build.lua");
    assertEquals(0, result.code(), result.err());
    assertTrue(result.out().endsWith("luakit.lock: ok (1 image)\n"), result.out());
  }

  @Test
  void check_names_all_that_is_missing() {
    lock("docker.io/library/alpine:3.19", "linux/amd64");
    shell.write("build.lua", "bk.image('a') bk.image('b') bk.export(bk.image('alpine:3.19'))");
    Shell.Result result = shell.run("lock", "--check", "./build.lua");
    assertEquals(1, result.code());
    assertEquals(
        """
        error: ./luakit.lock: does not have docker.io/library/a:latest for linux/amd64, \
        docker.io/library/b:latest for linux/amd64; to add what is missing, run: \
        luakit lock ./build.lua
        """,
        result.err());
  }

  @Test
  void check_fails_where_there_is_no_lock_file() {
    assertEquals(1, shell.run("lock", "--check", "./build.lua").code());
  }

  @Test
  void check_changes_nothing_and_takes_no_change() {
    Shell.Result result = shell.run("lock", "--check", "--update", "--", "./build.lua");
    assertEquals(2, result.code());
    assertEquals(
        "error: --check only looks; it goes with neither --update nor --prune\n", result.err());
  }

  @Test
  void what_registries_know_can_not_be_locked_without_asking_them() {
    Shell.Result result = shell.run("lock", "--resolve=never", "./build.lua");
    assertEquals(2, result.code());
    assertEquals(
        "error: luakit lock has to ask registries, so not with --resolve=never\n", result.err());
  }

  @Test
  void update_wants_the_name_of_an_image_of_the_script() {
    lock("docker.io/library/alpine:3.19", "linux/amd64");
    Shell.Result result = shell.run("lock", "--update", "alpine:3.18", "./build.lua");
    assertEquals(2, result.code());
    assertEquals(
        """
        error: --update: ./build.lua names no image docker.io/library/alpine:3.18 \
        (did you mean 'docker.io/library/alpine:3.19'?)
        hint: it names docker.io/library/alpine:3.19
        """,
        result.err());
    assertEquals(2, shell.run("lock", "--update=A B", "./build.lua").code());
  }

  @Test
  void nothing_outside_of_the_directory_is_read_as_a_lock_file(@TempDir Path outside)
      throws IOException {
    Path secret = Files.writeString(outside.resolve("secret"), "password\n");
    Files.createSymbolicLink(shell.path("luakit.lock"), secret);
    refuses("it is a link that leads out of the script's directory");
  }

  @Test
  void a_lock_file_has_an_end() throws IOException {
    try (RandomAccessFile huge = new RandomAccessFile(shell.path("luakit.lock").toFile(), "rw")) {
      huge.setLength(1L << 32);
    }
    refuses("it is larger than 16777216 bytes");
  }

  @Test
  void a_pipe_is_no_lock_file() throws Exception {
    Path pipe = shell.path("luakit.lock");
    assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0);
    assertTimeoutPreemptively(Duration.ofSeconds(20), () -> refuses("it is not a regular file"));
  }

  @Test
  void a_lock_file_is_not_written_through_a_link_that_leads_nowhere(@TempDir Path outside)
      throws IOException {
    Files.createSymbolicLink(shell.path("luakit.lock"), outside.resolve("made"));
    refuses("it is a directory, or a link to something that is not there");
    assertFalse(Files.exists(outside.resolve("made")));
  }

  private void refuses(String reason) {
    for (String command : List.of("build", "validate", "dag", "lock")) {
      Shell.Result result = shell.run(command, "./build.lua");
      assertEquals("error: ./luakit.lock: can't be read: " + reason + "\n", result.err());
      assertEquals(1, result.code());
      assertEquals("", result.out());
    }
  }
}
