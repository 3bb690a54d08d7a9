package dev.luakit.llb.bk;

import dev.luakit.vm.LuaTable;
import dev.luakit.vm.Userdata;

/** A value of the {@code bk} library. */
abstract sealed class BkValue extends Userdata permits StateValue, MountValue, PlatformValue {
  private final LuaTable metatable;

  BkValue(LuaTable metatable) {
    this.metatable = metatable;
  }

  @Override
  public final LuaTable metatable() {
    return metatable;
  }

  /** The kind of value in a message: {@code a state}. */
  abstract String kind();

  /** What {@code tostring} gives. */
  abstract String describe();
}
