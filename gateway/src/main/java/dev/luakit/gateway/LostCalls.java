package dev.luakit.gateway;

import dev.luakit.llb.Build;
import dev.luakit.llb.advice.LostResults;
import dev.luakit.llb.advice.Reporter;
import dev.luakit.llb.graph.Location;
import dev.luakit.vm.ByteStrings;
import java.util.List;

/** Warns of calls whose results the script has lost, before what is missing makes others fail. */
final class LostCalls implements Reporter {
  private final Warnings warnings;
  private final UserFiles files;
  private final LostResults lost = new LostResults(this);

  LostCalls(Warnings warnings, UserFiles files) {
    this.warnings = warnings;
    this.files = files;
  }

  /** Warns of what one of the platforms' builds has lost, if none before it has. */
  synchronized void warn(Build build) {
    if (build.leavesOperations()) {
      lost.warnOfStatements(build.exported());
    }
  }

  @Override
  public boolean isFull() {
    return false; // There are few lost results at most.
  }

  @Override
  public void add(Location call, String message, String hint) {
    String file = files.path(ByteStrings.toText(call.file().name()));
    String place = file + ":" + call.startLine() + ": ";
    warnings.warn(place + message, hint, files.source(file), Places.range(call));
  }

  @Override
  public Location ownCall(List<Location> calls) {
    return files.ownCall(calls);
  }
}
