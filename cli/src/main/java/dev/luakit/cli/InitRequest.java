package dev.luakit.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Writes a script to begin with, and what editors need to know of it.
 *
 * @param kind what is built, or null for what the folder's files tell
 * @param folder where the files go, empty for here; it is made if it is not there
 * @param force whether files are replaced
 */
record InitRequest(ProjectKind kind, String folder, boolean force) implements Request {
  private static final String SCRIPT = "build.lua";

  /** All of {@code types/}: what a file there leaves out, the editor underlines as unknown. */
  private static final List<Types> TYPES =
      List.of(
          new Types("types/bk.lua", "what bk has, for editors"),
          new Types("types/os.lua", "what os has, for editors"),
          new Types("types/prelude.lua", "what require(\"prelude\") gives, for editors"),
          new Types("types/testing.lua", "what tests have, for editors"));

  /** A file for the Lua language server, and what it is said to be. */
  private record Types(String file, String what) {}

  @Override
  public void run(Host host) {
    Path root = ScriptOptions.path(folder);
    if (Files.exists(root) && !Files.isDirectory(root)) {
      throw new UsageException("--dir: " + folder + " is not a directory");
    }
    ProjectKind chosen = kind == null ? ProjectKind.of(root) : kind;
    Path script = root.resolve(SCRIPT);
    if (Files.exists(script) && !force) {
      throw new UsageException(
          script + " is there already, and stays as it is",
          "init --force replaces it; --dir FOLDER writes elsewhere");
    }
    StringBuilder told = new StringBuilder();
    write(told, script, resource(chosen.template()), reason(chosen, root));
    write(
        told,
        root.resolve(".luarc.json"),
        resource("init/luarc.json"),
        "for the Lua language server");
    for (Types types : TYPES) {
      write(told, root.resolve(types.file()), resource(types.file()), types.what());
    }
    told.append(next(script));
    new StandardOutput(host).write(told.toString().getBytes(StandardCharsets.UTF_8));
  }

  private String reason(ProjectKind chosen, Path root) {
    String sign = kind == null ? chosen.sign(root) : null;
    return "to build " + (sign == null ? chosen.text() : chosen.text() + ": " + sign + " is here");
  }

  /** Writes a file unless another one is there that is to stay. */
  private void write(StringBuilder told, Path file, byte[] bytes, String what) {
    String verb = "wrote";
    try {
      if (Files.exists(file) && !force) {
        verb = Arrays.equals(Files.readAllBytes(file), bytes) ? "has" : "kept";
      } else {
        if (file.getParent() != null) {
          Files.createDirectories(file.getParent());
        }
        Files.write(file, bytes);
      }
    } catch (IOException e) {
      throw new UsageException("cannot write " + file + ": " + Reason.of(e));
    }
    String note = verb.equals("kept") ? "is another one; --force replaces it" : what;
    int width = ScriptOptions.path(folder).resolve("types/testing.lua").toString().length();
    String name = Visible.line(file.toString());
    told.append(String.format("%-6s %-" + width + "s %s%n", verb, name, note));
  }

  private static byte[] resource(String name) {
    try (InputStream in = InitRequest.class.getResourceAsStream(name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new AssertionError(e); // It is in the same jar.
    }
  }

  private static String next(Path script) {
    String name = Visible.line(script.toString());
    Path folder = script.getParent();
    String context = folder == null ? "." : Visible.line(folder.toString());
    return "\nRead "
        + name
        + " first; then:\n"
        + "  luakit validate "
        + name
        + "\n  luakit dag --open "
        + name
        + "\n  luakit build "
        + name
        + " | buildctl build --local context="
        + context
        + " --output type=local,dest=out\n";
  }
}
