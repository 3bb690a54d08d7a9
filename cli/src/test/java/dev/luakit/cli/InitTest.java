package dev.luakit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code luakit init} makes a folder ready for a first build. */
class InitTest {
  private Shell shell;

  @BeforeEach
  void folder(@TempDir Path folder) {
    shell = new Shell(folder);
  }

  @Test
  void it_writes_a_script_and_what_editors_need_and_says_what_to_do_next() throws IOException {
    Shell.Result result = shell.run("init", "plain", "--dir", "./");
    assertEquals("", result.err());
    assertEquals(List.of(".luarc.json", "build.lua", "types"), shell.files());
    assertTrue(result.out().contains("luakit validate "), result.out());
    assertTrue(result.out().contains("| buildctl build --local context="), result.out());
    assertEquals(Files.readString(Guide.ROOT.resolve(".luarc.json")), shell.read(".luarc.json"));
  }

  @Test
  void editors_get_all_types_that_there_are() throws IOException {
    Shell.Result result = shell.run("init", "plain", "--dir", "./");
    List<Path> types;
    try (Stream<Path> files = Files.list(Guide.ROOT.resolve("types"))) {
      types = files.sorted().toList();
    }
    assertTrue(types.contains(Guide.ROOT.resolve("types/prelude.lua")));
    for (Path file : types) {
      String written = "types/" + file.getFileName();
      assertTrue(result.out().contains(written), written);
      assertEquals(Files.readString(file), shell.read(written));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "plain | image alpine:3.19 | run apk add | export: cmd sh",
        "go | image golang: | mount cache /go/pkg/mod | run go build | export: entrypoint /app",
        "node | image node: | mount cache /root/.npm | run npm install | export: cmd npm start",
        "python | image python: | mount cache /root/.cache/pip | export: cmd /venv/bin/python",
        "java | image maven: | mvn -B package | export: entrypoint java -jar /app.jar",
        "gradle | image gradle: | gradle --no-daemon | export: entrypoint java -jar /app.jar",
        "rust | image rust: | cargo build --release | export: entrypoint /usr/local/bin/app",
      })
  void each_script_builds_a_project_of_its_kind(ArgumentsAccessor row) throws IOException {
    shell.run("init", row.getString(0), "--dir", "./");
    assertEquals("", shell.run("validate", "./build.lua").err());
    Shell.Result formatted = shell.run("fmt", "--diff", "./build.lua");
    assertEquals("", formatted.err() + formatted.out(), "is not as luakit fmt lays it out");
    String graph = shell.run("dag", "--format", "text", "./build.lua").out();
    for (int i = 1; i < row.size(); i++) {
      assertTrue(graph.contains(row.getString(i)), graph);
    }
    assertTrue(graph.contains("local context"), graph);
    for (String line : shell.read("build.lua").split("\n")) {
      assertTrue(line.length() <= 120, line);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "go.mod, go",
    "package.json, node",
    "pyproject.toml, python",
    "requirements.txt, python",
    "pom.xml, java",
    "build.gradle, gradle",
    "build.gradle.kts, gradle",
    "Cargo.toml, rust",
    "notes.txt, plain"
  })
  void the_folder_s_files_tell_the_kind(String file, String kind) throws IOException {
    shell.write(file, "");
    shell.run("init", "--dir", "./");
    String expected = "/dev/luakit/cli/init/" + kind + ".lua";
    try (var in = InitTest.class.getResourceAsStream(expected)) {
      assertEquals(new String(in.readAllBytes(), StandardCharsets.UTF_8), shell.read("build.lua"));
    }
  }

  @Test
  void a_script_that_is_there_stays_and_nothing_else_is_written() throws IOException {
    shell.write("build.lua", "mine");
    Shell.Result result = shell.run("init", "go", "--dir", "./");
    assertEquals(2, result.code());
    assertTrue(result.err().contains("is there already"), result.err());
    assertTrue(result.err().contains("--force"), result.err());
    assertEquals("mine", shell.read("build.lua"));
    assertEquals(List.of("build.lua"), shell.files());
  }

  @Test
  void settings_of_the_user_s_own_stay() throws IOException {
    shell.write(".luarc.json", "{}");
    Shell.Result result = shell.run("init", "go", "--dir", "./");
    assertEquals(0, result.code());
    assertEquals("{}", shell.read(".luarc.json"));
    assertTrue(result.out().contains("kept"), result.out());
  }

  @Test
  void force_replaces_all() throws IOException {
    shell.write("build.lua", "mine");
    shell.write(".luarc.json", "{}");
    assertEquals(0, shell.run("init", "go", "--dir", "./", "--force").code());
    assertFalse(shell.read("build.lua").contains("mine"));
    assertTrue(shell.read(".luarc.json").contains("types"));
  }

  @Test
  void a_folder_that_is_not_there_is_made() throws IOException {
    assertEquals(0, shell.run("init", "go", "--dir", "./a/b").code());
    assertTrue(shell.read("a/b/build.lua").contains("golang"));
  }

  @Test
  void the_list_is_a_table_for_a_folder_of_any_name() {
    String told = shell.run("init", "go", "--dir", "./services/authentication").out();
    List<String> files = told.lines().filter(line -> line.startsWith("wrote")).toList();
    int column = files.getFirst().indexOf("to build");
    for (String line : files) {
      assertEquals(' ', line.charAt(column - 1), told);
      assertTrue(line.charAt(column) != ' ', told);
    }
  }

  @Test
  void a_file_in_a_folder_s_place_is_named() throws IOException {
    shell.write("types", "");
    Shell.Result result = shell.run("init", "go", "--dir", "./");
    assertEquals(2, result.code());
    assertTrue(result.err().contains("types is not a directory"), result.err());
  }

  @ParameterizedTest
  @CsvSource({"golang, go", "nodejs, node", "py, python", "maven, java", "cargo, rust"})
  void another_name_of_a_kind_is_told_the_one_that_is_known(String typed, String kind) {
    Shell.Result result = shell.run("init", typed);
    assertEquals(2, result.code());
    assertTrue(result.err().contains("(did you mean '" + kind + "'?)"), result.err());
  }

  @Test
  void an_unknown_kind_is_told_the_known_ones() {
    Shell.Result result = shell.run("init", "pyton");
    assertEquals(2, result.code());
    assertTrue(result.err().contains("(did you mean 'python'?)"), result.err());
  }
}
