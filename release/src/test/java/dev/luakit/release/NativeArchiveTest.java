package dev.luakit.release;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archive of the native binary, that the profile "native" makes. */
@Tag("native")
class NativeArchiveTest {
  @TempDir Path temp;

  private Path unpacked(String name, Path archive) throws Exception {
    Path folder = Files.createDirectory(temp.resolve(name));
    Command.in(folder, "tar", "-xzf", archive.toString()).run();
    return folder.resolve(Release.NAME);
  }

  private Path unpacked() throws Exception {
    return unpacked("the binary", Path.of(System.getProperty("luakit.native.archive")));
  }

  @Test
  void it_needs_no_java() throws Exception {
    Path luakit = unpacked();
    String[] version = {"env", "-i", luakit.resolve("bin/luakit").toString(), "version"};
    assertEquals("luakit " + Release.VERSION + "\n", Command.in(luakit, version).run());
  }

  @Test
  void it_holds_what_the_other_archives_do_but_for_jars() throws Exception {
    SortedMap<String, String> files = Tree.of(unpacked());
    SortedMap<String, String> expected = Tree.of(unpacked("the jars", Release.tar()));
    expected.keySet().removeIf(file -> file.startsWith("lib/") || file.startsWith("bin/"));
    assertEquals("rwxr-xr-x", files.remove("bin/luakit").split(" ")[0]);
    assertEquals(expected, files);
  }
}
