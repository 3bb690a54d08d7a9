package dev.luakit.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What docs/releasing.md says is so. */
class ReleasingGuideTest {
  private static final Pattern BLOCK = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);
  private static final Pattern NAME = Pattern.compile("`([^` ]+)`");

  private static String read(String file) throws IOException {
    return Files.readString(Release.ROOT.resolve(file));
  }

  private static List<String> commands() throws IOException {
    List<String> commands = new ArrayList<>();
    Matcher block = BLOCK.matcher(read("docs/releasing.md"));
    while (block.find()) {
      commands.addAll(block.group(1).lines().toList());
    }
    return commands;
  }

  @Test
  void its_table_names_each_file_that_is_published() throws IOException {
    TreeSet<String> told = new TreeSet<>();
    for (String row : read("docs/releasing.md").lines().filter(l -> l.startsWith("| `")).toList()) {
      Matcher name = NAME.matcher(row.substring(0, row.indexOf(" | ")));
      while (name.find()) {
        told.add(name.group(1).replace("VERSION", Release.VERSION));
      }
    }
    String arch = System.getProperty("os.arch");
    TreeSet<String> published = new TreeSet<>();
    for (Path file : Tree.files(Release.folder())) {
      published.add(file.getFileName().toString().replace("-linux-" + arch, "-linux-ARCH"));
    }
    if (System.getProperty("luakit.native.archive") == null) {
      assertTrue(told.remove(Release.NAME + "-linux-ARCH.tar.gz"));
    }
    assertEquals(published, told);
  }

  /** Maven does not run Maven here: CI does, with these very commands. */
  @Test
  void its_builds_are_those_of_ci_and_of_the_second_build() throws IOException {
    List<String> commands = commands();
    assertEquals(4, commands.size());
    assertEquals("mvn -B -Prelease verify", commands.get(0));
    String ci = read(".ci/run");
    assertTrue(ci.contains("\nprofiles=release\n"));
    assertTrue(ci.lines().anyMatch(line -> line.matches("mvn -B -P\\$profiles .*verify .*")));
    String options = commands.get(1).substring("mvn -B ".length());
    assertTrue(read("release/rebuild").contains(options), options);
    assertEquals("release/rebuild", commands.get(3));
    assertTrue(ci.contains("\nrelease/rebuild\n"));
  }

  @Test
  void its_digests_can_be_checked() throws Exception {
    String command = commands().get(2);
    assertEquals("", Command.in(Release.ROOT, "sh", "-c", command).run());
    List<String> sums = Files.readAllLines(Release.file("SHA256SUMS"));
    assertEquals(Tree.files(Release.folder()).size() - 1, sums.size());
  }

  @Test
  void its_properties_are_those_of_the_build() throws IOException {
    Matcher property = Pattern.compile("-D(release\\.\\w+)=").matcher(read("docs/releasing.md"));
    List<String> properties = property.results().map(found -> found.group(1)).toList();
    assertEquals(3, properties.size());
    for (String name : properties) {
      assertTrue(read("release/pom.xml").contains("<" + name + ">"), name);
    }
  }
}
