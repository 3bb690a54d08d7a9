package dev.luakit.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Homebrew formula. */
class FormulaTest {
  private static final Path FORMULA = Release.file("luakit.rb");

  @TempDir Path temp;

  private static String value(String name) throws IOException {
    Matcher line = Pattern.compile("\n  " + name + " \"(.*)\"").matcher(Files.readString(FORMULA));
    assertTrue(line.find(), name);
    return line.group(1);
  }

  @Test
  void it_names_the_archive_and_its_digest() throws IOException {
    assertTrue(value("url").endsWith("/v" + Release.VERSION + "/" + Release.tar().getFileName()));
    assertEquals(Tree.sha256(Release.tar()), value("sha256"));
    assertFalse(Files.readString(FORMULA).matches("(?s).*@\\w+@.*"));
  }

  /** As Homebrew's own audit wants it. */
  @Test
  void its_description_is_short_and_has_no_full_stop() throws IOException {
    String description = value("desc");
    assertTrue(description.length() <= 80 && !description.endsWith("."), description);
  }

  @Test
  void it_is_ruby() throws Exception {
    assertEquals("Syntax OK\n", Command.in(temp, "ruby", "-wc", FORMULA.toString()).run());
  }

  /** Homebrew itself is not there: a script stands in for what the formula uses of it. */
  @Test
  void what_it_installs_passes_its_own_test() throws Exception {
    Command.in(temp, "tar", "-xzf", Release.tar().toString()).run();
    Path homebrew = Path.of("src/test/resources/homebrew.rb").toAbsolutePath();
    Path prefix = temp.resolve("a prefix");
    String said =
        Command.in(
                temp.resolve(Release.NAME),
                "ruby",
                homebrew.toString(),
                FORMULA.toString(),
                prefix.toString())
            .with("HOMEBREW_VERSION_OF_FORMULA", Release.VERSION)
            .with("JAVA_HOME", "/nowhere")
            .with("JDK_OF_HOMEBREW", System.getProperty("java.home"))
            .run();
    assertTrue(said.endsWith("passed\n"), said);
    for (String file :
        new String[] {
          "bin/luakit",
          "etc/bash_completion.d/luakit",
          "share/zsh/site-functions/_luakit",
          "share/fish/vendor_completions.d/luakit.fish",
          "share/man/man1/luakit-build.1",
          "libexec/types/bk.lua",
        }) {
      assertTrue(Files.isRegularFile(prefix.resolve(file)), file);
    }
    try (var caches = Files.newDirectoryStream(prefix.resolve("libexec/cache"), "*.aot")) {
      assertTrue(caches.iterator().hasNext());
    }
  }
}
