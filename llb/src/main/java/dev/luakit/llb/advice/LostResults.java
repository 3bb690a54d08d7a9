package dev.luakit.llb.advice;

import dev.luakit.llb.graph.DiffOp;
import dev.luakit.llb.graph.Location;
import dev.luakit.llb.graph.MergeOp;
import dev.luakit.llb.graph.Op;
import dev.luakit.llb.graph.SourceFile;
import dev.luakit.llb.graph.State;
import dev.luakit.llb.graph.Vertex;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Warns of calls whose results a script has lost: who takes states for things that change writes
 * {@code s:run("make")}, and the command is in no image.
 */
public final class LostResults {
  /** Warnings that are told; more of the same kind would be of no more use. */
  private static final int MOST = 5;

  private final Reporter reporter;

  /** The calls that were warned of: a script is evaluated for each platform. */
  private final Set<String> told = new HashSet<>();

  private final Map<SourceFile, CallStatements> statements = new HashMap<>();

  /**
   * @param reporter gets the warnings
   */
  public LostResults(Reporter reporter) {
    this.reporter = reporter;
  }

  /** Warns of all that nothing uses where a state is exported. */
  public void warn(State exported) {
    warn(exported, false);
  }

  /**
   * Warns of those calls only that can't mean anything else. What is in a variable may be for
   * another target.
   */
  public void warnOfStatements(State exported) {
    warn(exported, true);
  }

  private void warn(State exported, boolean statements) {
    for (Vertex vertex : exported.unusedOperations()) {
      if (told.size() == MOST) {
        return;
      }
      Location call = reporter.ownCall(vertex.locations());
      boolean meant = statements && (call == null || !isStatement(call));
      if (!meant && told.add(line(call))) {
        reporter.add(
            call,
            "nothing uses what this " + vertex.op().kind() + " makes: it will not be done",
            Doubt.keep(example(vertex.op())));
      }
    }
  }

  private static String line(Location call) {
    return call == null ? "" : call.file().name() + ":" + call.startLine();
  }

  private boolean isStatement(Location call) {
    return statements
        .computeIfAbsent(call.file(), file -> new CallStatements(file.data()))
        .contains(call.startLine(), call.startColumn() + 1);
  }

  private static String example(Op op) {
    boolean function = op instanceof MergeOp || op instanceof DiffOp;
    return (function ? "bk." : "s:") + op.kind();
  }
}
