package dev.luakit.llb.bk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The files that are made of the declarations, and the program that writes them. */
final class ReferenceFiles {
  /** The command that writes them. */
  static final String COMMAND = "mvn -q -B -pl llb -am -P reference process-test-classes";

  private ReferenceFiles() {}

  /** What the files must be, by their names in the repository. */
  static Map<String, String> all() {
    return Map.of(
        "docs/api-reference.md", ReferencePage.write(COMMAND),
        "types/bk.lua", LuaTypes.write(COMMAND));
  }

  /**
   * Writes the files.
   *
   * @param arguments the repository's folder
   */
  public static void main(String[] arguments) throws IOException {
    for (Map.Entry<String, String> file : all().entrySet()) {
      Path path = Path.of(arguments[0]).resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
  }
}
