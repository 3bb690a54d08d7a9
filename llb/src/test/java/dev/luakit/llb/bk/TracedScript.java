package dev.luakit.llb.bk;

import dev.luakit.llb.Build;
import dev.luakit.llb.ScriptException;
import dev.luakit.llb.graph.Recording;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/** A script that can be run without one of the things that it gives the library's functions. */
final class TracedScript {
  private final Path folder;
  private final String code;
  private final Set<String> given = new TreeSet<>();
  private final Build build;

  /**
   * Runs the script.
   *
   * @param folder where to write what is run
   */
  TracedScript(Path script, Path folder) throws IOException {
    this.folder = folder;
    this.code = Files.readString(script);
    build = run("", given);
  }

  /** What the script gives to functions, as {@link Declared#toString} tells it. */
  Set<String> given() {
    return given;
  }

  /** What the script builds. */
  Build build() {
    return build;
  }

  /**
   * What it builds where something that it gives is left out or, where that is an error, changed.
   *
   * @return {@code null} where both are errors
   */
  Build without(Declared declared) throws IOException {
    String wanted =
        "call = \""
            + declared.function().qualifiedName()
            + "\", path = \""
            + declared.path()
            + "\"";
    try {
      return run(wanted, new TreeSet<>());
    } catch (ScriptException e) {
      try {
        return run(wanted + ", change = true", new TreeSet<>());
      } catch (ScriptException again) {
        return null;
      }
    }
  }

  private Build run(String wanted, Set<String> printed) throws IOException {
    Path file = folder.resolve("traced.lua");
    Files.writeString(
        file,
        "local wanted = { "
            + wanted
            + " }\n"
            + declarations()
            + tracing()
            + "do\n"
            + code
            + "\nend\n");
    return Recording.luakit()
        .print(line -> printed.add(new String(line, StandardCharsets.UTF_8).strip()))
        .build()
        .evaluate(file);
  }

  private static String tracing() throws IOException {
    try (InputStream in = TracedScript.class.getResourceAsStream("/tracing.lua")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** The declarations as a table of Lua. */
  private static String declarations() {
    StringBuilder out = new StringBuilder("local declared = {}\n");
    for (Signature function : Declarations.functions()) {
      out.append("declared[\"").append(function.qualifiedName()).append("\"] = {\n");
      out.append("  name = \"").append(function.name()).append("\",\n");
      out.append("  method = ").append(function.isMethod()).append(",\n  parameters = {\n");
      for (Parameter<?> parameter : function.parameters()) {
        out.append("    { name = \"").append(parameter.name()).append("\", fields = ");
        appendFields(out, parameter.type()).append(" },\n");
      }
      out.append("  },\n  options = {\n");
      for (Option<?> option : function.options()) {
        out.append("    ").append(option.name()).append(" = ");
        appendFields(out, option.type()).append(",\n");
        if (option.alias() != null) {
          out.append("    ").append(option.alias()).append(" = {},\n");
        }
      }
      out.append("  },\n}\n");
    }
    return out.toString();
  }

  private static StringBuilder appendFields(StringBuilder out, ValueType<?> type) {
    out.append("{ ");
    if (type.table() != null) {
      for (Option<?> field : type.table().fields()) {
        out.append(field.name()).append(" = true, ");
      }
    }
    return out.append("}");
  }
}
