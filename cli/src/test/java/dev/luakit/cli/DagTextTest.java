package dev.luakit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code luakit dag --format text}. */
class DagTextTest {
  private DagShell shell;

  @BeforeEach
  void folder(@TempDir Path folder) {
    shell = new DagShell(folder);
  }

  private String text(String... filter) {
    String[] options = new String[filter.length + 1];
    options[0] = "--format=text";
    System.arraycopy(filter, 0, options, 1, filter.length);
    return shell.dag(options);
  }

  @Test
  void what_is_exported_stands_above_what_it_needs() {
    shell.script(
        """
        local base = bk.image("golang:1.22", { platform = "linux/arm64" })
        local built = base:copy(bk.local_("context"), ".", "/src")
            :run("go build", { mounts = { bk.cache("/go/pkg/mod", { id = "gomod" }), bk.ssh() } })
        local files = bk.scratch():copy(built, "/src/app", "/app")
        bk.export(bk.merge(base, files):with_metadata({ description = "all" }), { user = "me" })
        """);
    assertEquals(
        """
        export: user me
        op6 all · merge of 2                  build.lua:5
        ├─ 1: op1 image (below)
        2: op5 copy /src/app /app             build.lua:4
        from: op4 run go build (linux/arm64)  build.lua:3
        │    mount cache /go/pkg/mod id=gomod
        │    mount ssh /run/ssh id=default
        op3 copy . /src                       build.lua:2
        ├─ from: op2 local context            build.lua:2
        op1 image golang:1.22 (linux/arm64)   build.lua:1
        """,
        text());
  }

  @Test
  void a_filter_shows_where_operations_are_left_out() {
    shell.script(
        """
        local base = bk.image("alpine")
        local made = base:copy(bk.local_("x"), ".", "/a"):run("make")
        bk.export(bk.merge(base, bk.diff(base, made)):rm("/a"))
        """);
    assertEquals(
        """
        export
        ┊
        op4 merge of 2           build.lua:3
        ├─ 1: op1 image (below)
        ┊
        2: op3 run make          build.lua:2
        ├┄ op2 local x           build.lua:2
        ┊
        op1 image alpine:latest  build.lua:1
        """,
        text("--filter=run,merge,source"));
  }

  @Test
  void a_command_of_several_lines_is_shown_without_its_indentation() {
    shell.script(
        """
        bk.export(bk.image("alpine"):run([[
            set -e
            if [ -f Makefile ]; then
                make
            fi
        ]]))
        """);
    assertEquals(
        """
        export
        op2 run set -e\\nif [ -f Makefile ]; then\\nmake\\nfi  build.lua:1
        op1 image alpine:latest                             build.lua:1
        """,
        text());
  }

  @Test
  void what_is_shared_is_shown_once() {
    shell.script(
        """
        local s = bk.image("alpine")
        for i = 1, 60 do s = bk.merge(s, s) end
        bk.export(s)
        """);
    String tree = text();
    assertEquals(1 + 2 * 60 + 1, tree.lines().count());
    assertEquals(60, tree.lines().filter(line -> line.endsWith("(below)")).count());
  }

  @Test
  void a_long_chain_takes_no_width() {
    shell.script(
        """
        local base, s = bk.image("alpine"), bk.scratch():mkdir("/x")
        for i = 1, 20000 do s = base:copy(s, "/x", "/x"):run("r" .. i) end
        bk.export(s)
        """);
    String tree = text();
    assertEquals(60_002, tree.lines().count());
    assertTrue(tree.lines().mapToInt(String::length).max().orElseThrow() < 60);
  }

  @Test
  void branches_of_branches_end_somewhere() {
    shell.script(
        """
        local function branch(depth, length)
            local s = bk.image("i" .. depth)
            for i = 1, length do s = s:mkdir("/d" .. i) end
            return depth == 0 and s or bk.merge(s, branch(depth - 1, length - 10))
        end
        bk.export(branch(40, 500))
        """);
    String tree = text();
    assertTrue(tree.contains("(below)"), tree);
    assertTrue(tree.lines().mapToInt(String::length).max().orElseThrow() < 110);
    assertEquals(41, tree.lines().filter(line -> line.contains(" image i")).count());
  }

  @Test
  void nothing_that_a_script_says_reaches_the_terminal() {
    shell.hostile();
    String tree = text();
    assertFalse(tree.chars().anyMatch(c -> c != '\n' && !Visible.isPlain(c) && c < 0xD800), tree);
    assertTrue(tree.lines().mapToInt(Columns::of).max().orElseThrow() < 120, tree);
  }
}
