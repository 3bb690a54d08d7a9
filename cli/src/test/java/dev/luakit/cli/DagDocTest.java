package dev.luakit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code docs/dag.md} shows is what comes out. */
class DagDocTest {
  private static final Guide GUIDE = Guide.of("docs/dag.md");

  private DagShell shell;

  @BeforeEach
  void script(@TempDir Path folder) throws IOException {
    shell = new DagShell(folder);
    shell.script(GUIDE.blocks("lua").getFirst());
  }

  @Test
  void its_trees_are_what_their_commands_write() throws IOException {
    List<String> blocks = GUIDE.blocks("text");
    assertEquals(2, blocks.size());
    for (String block : blocks) {
      int end = block.indexOf('\n');
      String command = block.substring(0, end);
      assertTrue(command.startsWith("luakit dag build.lua "), command);
      String[] options = command.substring("luakit dag build.lua ".length()).split(" ");
      assertEquals(block.substring(end + 1), shell.dag(options));
    }
  }

  @Test
  void its_dot_is_what_is_written() throws IOException {
    assertEquals(GUIDE.blocks("dot").getFirst(), shell.dag());
  }

  @Test
  void its_json_is_what_is_written() throws IOException {
    assertEquals(GUIDE.blocks("json").getFirst(), shell.dag("--format=json", "--filter=run"));
  }

  @Test
  void it_tells_about_every_member() throws IOException {
    String json = shell.dag("--format=json");
    String config = json.substring(0, json.indexOf("\"image_config\""));
    TreeSet<String> members = new TreeSet<>();
    Matcher matcher = Pattern.compile("\"(\\w+)\": ").matcher(config);
    while (matcher.find()) {
      members.add(matcher.group(1));
    }
    String doc = Files.readString(GUIDE.file());
    for (String member : members) {
      assertTrue(
          Pattern.compile("[`.]" + member + "`").matcher(doc).find(), () -> "nothing of " + member);
    }
    assertTrue(members.size() > 20);
  }

  @Test
  void its_commands_run() throws IOException, InterruptedException {
    Shell clone = shell.shell();
    Guide.makeClone(clone);
    for (String line : GUIDE.blocks("sh").getFirst().lines().toList()) {
      Guide.run(clone, Map.of(), line);
    }
    assertTrue(clone.read("hello.html").startsWith("<!DOCTYPE html>"));
    assertTrue(clone.read("hello.svg").contains("<svg "));
  }
}
