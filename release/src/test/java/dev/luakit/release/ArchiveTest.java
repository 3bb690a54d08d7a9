package dev.luakit.release;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The archives hold a luakit that runs from wherever it is unpacked. */
class ArchiveTest {
  @TempDir Path temp;

  /** Unpacks an archive by its ending, into a folder with a space in its name. */
  private Path unpacked(String ending) throws IOException, InterruptedException {
    Path folder = Files.createDirectory(temp.resolve("a " + ending));
    if (ending.equals("zip")) {
      Command.in(folder, "unzip", "-q", Release.zip().toString()).run();
    } else {
      Command.in(folder, "tar", "-xzf", Release.tar().toString()).run();
    }
    try (var made = Files.list(folder)) {
      assertEquals(List.of(folder.resolve(Release.NAME)), made.toList());
    }
    return folder.resolve(Release.NAME);
  }

  private byte[] hello(Path launcher) throws IOException, InterruptedException {
    Path definition = temp.resolve("hello.pb");
    String script = Release.ROOT.resolve("examples/hello/build.lua").toString();
    List<String> build = List.of("build", "--resolve=never", "-o", definition.toString(), script);
    String[] words = new String[build.size() + 1];
    words[0] = launcher.toString();
    for (int i = 0; i < build.size(); i++) {
      words[i + 1] = build.get(i);
    }
    assertEquals("", Command.in(temp, words).run());
    byte[] bytes = Files.readAllBytes(definition);
    Files.delete(definition);
    return bytes;
  }

  @ParameterizedTest
  @ValueSource(strings = {"zip", "tar.gz"})
  void what_is_unpacked_builds_what_the_repository_does(String ending) throws Exception {
    Path launcher = unpacked(ending).resolve("bin/luakit");
    Path link = Files.createSymbolicLink(temp.resolve("luakit"), temp.relativize(launcher));
    byte[] expected = hello(Release.ROOT.resolve("luakit"));
    assertTrue(expected.length > 0);
    assertArrayEquals(expected, hello(launcher));
    assertArrayEquals(expected, hello(link));
  }

  @Test
  void both_archives_hold_the_same() throws Exception {
    SortedMap<String, String> tree = Tree.of(unpacked("zip"));
    assertEquals(tree, Tree.of(unpacked("tar.gz")));
    for (Map.Entry<String, String> file : tree.entrySet()) {
      String mode = file.getKey().equals("bin/luakit") ? "rwxr-xr-x " : "rw-r--r-- ";
      assertTrue(file.getValue().startsWith(mode), file.toString());
    }
  }

  @Test
  void what_is_unpacked_is_complete() throws Exception {
    TreeSet<String> names = new TreeSet<>();
    for (String file : Tree.of(unpacked("zip")).keySet()) {
      names.add(file.startsWith("lib/") ? "lib/" : file.replaceFirst("luakit-\\w+", "luakit-…"));
    }
    TreeSet<String> expected =
        new TreeSet<>(
            List.of(
                "LICENSE",
                "README.md",
                "THIRD-PARTY.md",
                "bin/luakit",
                "completions/_luakit",
                "completions/luakit.bash",
                "completions/luakit.fish",
                "lib/",
                "man/man1/luakit-….1",
                "man/man1/luakit.1"));
    for (Path types : Tree.files(Release.ROOT.resolve("types"))) {
      expected.add("types/" + types.getFileName());
    }
    assertEquals(expected, names);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bash luakit.bash", "zsh _luakit", "fish luakit.fish"})
  void completions_are_those_that_luakit_writes(String shell) throws Exception {
    String[] words = shell.split(" ");
    Path luakit = unpacked("tar.gz");
    String written = Command.in(luakit, "bin/luakit", "completion", words[0]).run();
    assertEquals(written, Files.readString(luakit.resolve("completions").resolve(words[1])));
    assertTrue(written.contains("locked"));
  }

  /** Without BuildKit at the other end it comes as far as to greet. */
  @Test
  void the_frontend_has_its_jars() throws Exception {
    String end = " gateway </dev/null >/dev/null; echo $?";
    Path luakit = unpacked("tar.gz");
    String expected = Command.in(Release.ROOT, "sh", "-c", "./luakit" + end).run();
    assertEquals(expected, Command.in(luakit, "sh", "-c", "bin/luakit" + end).run());
    Files.delete(luakit.resolve("lib/gateway/grpc-core.jar"));
    assertNotEquals(expected, Command.in(luakit, "sh", "-c", "bin/luakit" + end).run());
  }

  @Test
  void man_finds_the_pages_beside_a_command_on_the_path() throws Exception {
    Path luakit = unpacked("tar.gz");
    String path = luakit.resolve("bin") + ":" + System.getenv("PATH");
    Command man = Command.in(temp, "man", "--where", "luakit-build").with("PATH", path);
    assertEquals(luakit.resolve("man/man1/luakit-build.1") + "\n", man.run());
  }

  @Test
  void the_cache_is_made_beside_the_jars_when_it_is_asked_for() throws Exception {
    Path luakit = unpacked("tar.gz");
    Command.in(luakit, "bin/luakit", "version").with("LUAKIT_START_CACHE", "now").run();
    try (var caches = Files.newDirectoryStream(luakit.resolve("cache"), "*.aot")) {
      assertTrue(caches.iterator().hasNext());
    }
  }
}
