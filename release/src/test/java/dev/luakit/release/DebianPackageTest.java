package dev.luakit.release;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Debian package, unpacked and installed into folders. */
class DebianPackageTest {
  private static final String DEB = Release.deb().toString();

  @TempDir Path temp;

  private Path unpacked() throws IOException, InterruptedException {
    Path root = temp.resolve("a root");
    Command.in(temp, "dpkg-deb", "-x", DEB, root.toString()).run();
    return root;
  }

  /** A root in which nothing is installed. */
  private Path emptyRoot() throws IOException, InterruptedException {
    boolean root = Command.in(temp, "id", "-u").run().equals("0\n");
    assertTrue(root || System.getenv("CI") == null, "dpkg installs nothing for who is not root");
    assumeTrue(root, "dpkg installs nothing for who is not root");
    Path folder = Files.createDirectories(temp.resolve("root/var/lib/dpkg/info"));
    Files.createDirectory(folder.resolveSibling("updates"));
    Files.createFile(folder.resolveSibling("status"));
    return temp.resolve("root");
  }

  /** Has dpkg do something in a root in which there is no package that luakit depends on. */
  private void dpkg(Path root, String... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("dpkg", "--root=" + root, "--force-depends"));
    command.addAll(List.of(words));
    Command.in(temp, command.toArray(String[]::new)).run();
  }

  private static Path cache(Path root) {
    return root.resolve("usr/share/luakit/cache");
  }

  private static List<Path> caches(Path root) throws IOException {
    List<Path> found = new ArrayList<>();
    try (var caches = Files.newDirectoryStream(cache(root), "*.aot")) {
      caches.forEach(found::add);
    }
    return found;
  }

  @Test
  void the_command_builds_what_the_repository_does() throws Exception {
    Path root = unpacked();
    Path hello = Release.ROOT.resolve("examples/hello/build.lua");
    byte[][] definitions = new byte[2][];
    Path[] commands = {Release.ROOT.resolve("luakit"), root.resolve("usr/bin/luakit")};
    for (int i = 0; i < commands.length; i++) {
      String luakit = commands[i].toString();
      Command.in(temp, luakit, "build", "--resolve=never", "-o", "out", hello.toString()).run();
      definitions[i] = Files.readAllBytes(temp.resolve("out"));
    }
    assertArrayEquals(definitions[0], definitions[1]);
  }

  @Test
  void all_is_where_debian_looks_for_it() throws Exception {
    Path share = unpacked().resolve("usr/share");
    Path archive = temp.resolve(Release.NAME);
    Command.in(temp, "tar", "-xzf", Release.tar().toString()).run();
    String[][] places = {
      {"completions/luakit.bash", "bash-completion/completions/luakit"},
      {"completions/_luakit", "zsh/vendor-completions/_luakit"},
      {"completions/luakit.fish", "fish/vendor_completions.d/luakit.fish"},
      {"THIRD-PARTY.md", "doc/luakit/THIRD-PARTY.md"},
    };
    for (String[] place : places) {
      assertEquals(-1, Files.mismatch(archive.resolve(place[0]), share.resolve(place[1])));
    }
    for (String folder : List.of("bin", "lib", "types")) {
      assertEquals(
          Tree.of(archive.resolve(folder)), Tree.of(share.resolve("luakit").resolve(folder)));
    }
    List<Path> pages = Tree.files(archive.resolve("man/man1"));
    for (Path page : pages) {
      String packed = share.resolve("man/man1/" + page.getFileName() + ".gz").toString();
      assertEquals(Files.readString(page), Command.in(temp, "gzip", "-dc", packed).run());
    }
    assertEquals(pages.size(), Tree.files(share.resolve("man")).size());
  }

  @Test
  void it_tells_its_version_and_that_it_needs_a_java() throws Exception {
    assertEquals(Release.VERSION + "\n", Command.in(temp, "dpkg-deb", "-f", DEB, "Version").run());
    String needed = Command.in(temp, "dpkg-deb", "-f", DEB, "Depends").run();
    assertTrue(needed.contains("openjdk-25-jre-headless | java25-runtime-headless"), needed);
    Path changes = unpacked().resolve("usr/share/doc/luakit/changelog.gz");
    String newest = Command.in(temp, "gzip", "-dc", changes.toString()).run();
    assertTrue(newest.startsWith("luakit (" + Release.VERSION + ") "), newest);
  }

  @Test
  void installing_it_makes_the_cache_and_removing_it_leaves_nothing() throws Exception {
    Path root = emptyRoot();
    dpkg(root, "--force-script-chrootless", "-i", DEB);
    List<Path> made = caches(root);
    assertEquals(1, made.size(), made.toString());
    Path luakit = root.resolve("usr/bin/luakit");
    Command start = Command.in(temp, "sh", "-x", luakit.toString(), "version");
    String traced = start.with("LUAKIT_START_CACHE", "now").run();
    String cache = "share/luakit/cache/" + made.getFirst().getFileName();
    assertTrue(traced.matches("(?s).* -XX:AOTCache=\\S*/" + cache + " .*"), traced);
    assertEquals(made, caches(root)); // Java has not refused it.
    dpkg(root, "--force-script-chrootless", "-r", "luakit");
    assertFalse(Files.exists(root.resolve("usr/share/luakit")));
  }

  @Test
  void installing_it_anew_makes_the_cache_anew() throws Exception {
    Path root = emptyRoot();
    dpkg(root, "--force-script-chrootless", "-i", DEB);
    Path old = Files.createFile(cache(root).resolve("old.aot"));
    dpkg(root, "--force-script-chrootless", "-i", DEB);
    assertFalse(Files.exists(old));
    assertEquals(1, caches(root).size());
  }

  @Test
  void a_java_that_comes_later_has_the_cache_made_anew() throws Exception {
    Path root = emptyRoot();
    dpkg(root, "--force-script-chrootless", "-i", DEB);
    Path old = Files.createFile(cache(root).resolve("old.aot"));
    Path java = Files.createDirectories(temp.resolve("java/DEBIAN")).getParent();
    Files.createFile(
        Files.createDirectories(java.resolve("usr/lib/jvm/another")).resolve("release"));
    Files.writeString(
        java.resolve("DEBIAN/control"),
        """
        Package: java
        Version: 1
        Architecture: all
        Maintainer: nobody
        Provides: java25-runtime-headless
        Description: stands in for a Java
        """);
    Command.in(temp, "dpkg-deb", "-b", "java", "java.deb").run();
    dpkg(root, "--force-script-chrootless", "-i", "java.deb");
    assertFalse(Files.exists(old));
    assertEquals(1, caches(root).size());
  }

  @Test
  void it_can_be_installed_where_there_is_no_java() throws Exception {
    Path root = emptyRoot();
    // Its scripts run in that root, where there is a shell and nothing else.
    Path bin = Files.createDirectories(root.resolve("bin"));
    Command.in(temp, "busybox", "true").run();
    Command.in(temp, "sh", "-c", "cp \"$(command -v busybox)\" root/bin").run();
    for (String name : List.of("sh", "rm", "mkdir", "readlink")) {
      Files.createSymbolicLink(bin.resolve(name), Path.of("busybox"));
    }
    dpkg(root, "-i", DEB);
    assertFalse(Files.exists(cache(root)));
    assertTrue(Files.exists(root.resolve("usr/bin/luakit")));
    dpkg(root, "-r", "luakit");
    assertFalse(Files.exists(root.resolve("usr/share/luakit")));
  }
}
