package dev.luakit.cli;

import dev.luakit.cli.fmt.SourceFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The files of tests that a command line names. */
final class TestFiles {
  private static final String ENDING = "_test.lua";

  private final List<Path> files = new ArrayList<>();
  private final Set<Path> known = new HashSet<>();

  private TestFiles() {}

  /**
   * The files, each once: in the order of the names, and those of a directory sorted.
   *
   * @throws UsageException if a name is that of nothing, or there is no file
   */
  static List<Path> of(List<String> names) {
    TestFiles found = new TestFiles();
    for (String name : names) {
      found.add(name);
    }
    if (found.files.isEmpty()) {
      throw new UsageException(
          "there is no file whose name ends in " + ENDING + " in " + String.join(" or ", names),
          "write one, such as build_test.lua with: it(\"builds\", function()"
              + " testing.build(\"build.lua\") end)");
    }
    return found.files;
  }

  private void add(String name) {
    Path path = ScriptOptions.path(name);
    try {
      if (name.isEmpty() || !Files.isDirectory(path)) {
        add(ScriptOptions.file(name));
        return;
      }
      for (Path file : SourceFiles.below(path, ENDING)) {
        add(file.normalize());
      }
    } catch (IOException e) {
      throw new UsageException("cannot read " + name + ": " + Reason.of(e));
    }
  }

  private void add(Path file) throws IOException {
    if (known.add(file.toRealPath())) {
      files.add(file);
    }
  }
}
