package dev.luakit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** {@code luakit version}. */
class VersionTest {
  private final Shell shell = new Shell(Path.of(""));

  @Test
  void the_version_is_that_of_the_build() throws IOException {
    String version = "<version>" + VersionRequest.VERSION + "</version>";
    assertTrue(Files.readString(Path.of("pom.xml")).contains(version), version);
  }

  @Test
  void there_are_three_ways_to_ask_for_it() {
    assertEquals("luakit " + VersionRequest.VERSION + "\n", shell.run("version").out());
    assertEquals("luakit " + VersionRequest.VERSION + "\n", shell.run("--version").out());
    assertEquals("luakit " + VersionRequest.VERSION + "\n", shell.run("-V").out());
  }

  @Test
  void it_may_name_the_java_that_it_runs_on() {
    String out = shell.run("version", "--verbose").out();
    assertTrue(out.contains("\nJava " + System.getProperty("java.version") + " ("), out);
  }
}
