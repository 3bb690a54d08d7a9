package dev.luakit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A folder with a script, to draw its graph. */
final class DagShell {
  /** Texts that mean something to a terminal, to XML, HTML, JavaScript or Graphviz; as Lua. */
  static final String HOSTILE =
      "'</script><script>alert(1)</script>\"><img src=x onerror=alert(2)> ]]> <!-- &amp; \\\\N {}"
          + " \\27[31mred \\0\\1\\r\\n\\t\\127 \\194\\155 \\226\\128\\174rtl \\226\\128\\168"
          + " \\239\\191\\191 \\240\\159\\152\\128 \\228\\184\\173'";

  private static final Path EXAMPLES = Path.of("..", "examples");

  private final Shell shell;

  DagShell(Path folder) {
    shell = new Shell(folder);
  }

  Shell shell() {
    return shell;
  }

  void script(String text) {
    shell.write("build.lua", text);
  }

  /** Takes the script of an example. */
  void example(String name) throws IOException {
    script(Files.readString(EXAMPLES.resolve(name).resolve("build.lua")));
  }

  /** A script of {@link #HOSTILE} text wherever a script can put text. */
  void hostile() {
    script(
        """
        local evil = %s
        local plain = evil:gsub("%%z", "")
        local s = bk.image("alpine"):run({ "echo", evil, ("x"):rep(1000000) }, {
            env = { A = plain }, mounts = { bk.cache("/" .. plain, { id = plain }) },
        })
        s = s:mkfile("/f", "\\255\\254"):with_metadata({
            description = evil, progress_group = { id = evil, name = evil },
        })
        bk.export(s, { entrypoint = { evil }, labels = { a = evil } })
        """
            .formatted(HOSTILE));
  }

  /** A script of 200 operations or so, many of which share what they need. */
  void many() {
    script(
        """
        local base = bk.image("ubuntu:24.04"):run("apt-get install -y build-essential cmake")
        local source = bk.local_("context")
        local layers = {}
        for i = 1, 33 do
            local built = base:copy(source, "/lib" .. i, "/src")
                :run("make -C /src install", {
                    mounts = i > 1 and { bk.bind(layers[(i + 1) / 2 - (i + 1) / 2 % 1], "/deps") }
                        or {},
                })
                :mkdir("/licenses")
                :rm("/src")
            layers[i] = bk.diff(base, built:mkfile("/licenses/" .. i, "MIT"))
        end
        bk.export(bk.merge(unpack(layers)))
        """);
  }

  /** What {@code luakit dag} writes for the script, without a complaint. */
  String dag(String... options) {
    List<String> args = new ArrayList<>(List.of("dag"));
    args.addAll(List.of(options));
    args.add("./build.lua");
    Shell.Result result = shell.run(args.toArray(new String[0]));
    assertEquals("", result.err());
    assertEquals(0, result.code());
    return result.out();
  }
}
