package dev.luakit.stdlib;

/**
 * A pattern (section 5.4.1 of the manual) as a row of items, the last of which is {@link #END} or
 * {@link #MISTAKE}. It does not change, and any number of matchers may use it.
 */
final class Pattern {
  /** The pattern is matched. */
  static final int END = 0;

  /** A mistake, which is an error only where matching gets as far. */
  static final int MISTAKE = 1;

  /** {@code (} */
  static final int OPEN = 2;

  /** {@code ()} */
  static final int POSITION = 3;

  /** {@code )} */
  static final int CLOSE = 4;

  /** {@code $} as the last character. */
  static final int AT_END = 5;

  /** {@code %bxy}; the operand is x + 256 y. */
  static final int BALANCED = 6;

  /** {@code %f[set]} */
  static final int FRONTIER = 7;

  /** {@code %1}; the operand is the capture's number from 0 on, or less where there can be none. */
  static final int REPEATED = 8;

  // A set without a suffix and with one; the order is that of the suffixes in PatternCompiler.
  static final int ONE = 9;
  static final int OPTIONAL = 10;
  static final int ANY_NUMBER = 11;
  static final int AT_LEAST_ONE = 12;
  static final int AS_FEW = 13;

  /** Captures that a pattern may have. */
  static final int MAX_CAPTURES = 32;

  /** What each item does. */
  final byte[] items;

  final int[] operands;

  /** What each item matches, {@code null} for those that match no set. */
  final CharacterSet[] sets;

  /** Whether it only matches where the search starts. */
  final boolean anchored;

  /** The message of the mistake, {@code null} where there is none. */
  final String mistake;

  /** The captures that a match can open. */
  final int captures;

  /** What every match starts with, {@code null} where that may be anything. */
  final CharacterSet first;

  Pattern(byte[] items, int[] operands, CharacterSet[] sets, boolean anchored, String mistake) {
    this.items = items;
    this.operands = operands;
    this.sets = sets;
    this.anchored = anchored;
    this.mistake = mistake;
    int opened = 0;
    for (byte item : items) {
      if (item == OPEN || item == POSITION) {
        opened++;
      }
    }
    captures = Math.min(opened, MAX_CAPTURES);
    int at = 0;
    while (at < MAX_CAPTURES && items[at] == OPEN) {
      at++;
    }
    first = needed(at);
  }

  /** The set without whose match the rest of the pattern can't match; {@code null} if unknown. */
  CharacterSet needed(int item) {
    return items[item] == ONE || items[item] == AT_LEAST_ONE ? sets[item] : null;
  }

  /** Whether the rest of the pattern always matches. */
  boolean isSureFrom(int item) {
    int at = item;
    while (items[at] == CLOSE) {
      at++;
    }
    return items[at] == END;
  }
}
