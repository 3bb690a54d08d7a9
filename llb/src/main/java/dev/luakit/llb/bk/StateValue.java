package dev.luakit.llb.bk;

import dev.luakit.llb.graph.Execution;
import dev.luakit.llb.graph.Op;
import dev.luakit.llb.graph.State;
import dev.luakit.vm.LuaTable;

/** A state as a script holds it. */
final class StateValue extends BkValue {
  private final State state;

  /** The command that made the state, {@code null} where none did. */
  private final Execution execution;

  StateValue(LuaTable metatable, State state, Execution execution) {
    super(metatable);
    this.state = state;
    this.execution = execution;
  }

  State state() {
    return state;
  }

  Execution execution() {
    return execution;
  }

  @Override
  String kind() {
    return "a state";
  }

  @Override
  String describe() {
    if (state.isScratch()) {
      return "state(scratch)";
    }
    Op op = state.output().vertex().op();
    String platform = op.platform() == null ? "" : ", " + op.platform().format();
    return "state(" + op.kind() + " " + op.label() + platform + ")";
  }
}
