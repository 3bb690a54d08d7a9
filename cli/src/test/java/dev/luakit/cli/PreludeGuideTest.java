package dev.luakit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The library {@code prelude}, its document, its types and its builds speak of the same. */
class PreludeGuideTest {
  private static final Guide GUIDE = Guide.of("docs/prelude.md");
  private static final Path LIBRARY =
      Guide.ROOT.resolve("llb/src/main/resources/dev/luakit/llb/library/prelude.lua");
  private static final Path TYPES = Guide.ROOT.resolve("types/prelude.lua");
  private static final Pattern FUNCTION = Pattern.compile("(?m)^function prelude\\.(\\w+)\\(");
  private static final Pattern PART = Pattern.compile("(?m)^### prelude\\.(\\w+)\\(");
  private static final String RUN = "options `env`, `extra_hosts`, `ignore_cache`, `mounts`";

  @TempDir Path folder;

  private static List<String> all(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(found -> found.group(1)).toList();
  }

  private static List<String> functions() throws IOException {
    List<String> functions = all(FUNCTION, Files.readString(LIBRARY));
    assertTrue(functions.size() > 10);
    return functions;
  }

  /** The part of a text from one function's heading to the next one's. */
  private static String part(String text, Pattern heading, String function) {
    List<MatchResult> headings = heading.matcher(text).results().toList();
    for (int i = 0; i < headings.size(); i++) {
      if (headings.get(i).group(1).equals(function)) {
        int end = i + 1 < headings.size() ? headings.get(i + 1).start() : text.length();
        return text.substring(headings.get(i).start(), end);
      }
    }
    throw new AssertionError(function);
  }

  @Test
  void every_function_is_documented_typed_and_built() throws IOException {
    Set<String> functions = new TreeSet<>(functions());
    assertEquals(functions, new TreeSet<>(all(PART, Files.readString(GUIDE.file()))));
    assertEquals(functions, new TreeSet<>(all(FUNCTION, Files.readString(TYPES))));
    StringBuilder builds = new StringBuilder();
    try (Stream<Path> files = Files.list(Guide.ROOT.resolve("e2e/builds/prelude"))) {
      for (Path file : files.toList()) {
        builds.append(Files.readString(file));
      }
    }
    for (String function : functions) {
      assertTrue(builds.indexOf("prelude." + function + "(") >= 0, function);
    }
  }

  @Test
  void types_have_the_parameters_that_functions_take() throws IOException {
    Pattern head = Pattern.compile("(?m)^function (prelude\\.\\w+\\([\\w, ]*\\))");
    Set<String> heads = new TreeSet<>(all(head, Files.readString(LIBRARY)));
    assertEquals(heads.size(), functions().size());
    assertEquals(heads, new TreeSet<>(all(head, Files.readString(TYPES))));
  }

  /** The first line is how the Lua language server knows what {@code require} gives. */
  @Test
  void editors_know_the_types_by_the_name_that_scripts_require() throws IOException {
    String types = Files.readString(TYPES);
    assertTrue(types.startsWith("---@meta prelude\n"));
    assertTrue(types.endsWith("\nreturn prelude\n"));
  }

  /** What a function checks its options against is the table whose name stands in its body. */
  @Test
  void every_option_is_documented_and_typed() throws IOException {
    String library = Files.readString(LIBRARY);
    String guide = Files.readString(GUIDE.file());
    String types = Files.readString(TYPES);
    Pattern fields = Pattern.compile("(?m)^---@field (\\w+)\\??");
    for (String function : functions()) {
      String body = part(library, FUNCTION, function);
      List<String> tables = all(Pattern.compile("checked\\(call, ([A-Z]+), options\\)"), body);
      String documented = part(guide, PART, function);
      if (tables.isEmpty()) {
        assertTrue(!documented.contains("| option |"), function);
        continue;
      }
      String table = tables.getFirst().equals("SWITCHED") ? "USER" : tables.getFirst();
      MatchResult declared =
          Pattern.compile("local " + table + " = (with_run\\()?\\{(.*?)\\}", Pattern.DOTALL)
              .matcher(library)
              .results()
              .findFirst()
              .orElseThrow();
      Set<String> known = new TreeSet<>(all(Pattern.compile("(\\w+) = [A-Z]+"), declared.group(2)));
      if (tables.getFirst().equals("SWITCHED")) {
        known.add("switch");
      }
      String options = documented.substring(documented.indexOf("| option |"));
      assertEquals(
          known, new TreeSet<>(all(Pattern.compile("(?m)^\\| `(\\w+)`"), options)), function);
      assertEquals(declared.group(1) != null, options.contains(RUN), function);
      String name = function.substring(0, 1).toUpperCase(Locale.ROOT);
      String type = "---@class (exact) prelude." + name + function.substring(1) + "Options";
      String typed = types.substring(types.indexOf(type));
      typed = typed.substring(0, typed.indexOf("\n\n"));
      assertEquals(known, new TreeSet<>(all(fields, typed)), function);
      assertEquals(declared.group(1) != null, typed.contains(": prelude.RunOptions"), function);
    }
  }

  @Test
  void its_examples_use_the_function_that_they_are_for() throws IOException {
    String guide = Files.readString(GUIDE.file());
    for (String function : functions()) {
      String part = part(guide, PART, function);
      assertTrue(part.substring(part.indexOf("```lua")).contains("prelude." + function), function);
    }
  }

  @Test
  void its_scripts_are_in_order() throws IOException {
    Shell shell = new Shell(folder);
    for (String script : GUIDE.blocks("lua")) {
      List<String> lines = new ArrayList<>();
      if (!script.contains("require(")) {
        lines.add("local prelude = require('prelude')");
      }
      lines.add(script);
      if (!script.contains("bk.export(")) {
        lines.add("bk.export(bk.scratch())");
      }
      shell.write("build.lua", String.join("\n", lines));
      Shell.Result result = shell.run("validate", "./build.lua");
      assertEquals("", result.errWithoutLostResults(), script);
    }
  }

  @Test
  void its_links_lead_to_headings() throws IOException {
    String guide = Files.readString(GUIDE.file());
    Set<String> headings = new TreeSet<>();
    for (String heading : all(Pattern.compile("(?m)^##+ (.*)$"), guide)) {
      headings.add(heading.toLowerCase(Locale.ROOT).replaceAll("[^\\w -]", "").replace(' ', '-'));
    }
    for (String link : all(Pattern.compile("\\]\\(#([^)]*)\\)"), guide)) {
      assertTrue(headings.contains(link), link);
    }
  }
}
