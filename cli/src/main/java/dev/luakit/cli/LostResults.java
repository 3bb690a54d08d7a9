package dev.luakit.cli;

import dev.luakit.llb.graph.DiffOp;
import dev.luakit.llb.graph.Location;
import dev.luakit.llb.graph.MergeOp;
import dev.luakit.llb.graph.Op;
import dev.luakit.llb.graph.State;
import dev.luakit.llb.graph.Vertex;
import dev.luakit.vm.ByteStrings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Warns of calls whose results a script has lost: who takes states for things that change writes
 * {@code s:run("make")}, and the command is in no image.
 */
final class LostResults {
  /** Warnings that are told; more of the same kind would be of no more use. */
  private static final int MOST = 5;

  private final Path script;
  private final Host host;

  /** The calls that were warned of: a script is evaluated for each platform. */
  private final Set<String> told = new HashSet<>();

  /** Whether a file is there: a loop may lose the result of one call a million times. */
  private final Map<Path, Boolean> files = new HashMap<>();

  LostResults(Path script, Host host) {
    this.script = script;
    this.host = host;
  }

  /** Warns of what is lost where a state is exported. */
  void warn(State exported) {
    for (Vertex vertex : exported.unusedOperations()) {
      if (told.size() == MOST) {
        return;
      }
      String call = call(vertex.locations());
      if (told.add(call)) {
        warn(
            call + ": nothing uses what this " + vertex.op().kind() + " makes: it will not be done",
            "states don't change; keep what the call returns: s = " + example(vertex.op()));
      }
    }
  }

  private void warn(String message, String hint) {
    String warning = ErrorReport.warning(message, hint, ColorChoice.of(host));
    try {
      host.err().write(warning.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      return; // Nobody reads it, and the script is in order.
    }
  }

  private static String example(Op op) {
    boolean function = op instanceof MergeOp || op instanceof DiffOp;
    return (function ? "bk." : "s:") + op.kind() + "(…)";
  }

  /** The innermost call that is in a file of the user's, and not in a library of luakit's. */
  private String call(List<Location> calls) {
    for (Location call : calls) {
      Path file = script.resolveSibling(ByteStrings.toText(call.file().name()));
      if (files.computeIfAbsent(file, Files::exists)) {
        return file + ":" + call.startLine();
      }
    }
    return script.toString();
  }
}
