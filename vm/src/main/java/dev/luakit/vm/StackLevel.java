package dev.luakit.vm;

/** What a level of the stack is. */
public enum StackLevel {
  /** A function written in Lua. */
  LUA,
  /** A function written in Java. */
  JAVA,
  /** A function that ended by a tail call, of which nothing is left. */
  TAIL_CALL,
  /** The stack is not that deep. */
  NONE
}
