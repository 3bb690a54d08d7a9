package dev.luakit.vm;

/**
 * A value of the host that a script can hold and hand back, and can use only through the metatable
 * that the host gave it.
 */
public abstract class Userdata {
  private static final int OBJECT_BYTES = 64;

  int identity;

  /** Which trace has reached the value last; see {@link Reachability}. */
  byte mark;

  /** The metatable, {@code null} for none. A script sees it only through {@code __metatable}. */
  public abstract LuaTable metatable();

  /**
   * Bytes of memory that are there as long as this value is, apart from the metatable. What the
   * host never gives back is not among them, but accounted for with {@link Memory#retain}.
   */
  protected long bytes() {
    return OBJECT_BYTES;
  }
}
