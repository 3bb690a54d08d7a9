package dev.luakit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which format {@code luakit dag} takes. */
class DagFormatTest {
  private DagShell shell;

  @BeforeEach
  void script(@TempDir Path folder) throws IOException {
    shell = new DagShell(folder);
    shell.example("hello");
  }

  @ParameterizedTest
  @CsvSource({
    "g.dot, dot",
    "g.gv, dot",
    "g.json, json",
    "g.txt, text",
    "g.svg, svg",
    "g.SVG, svg",
    "g.html, html",
    "g.htm, html",
    "svg, dot"
  })
  void the_name_of_the_file_tells_it(String file, String format) throws IOException {
    assertEquals("", shell.dag("-o", "./" + file));
    assertEquals(shell.dag("--format", format), shell.shell().read(file));
  }

  @Test
  void the_option_counts_more_than_the_name() throws IOException {
    shell.dag("-o", "./g.svg", "--format=json");
    assertTrue(shell.shell().read("g.svg").startsWith("{\n"));
  }

  @Test
  void an_unknown_one_is_answered_with_all_that_are_known() {
    assertEquals(
        "error: --format: 'hmtl' is not one of dot, json, text, svg, html (did you mean 'html'?)\n",
        shell.shell().run("dag", "--format", "hmtl", "./build.lua").err());
    assertEquals(
        "error: --format: 'SVG' is not one of dot, json, text, svg, html\n",
        shell.shell().run("dag", "--format", "SVG", "./build.lua").err());
  }
}
