package dev.luakit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What docs/fuzzing.md says of the fuzz tests is so. */
class FuzzingGuideTest {
  private static final Guide GUIDE = Guide.of("docs/fuzzing.md");
  private static final Pattern ROW = Pattern.compile("\\| `(\\w+FuzzTest)` \\(`([a-z-]+)`\\) \\|");
  private static final Pattern OPTION = Pattern.compile("-D(fuzz|luakit)\\.([a-z.]+)=");

  /** The fuzz tests and their modules. */
  private static TreeMap<String, String> tests() throws IOException {
    TreeMap<String, String> tests = new TreeMap<>();
    for (Path file : files("*FuzzTest.java")) {
      String name = file.getFileName().toString().replace(".java", "");
      tests.put(name, Guide.ROOT.relativize(file).getName(0).toString());
    }
    return tests;
  }

  private static List<Path> files(String glob) throws IOException {
    List<Path> found = new ArrayList<>();
    try (Stream<Path> modules = Files.list(Guide.ROOT)) {
      for (Path module : modules.filter(Files::isDirectory).toList()) {
        Path tests = module.resolve("src/test");
        if (Files.isDirectory(tests)) {
          try (Stream<Path> files = Files.walk(tests)) {
            var matcher = tests.getFileSystem().getPathMatcher("glob:" + glob);
            files.filter(file -> matcher.matches(file.getFileName())).forEach(found::add);
          }
        }
      }
    }
    return found;
  }

  @Test
  void its_table_has_each_fuzz_test_with_its_module() throws IOException {
    TreeMap<String, String> rows = new TreeMap<>();
    Matcher row = ROW.matcher(Files.readString(GUIDE.file()));
    while (row.find()) {
      rows.put(row.group(1), row.group(2));
    }
    assertEquals(tests(), rows);
  }

  @Test
  void each_fuzz_test_has_kept_inputs() throws IOException {
    for (String test : tests().keySet()) {
      List<Path> folders = files(test + "Inputs");
      assertEquals(1, folders.size(), test);
      try (Stream<Path> inputs = Files.list(folders.getFirst())) {
        assertTrue(inputs.findAny().isPresent(), test);
      }
    }
  }

  @Test
  void its_short_run_is_the_one_of_ci() throws IOException {
    String command = "mvn -B -Pfuzz test\n";
    assertTrue(GUIDE.blocks("sh").contains(command));
    String ci = Files.readString(Guide.ROOT.resolve(".ci/run"));
    assertTrue(ci.contains("\n" + command.strip() + " "));
  }

  @Test
  void its_other_commands_name_modules_tests_and_properties_that_are_there() throws IOException {
    TreeMap<String, String> tests = tests();
    for (Path file : files("FuzzInputsTest.java")) {
      tests.put("FuzzInputsTest", Guide.ROOT.relativize(file).getName(0).toString());
    }
    String properties =
        Files.readString(Guide.ROOT.resolve("pom.xml"))
            + Files.readString(files("FuzzInputsTest.java").getFirst());
    int commands = 0;
    for (String block : GUIDE.blocks("sh")) {
      Matcher named = Pattern.compile("-pl ([a-z-]+) .*-Dtest=(\\w+)").matcher(block);
      if (named.find()) {
        assertEquals(tests.get(named.group(2)), named.group(1), block);
        commands++;
      }
      Matcher option = OPTION.matcher(block);
      while (option.find()) {
        assertTrue(properties.contains(option.group(1) + "." + option.group(2)), block);
      }
    }
    assertEquals(2, commands);
  }
}
