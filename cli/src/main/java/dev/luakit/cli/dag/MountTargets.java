package dev.luakit.cli.dag;

import dev.luakit.llb.graph.BindMount;
import dev.luakit.llb.graph.ExecOp;
import dev.luakit.llb.graph.Mount;
import dev.luakit.llb.graph.Output;
import dev.luakit.vm.ByteStrings;
import java.util.HashMap;
import java.util.Map;

/** Where a command finds the file systems that are mounted. */
final class MountTargets {
  private final Map<String, StringBuilder> targets = new HashMap<>();

  MountTargets(ExecOp exec) {
    for (Mount mount : exec.command().mounts()) {
      if (mount instanceof BindMount bind && bind.source().output() != null) {
        add(bind.source().output(), ByteStrings.toText(bind.target()));
      }
    }
    Output base = exec.base().output();
    StringBuilder alsoMounted = base == null ? null : targets.get(key(base));
    if (alsoMounted != null) {
      alsoMounted.insert(0, "/, ");
    }
  }

  private void add(Output source, String target) {
    StringBuilder before = targets.get(key(source));
    if (before == null) {
      targets.put(key(source), new StringBuilder(target));
    } else {
      before.append(", ").append(target);
    }
  }

  private static String key(Output output) {
    return output.vertex().digest() + output.index();
  }

  /** The paths of an input; empty if the command only runs in it. */
  String of(Output input) {
    StringBuilder found = targets.get(key(input));
    return found == null ? "" : found.toString();
  }
}
