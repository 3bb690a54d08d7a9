package dev.luakit.vm;

/**
 * A value of the host that a script can hold and hand back, and can use only through the metatable
 * that the host gave it.
 */
public abstract class Userdata {
  int identity;

  /** The metatable, {@code null} for none. A script sees it only through {@code __metatable}. */
  public abstract LuaTable metatable();
}
