package dev.luakit.llb.advice;

/**
 * A place where a script gives a name a value.
 *
 * @param at the index of the name's token
 * @param value the index of the value's first token, or {@link #NO_VALUE} or {@link #UNKNOWN}
 * @param from the index of the token from which the name can be used
 * @param to the index of the token at which its block ends
 */
record Declaration(Kind kind, String name, int at, int value, int from, int to) {
  /** As {@link #value}: the name is declared without any. */
  static final int NO_VALUE = -1;

  /** As {@link #value}: it comes from somewhere else. */
  static final int UNKNOWN = -2;

  /** What makes the name known. */
  enum Kind {
    LOCAL,
    PARAMETER,
    FUNCTION,
    GLOBAL
  }

  boolean isVisible(int token) {
    return from <= token && token < to;
  }

  Declaration until(int end) {
    return new Declaration(kind, name, at, value, from, end);
  }
}
