package dev.luakit.vm;

/**
 * A function that changes which frame runs next, so that only the interpreter can carry it out: it
 * calls a Lua function without a Java frame in between, which is what lets coroutines yield across
 * {@code pcall}.
 */
final class ControlFunction extends LuaFunction {
  enum Kind {
    PCALL("pcall"),
    XPCALL("xpcall"),
    RESUME("resume"),
    YIELD("yield"),
    COLLECT("collectgarbage"),
    /** What {@code coroutine.wrap} returns. */
    WRAPPED("wrapped");

    final String name;

    Kind(String name) {
      this.name = name;
    }
  }

  final Kind kind;

  /** The coroutine that a {@link Kind#WRAPPED} function resumes, else {@code null}. */
  final Coroutine coroutine;

  ControlFunction(Kind kind, Coroutine coroutine) {
    this.kind = kind;
    this.coroutine = coroutine;
  }
}
