package dev.luakit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
  private static final Path DOC = Path.of("..", "docs", "dag.md");
  private static final Pattern BLOCK = Pattern.compile("```(\\w+)\n(.*?)```", Pattern.DOTALL);

  private DagShell shell;

  @BeforeEach
  void script(@TempDir Path folder) throws IOException {
    shell = new DagShell(folder);
    shell.script(blocks("lua").getFirst());
  }

  private static List<String> blocks(String language) throws IOException {
    List<String> blocks = new ArrayList<>();
    Matcher matcher = BLOCK.matcher(Files.readString(DOC));
    while (matcher.find()) {
      if (matcher.group(1).equals(language)) {
        blocks.add(matcher.group(2));
      }
    }
    assertTrue(!blocks.isEmpty(), language);
    return blocks;
  }

  @Test
  void its_trees_are_what_their_commands_write() throws IOException {
    List<String> blocks = blocks("text");
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
    assertEquals(blocks("dot").getFirst(), shell.dag());
  }

  @Test
  void its_json_is_what_is_written() throws IOException {
    assertEquals(blocks("json").getFirst(), shell.dag("--format=json", "--filter=run"));
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
    String doc = Files.readString(DOC);
    for (String member : members) {
      assertTrue(
          Pattern.compile("[`.]" + member + "`").matcher(doc).find(), () -> "nothing of " + member);
    }
    assertTrue(members.size() > 20);
  }

  @Test
  void its_commands_run() throws IOException, InterruptedException {
    Shell clone = shell.shell();
    clone.write("luakit", "#!/bin/sh\nexec " + Shell.quoted(Shell.command(List.of())) + "\"$@\"\n");
    assertTrue(clone.path("luakit").toFile().setExecutable(true));
    Path examples = Path.of("..", "examples").toAbsolutePath().normalize();
    Files.createSymbolicLink(clone.path("examples"), examples);
    for (String line : blocks("sh").getFirst().lines().toList()) {
      Process process = clone.start(Map.of(), List.of("sh", "-c", line));
      Shell.Result result = clone.finish(process, process.getInputStream().readAllBytes());
      assertEquals("", result.err(), line);
      assertEquals(0, result.code(), line);
    }
    assertTrue(clone.read("hello.html").startsWith("<!DOCTYPE html>"));
    assertTrue(clone.read("hello.svg").contains("<svg "));
  }
}
