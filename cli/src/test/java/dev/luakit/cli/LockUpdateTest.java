package dev.luakit.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.luakit.cli.registry.DockerRegistry;
import dev.luakit.cli.registry.Manifests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a lock file follows its script, and a registry in which tags move. */
class LockUpdateTest {
  private static DockerRegistry registry;

  private Shell shell;
  private String base;
  private String tool;

  @BeforeAll
  static void start(@TempDir Path folder) throws IOException, InterruptedException {
    registry = DockerRegistry.start(folder);
  }

  @AfterAll
  static void stop() {
    if (registry != null) {
      registry.close();
    }
  }

  @BeforeEach
  void script(@TempDir Path folder) {
    shell = new Shell(folder.resolve("work"), Map.of("HOME", folder.resolve("home").toString()));
    base = push("base", "first");
    tool = push("tool", "first");
    script("base", "tool");
  }

  private static String push(String name, String mark) {
    return registry
        .pusher()
        .image(name, "1", Manifests.config("linux", "amd64", "", name + " " + mark));
  }

  private static String name(String image) {
    return registry.host() + "/" + image + ":1";
  }

  private void script(String... images) {
    StringBuilder script = new StringBuilder("local s = bk.scratch()\n");
    for (String image : images) {
      script.append("s = s:copy(bk.image('" + name(image) + "'), '/a', '/b')\n");
    }
    shell.write("build.lua", script + "bk.export(s)\n");
  }

  /** Runs {@code luakit lock}, and gives what it says in short. */
  private String lock(String... options) {
    String[] args = new String[options.length + 2];
    args[0] = "lock";
    System.arraycopy(options, 0, args, 1, options.length);
    args[args.length - 1] = "./build.lua";
    Shell.Result result = shell.run(args);
    assertEquals("", result.err());
    return result
        .out()
        .replace(shell.path("luakit.lock").toString(), "luakit.lock")
        .replace(registry.host(), "HOST");
  }

  @Test
  void a_first_lock_has_all_images() {
    assertEquals(
        """
        luakit.lock: 2 images for linux/amd64
          + HOST/base:1 linux/amd64 %s
          + HOST/tool:1 linux/amd64 %s
        """
            .formatted(base, tool),
        lock());
  }

  @Test
  void what_is_locked_stays_though_the_tag_moves() throws IOException {
    lock();
    String before = shell.read("luakit.lock");
    byte[] build = shell.run("build", "./build.lua").bytes();
    push("base", "second");
    assertEquals("luakit.lock: 2 images for linux/amd64\n", lock());
    assertEquals(before, shell.read("luakit.lock"));
    assertArrayEquals(build, shell.run("build", "./build.lua").bytes());
  }

  @Test
  void a_file_that_says_it_all_is_not_even_written() throws IOException {
    lock();
    FileTime longAgo = FileTime.fromMillis(0);
    Files.setLastModifiedTime(shell.path("luakit.lock"), longAgo);
    lock();
    assertEquals(longAgo, Files.getLastModifiedTime(shell.path("luakit.lock")));
  }

  @Test
  void an_image_that_is_new_in_the_script_is_added() {
    script("base");
    lock();
    script("base", "tool");
    assertEquals(
        "luakit.lock: 2 images for linux/amd64\n  + HOST/tool:1 linux/amd64 " + tool + "\n",
        lock());
  }

  @Test
  void update_follows_the_tags() {
    lock();
    String moved = push("base", "second");
    assertEquals(
        "luakit.lock: 2 images for linux/amd64\n  ~ HOST/base:1 linux/amd64 " + moved + "\n",
        lock("--update", "--"));
  }

  @Test
  void update_of_one_image_leaves_the_others() {
    lock();
    push("base", "third");
    String moved = push("tool", "third");
    assertEquals(
        "luakit.lock: 2 images for linux/amd64\n  ~ HOST/tool:1 linux/amd64 " + moved + "\n",
        lock("--update", name("tool")));
  }

  @Test
  void a_script_behind_update_is_the_script() {
    lock();
    String moved = push("tool", "fourth");
    assertEquals(
        "luakit.lock: 2 images for linux/amd64\n  ~ HOST/tool:1 linux/amd64 " + moved + "\n",
        lock("--update"));
  }

  @Test
  void what_other_scripts_name_stays_until_prune() {
    lock();
    script("base");
    assertEquals("luakit.lock: 2 images for linux/amd64\n", lock());
    assertEquals("luakit.lock: 1 image for linux/amd64\n  - HOST/tool:1\n", lock("--prune"));
  }

  @Test
  void platforms_add_up_and_are_kept() {
    script("base");
    lock("--platform=linux/amd64");
    assertEquals(
        """
        luakit.lock: 1 image for linux/amd64, linux/arm64
          + HOST/base:1 linux/arm64 %s
        """
            .formatted(base),
        lock("--platform=linux/arm64"));
    script("base", "tool");
    assertEquals(
        """
        luakit.lock: 2 images for linux/amd64, linux/arm64
          + HOST/tool:1 linux/amd64 %s
          + HOST/tool:1 linux/arm64 %s
        """
            .formatted(tool, tool),
        lock());
    assertEquals(0, shell.run("validate", "--platform=linux/arm64", "./build.lua").code());
  }

  @Test
  void a_locked_build_is_the_one_that_asks_the_registry() {
    byte[] asked = shell.run("build", "--resolve=always", "./build.lua").bytes();
    lock();
    assertArrayEquals(asked, shell.run("build", "--locked", "./build.lua").bytes());
  }
}
