package dev.luakit.vm;

/** A function value: compiled from Lua, written in Java, or one that steers the interpreter. */
public abstract sealed class LuaFunction permits LuaClosure, Builtin, ControlFunction {
  /** Serial number for {@code tostring}, 0 until it is asked for; see {@link Identities}. */
  int identity;

  /** Which trace has reached the function last; see {@link Reachability}. */
  byte mark;
}
