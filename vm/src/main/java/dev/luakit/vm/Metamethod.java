package dev.luakit.vm;

/** The events that a metatable can handle. */
public enum Metamethod {
  INDEX("__index"),
  NEWINDEX("__newindex"),
  CALL("__call"),
  ADD("__add"),
  SUB("__sub"),
  MUL("__mul"),
  DIV("__div"),
  MOD("__mod"),
  POW("__pow"),
  UNM("__unm"),
  LEN("__len"),
  CONCAT("__concat"),
  EQ("__eq"),
  LT("__lt"),
  LE("__le"),
  TOSTRING("__tostring"),
  METATABLE("__metatable"),
  MODE("__mode");

  /** The key under which a metatable holds the handler. */
  public final String key;

  final int bit;

  Metamethod(String key) {
    this.key = key;
    this.bit = 1 << ordinal();
  }
}
