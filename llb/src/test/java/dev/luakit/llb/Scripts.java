package dev.luakit.llb;

import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.luakit.llb.graph.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes scripts to a folder and evaluates them. */
record Scripts(Path folder) {
  Path write(String name, String code) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, code);
  }

  Build evaluate(String code) throws IOException {
    return luakit().evaluate(write("build.lua", code));
  }

  /** The error that the script ends with, as {@code FILE:LINE:COLUMN: MESSAGE}. */
  String failure(String code) throws IOException {
    ScriptException e = exception(code);
    String file = e.file() == null ? "?" : Path.of(e.file()).getFileName().toString();
    return file + ":" + e.line() + ":" + e.column() + ": " + e.message();
  }

  ScriptException exception(String code) throws IOException {
    Path script = write("build.lua", code);
    return assertThrows(ScriptException.class, () -> luakit().evaluate(script));
  }

  private static Luakit luakit() {
    return Luakit.builder().platform(Platform.parse("linux/amd64")).build();
  }
}
