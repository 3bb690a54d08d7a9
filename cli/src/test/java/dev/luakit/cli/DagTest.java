package dev.luakit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code luakit dag}. */
class DagTest {
  private static final String SCRIPT =
      """
      local base = bk.image("alpine:3.19", { platform = "linux/arm64" })
      local src = bk.local_("context")
      local built = base:copy(src, ".", "/app"):run("make", {
          mounts = { bk.bind(src, "/src"), bk.cache("/cache") }
      })
      local merged = bk.merge(base, bk.diff(base, built))
      bk.export(merged:with_metadata({ description = "all of it" }), { entrypoint = { "/app/x" } })
      """;

  private Shell shell;

  @BeforeEach
  void script(@TempDir Path folder) {
    shell = new Shell(folder);
    shell.write("build.lua", SCRIPT);
  }

  private String dag(String... options) {
    List<String> args = new ArrayList<>(List.of("dag"));
    args.addAll(List.of(options));
    args.add("./build.lua");
    Shell.Result result = shell.run(args.toArray(new String[0]));
    assertEquals("", result.err());
    assertEquals(0, result.code());
    return result.out();
  }

  /** The lines of a DOT graph that are edges. */
  private static List<String> edges(String dot) {
    return dot.lines().filter(line -> line.contains(" -> ")).map(String::strip).toList();
  }

  @Test
  void a_graph_is_drawn_by_graphviz() {
    assertEquals(
        """
        digraph luakit {
          rankdir=LR;
          node [fontname="sans-serif", fontsize=10, style=filled];
          edge [fontname="sans-serif", fontsize=9];
          op1 [label="image alpine:3.19\\nlinux/arm64\\nbuild.lua:1", \
        shape=cylinder, fillcolor="#cfe2f3", tooltip="image alpine:3.19"];
          op2 [label="local context\\nbuild.lua:2", \
        shape=folder, fillcolor="#d9ead3", tooltip="local context"];
          op3 [label="copy . /app\\nbuild.lua:3", \
        shape=note, fillcolor="#eeeeee", tooltip="copy . /app"];
          op4 [label="run make\\nlinux/arm64\\nbuild.lua:3", \
        shape=box, fillcolor="#fff2cc", tooltip="run make"];
          op5 [label="diff\\nbuild.lua:6", \
        shape=trapezium, fillcolor="#ead1dc", tooltip="diff"];
          op6 [label="all of it\\nmerge of 2\\nbuild.lua:6", \
        shape=invtrapezium, fillcolor="#d9d2e9", tooltip="merge of 2"];
          export [label="export\\nentrypoint /app/x", \
        shape=box, style="filled,rounded", fillcolor="#b6d7a8"];
          op1 -> op3;
          op2 -> op3 [label="from"];
          op3 -> op4;
          op2 -> op4 [label="/src"];
          op1 -> op5 [label="lower"];
          op4 -> op5 [label="upper"];
          op1 -> op6 [label="1"];
          op5 -> op6 [label="2"];
          op6 -> export;
        }
        """,
        dag());
  }

  @Test
  void the_same_script_is_drawn_the_same_way() {
    assertEquals(dag(), dag("--format", "dot"));
    assertEquals(dag("--format=json"), dag("--format", "json"));
  }

  @Test
  void a_graph_can_be_written_to_a_file() throws IOException {
    assertEquals("", dag("-o", "./dag.dot"));
    assertEquals(dag(), shell.read("dag.dot"));
  }

  @Test
  void a_filter_keeps_edges_through_what_it_drops() {
    String dot = dag("--filter", "image,exec");
    assertEquals(
        List.of(
            "op1 -> op2 [style=dashed];",
            "op1 -> export [style=dashed];",
            "op2 -> export [style=dashed];"),
        edges(dot));
    assertTrue(dot.contains("op2 [label=\"run make\\n"), dot);
    assertFalse(dot.contains("local"), dot);
  }

  @Test
  void a_filter_knows_sorts_of_operations() {
    List<String> all = List.of("source", "file", "merge", "run", "diff");
    assertEquals(dag(), dag("--filter", String.join(",", all)));
    assertEquals(dag("--filter=copy,rm, mkdir,mkfile,symlink"), dag("--filter=file"));
    assertEquals(dag("--filter=image,local,git,http,oci-layout,local"), dag("--filter=source"));
  }

  @Test
  void a_filter_that_nothing_passes_leaves_the_export() {
    String dot = dag("--filter", "http");
    assertEquals(List.of(), edges(dot));
    assertTrue(dot.contains("export [label=\"export"), dot);
  }

  @Test
  void paths_that_meet_again_make_one_edge() {
    shell.write(
        "build.lua",
        """
        local s = bk.image("alpine")
        for i = 1, 60 do s = bk.merge(s:mkdir("/a" .. i), s:mkdir("/b" .. i)) end
        bk.export(s)
        """);
    assertEquals(List.of("op1 -> export [style=dashed];"), edges(dag("--filter=image")));
  }

  @Test
  void a_long_chain_needs_no_deep_stack() {
    shell.write(
        "build.lua",
        """
        local s = bk.image("alpine")
        for i = 1, 20000 do s = s:mkdir("/d" .. i) end
        bk.export(s:run("ls"))
        """);
    List<String> expected = List.of("op1 -> op2 [style=dashed];", "op2 -> export;");
    assertEquals(expected, edges(dag("--filter=image,run")));
    assertEquals(20_002, edges(dag()).size());
  }

  @Test
  void a_merge_shows_its_order_even_of_the_same_layer_twice() {
    shell.write("build.lua", "local s = bk.image('a') bk.export(bk.merge(s, bk.image('b'), s))");
    assertEquals(
        List.of(
            "op1 -> op3 [label=\"1\"];",
            "op2 -> op3 [label=\"2\"];",
            "op1 -> op3 [label=\"3\"];",
            "op3 -> export;"),
        edges(dag()));
  }

  @Test
  void scratch_is_an_export_of_nothing() {
    shell.write("build.lua", "bk.export(bk.scratch())");
    assertEquals(List.of(), edges(dag()));
    assertTrue(dag("--format=json").contains("\n  \"exported\": null,\n  \"ops\": [],\n"));
    assertEquals("export\nscratch\n", dag("--format=text"));
  }

  @Test
  void nothing_that_a_script_says_gets_out_of_its_label() {
    shell.write(
        "build.lua",
        """
        local s = bk.image("alpine"):run('x"];} \\\\N &lt; <b> \\27[2J\\n\\226\\128\\174' .. ("y"):rep(99))
        bk.export(s:with_metadata({ description = '"\\\\' }))
        """);
    String dot = dag("--filter", "run");
    assertTrue(
        dot.contains(
            "label=\"\\\"\\\\\\nrun x\\\"];} \\\\N &amp;lt; <b> \\\\x1B[2J\\\\n\\\\u{202E}y…yyy"),
        dot);
    assertTrue(dot.contains("yyy\\nbuild.lua:1\""), dot);
    String json = dag("--format=json", "--filter", "run");
    assertTrue(json.contains("\"label\": \"x\\\"];} \\\\N &lt; <b> \\u001b[2J\\n\\u202eyyy"), json);
    assertTrue(json.contains("\"description\": \"\\\"\\\\\""), json);
  }
}
