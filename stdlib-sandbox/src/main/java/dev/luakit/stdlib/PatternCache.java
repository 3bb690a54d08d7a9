package dev.luakit.stdlib;

import dev.luakit.vm.LuaState;

/** Remembers compiled patterns, as a script uses the same few again and again. */
final class PatternCache {
  private static final int SLOTS = 64;

  /** The longest pattern that is kept, so that what is kept is little. */
  private static final int MAX_LENGTH = 64;

  private final String[] texts = new String[SLOTS];
  private final Pattern[] patterns = new Pattern[SLOTS];

  /** A pattern at whose start {@code ^} is an anchor. */
  Pattern get(LuaState state, String text) {
    int slot = text.hashCode() & (SLOTS - 1);
    if (text.equals(texts[slot])) {
      return patterns[slot];
    }
    Pattern pattern = compile(state, text, true);
    if (text.length() <= MAX_LENGTH) {
      texts[slot] = text;
      patterns[slot] = pattern;
    }
    return pattern;
  }

  /** A pattern at whose start {@code ^} is no anchor. */
  Pattern getUnanchored(LuaState state, String text) {
    return text.startsWith("^") ? compile(state, text, false) : get(state, text);
  }

  private static Pattern compile(LuaState state, String text, boolean anchor) {
    state.work(text.length());
    return PatternCompiler.compile(state.memory(), text, anchor);
  }
}
