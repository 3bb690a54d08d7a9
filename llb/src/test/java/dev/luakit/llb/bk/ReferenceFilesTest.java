package dev.luakit.llb.bk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.luakit.llb.graph.Recording;
import dev.luakit.stdlib.LuaSandbox;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The files that are made of the declarations say what these say, and hold what they promise. */
class ReferenceFilesTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern LUA = Pattern.compile("```lua\n(.*?)```", Pattern.DOTALL);
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");
  private static final Pattern LINK = Pattern.compile("]\\(([^)]*)\\)");

  /** Exports something where an example does not, and at most once. */
  private static final String AFTERWARDS = "\npcall(bk.export, bk.scratch())\n";

  private static String page() throws IOException {
    return Files.readString(ROOT.resolve("docs/api-reference.md"));
  }

  @Test
  void areWhatTheDeclarationsMakeNow() throws IOException {
    for (Map.Entry<String, String> file : ReferenceFiles.all().entrySet()) {
      assertEquals(
          file.getValue(),
          Files.readString(ROOT.resolve(file.getKey())),
          file.getKey() + " is out of date; this makes it again: " + ReferenceFiles.COMMAND);
    }
  }

  @Test
  void eachFunctionStandsInOnePartAndHasAnExample() throws IOException, URISyntaxException {
    List<Signature> functions = new ArrayList<>();
    for (ReferenceSection section : ReferenceSection.all()) {
      functions.addAll(section.functions());
    }
    assertEquals(functions.size(), new HashSet<>(functions).size());
    assertEquals(new HashSet<>(Declarations.functions()), new HashSet<>(functions));
    Set<String> examples = new TreeSet<>();
    URI folder = ReferenceFilesTest.class.getResource("/reference").toURI();
    try (Stream<Path> files = Files.list(Path.of(folder))) {
      files.forEach(file -> examples.add(file.getFileName().toString().replace(".lua", "")));
    }
    Set<String> names = new TreeSet<>();
    functions.forEach(function -> names.add(function.owner() + "." + function.name()));
    assertEquals(names, examples);
  }

  static List<String> examples() throws IOException {
    List<String> examples = new ArrayList<>();
    Matcher matcher = LUA.matcher(page());
    while (matcher.find()) {
      examples.add(matcher.group(1));
    }
    assertEquals(Declarations.functions().size(), examples.size());
    return examples;
  }

  @ParameterizedTest
  @MethodSource("examples")
  void theExamplesEvaluate(String example, @TempDir Path folder) throws IOException {
    Path script = Files.writeString(folder.resolve("build.lua"), example + AFTERWARDS);
    Recording.luakit().build().evaluate(script);
  }

  @Test
  void theExamplesUseTheFunctionThatTheyAreFor() throws IOException {
    for (ReferenceSection section : ReferenceSection.all()) {
      for (Signature function : section.functions()) {
        String call = (function.isMethod() ? ":" : "bk.") + function.name() + "(";
        String part = page().split("### " + Pattern.quote(function.qualifiedName() + "("))[1];
        assertTrue(part.substring(0, part.indexOf("\n```\n")).contains(call), call);
      }
    }
  }

  @Test
  void linksLeadSomewhere() throws IOException {
    Set<String> anchors = new HashSet<>();
    Matcher headings = HEADING.matcher(page());
    while (headings.find()) {
      anchors.add("#" + ReferencePage.anchor(headings.group(1)));
    }
    Matcher links = LINK.matcher(page());
    while (links.find()) {
      String target = links.group(1);
      boolean found =
          target.startsWith("https://")
              || anchors.contains(target)
              || Files.exists(ROOT.resolve("docs").resolve(target));
      assertTrue(found, target);
    }
  }

  @Test
  void theTypesAreLuaAndHaveEachFunctionAndOption() throws IOException {
    String types = Files.readString(ROOT.resolve("types/bk.lua"));
    LuaSandbox lua = LuaSandbox.builder().build();
    lua.run(types + "\ntypes = { bk = bk, state = state }", "bk.lua");
    for (Signature function : Declarations.functions()) {
      String member = "types." + function.owner() + "." + function.name();
      assertEquals("function", lua.run("return type(" + member + ")", "test").getFirst().text());
      for (Option<?> option : function.options()) {
        String fields = types.split("---@class \\(exact\\) " + LuaTypes.optionsClass(function))[1];
        String field = "\n---@field " + option.name() + "? " + option.type().annotation() + " ";
        assertTrue(fields.substring(0, fields.indexOf("\n\n")).contains(field), field);
      }
    }
    for (Declarations.Property property : Declarations.PROPERTIES) {
      assertTrue(types.contains("---@field " + property.name() + " " + property.type()));
    }
  }

  /** Names of classes that no type stands for would go unnoticed in an editor. */
  @Test
  void theTypesNameOnlyClassesThatThereAre() throws IOException {
    String types = Files.readString(ROOT.resolve("types/bk.lua"));
    Set<String> classes = new TreeSet<>();
    Matcher declared = Pattern.compile("---@class (?:\\(exact\\) )?([\\w.]+)").matcher(types);
    while (declared.find()) {
      classes.add(declared.group(1));
    }
    Matcher used = Pattern.compile("bk\\.[A-Z]\\w*").matcher(types);
    while (used.find()) {
      assertTrue(classes.contains(used.group()), used.group());
    }
  }

  @Test
  void theTypesOfOsAreWhatTheSandboxHas() throws IOException {
    String types = Files.readString(ROOT.resolve("types/os.lua"));
    Set<String> typed = new TreeSet<>();
    Matcher matcher = Pattern.compile("(?m)^function os\\.(\\w+)").matcher(types);
    while (matcher.find()) {
      typed.add(matcher.group(1));
    }
    String names =
        """
        local names = {}
        for name, f in pairs(os) do
          local ok, message = pcall(f)
          if ok or not message:find("not available", 1, true) then names[#names + 1] = name end
        end
        return table.concat(names, " ")
        """;
    LuaSandbox lua = LuaSandbox.builder().build();
    String there = lua.run(names, "test").getFirst().text();
    assertEquals(new TreeSet<>(List.of(there.split(" "))), typed);
    lua.run(types, "os.lua");
  }
}
