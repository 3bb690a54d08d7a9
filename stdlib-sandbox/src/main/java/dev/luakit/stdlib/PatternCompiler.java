package dev.luakit.stdlib;

import dev.luakit.vm.Memory;
import java.util.Arrays;

/** Reads a pattern, up to its first zero byte or its first mistake. */
final class PatternCompiler {
  private static final String SUFFIXES = "?*+-";

  private static final int ITEM_BYTES = 16;
  private static final int SET_BYTES = 300;

  private final Memory memory;
  private final String text;
  private final int end;
  private int at;

  private final byte[] items;
  private final int[] operands;
  private final CharacterSet[] sets;
  private int count;
  private String mistake;

  private PatternCompiler(Memory memory, String text) {
    this.memory = memory;
    this.text = text;
    int zero = text.indexOf('\0');
    end = zero < 0 ? text.length() : zero;
    // An item takes at least one character, and the end takes one more item.
    memory.allocate(ITEM_BYTES * (end + 1L));
    items = new byte[end + 1];
    operands = new int[end + 1];
    sets = new CharacterSet[end + 1];
  }

  /**
   * Compiles a pattern.
   *
   * @param anchor whether {@code ^} at its start is an anchor
   */
  static Pattern compile(Memory memory, String text, boolean anchor) {
    PatternCompiler compiler = new PatternCompiler(memory, text);
    boolean anchored = anchor && compiler.end > 0 && text.charAt(0) == '^';
    compiler.at = anchored ? 1 : 0;
    return compiler.compile(anchored);
  }

  private Pattern compile(boolean anchored) {
    while (at < end && mistake == null) {
      item();
    }
    add(mistake == null ? Pattern.END : Pattern.MISTAKE, 0, null);
    return new Pattern(
        Arrays.copyOf(items, count),
        Arrays.copyOf(operands, count),
        Arrays.copyOf(sets, count),
        anchored,
        mistake);
  }

  private void add(int item, int operand, CharacterSet set) {
    items[count] = (byte) item;
    operands[count] = operand;
    sets[count] = set;
    count++;
  }

  /** The character at an index, a zero byte behind the end. */
  private char charAt(int index) {
    return index < end ? text.charAt(index) : '\0';
  }

  private void item() {
    switch (text.charAt(at)) {
      case '(' -> {
        boolean position = charAt(at + 1) == ')';
        add(position ? Pattern.POSITION : Pattern.OPEN, 0, null);
        at += position ? 2 : 1;
      }
      case ')' -> {
        add(Pattern.CLOSE, 0, null);
        at++;
      }
      case '$' -> {
        if (at + 1 == end) {
          add(Pattern.AT_END, 0, null);
          at++;
        } else {
          repeatable();
        }
      }
      case '%' -> escape();
      default -> repeatable();
    }
  }

  private void escape() {
    char name = charAt(at + 1);
    if (name == 'b') {
      if (at + 3 >= end) {
        mistake = "unbalanced pattern";
        return;
      }
      add(Pattern.BALANCED, text.charAt(at + 2) | text.charAt(at + 3) << 8, null);
      at += 4;
    } else if (name == 'f') {
      at += 2;
      if (charAt(at) != '[') {
        mistake = "missing '[' after '%f' in pattern";
        return;
      }
      CharacterSet set = set();
      if (mistake == null) {
        add(Pattern.FRONTIER, 0, set);
      }
    } else if (CharacterClass.isDigit(name)) {
      add(Pattern.REPEATED, name - '1', null);
      at += 2;
    } else {
      repeatable();
    }
  }

  /** A set of characters and perhaps a suffix. */
  private void repeatable() {
    CharacterSet set = set();
    if (mistake != null) {
      return;
    }
    int suffix = at < end ? SUFFIXES.indexOf(text.charAt(at)) : -1;
    add(Pattern.ONE + 1 + suffix, 0, set);
    if (suffix >= 0) {
      at++;
    }
  }

  /** Reads what one character of the subject must be, and goes behind it. */
  private CharacterSet set() {
    char c = text.charAt(at++);
    return switch (c) {
      case '.' -> CharacterSet.ALL;
      case '%' -> {
        if (at == end) {
          mistake = "malformed pattern (ends with '%')";
          yield null;
        }
        yield CharacterSet.ofClass(text.charAt(at++));
      }
      case '[' -> bracketed();
      default -> CharacterSet.single(c);
    };
  }

  private CharacterSet bracketed() {
    boolean complement = charAt(at) == '^';
    int from = complement ? at + 1 : at;
    int close = closingBracket(from);
    if (close < 0) {
      mistake = "malformed pattern (missing ']')";
      return null;
    }
    memory.allocate(SET_BYTES);
    CharacterSet set = new CharacterSet();
    int p = from;
    while (p < close) {
      char member = text.charAt(p);
      if (member == '%') {
        set.addAll(CharacterSet.ofClass(text.charAt(p + 1)));
        p += 2;
      } else if (p + 2 < close && text.charAt(p + 1) == '-') {
        set.addRange(member, text.charAt(p + 2));
        p += 3;
      } else {
        set.addRange(member, member);
        p++;
      }
    }
    if (complement) {
      set.invert();
    }
    at = close + 1;
    return set;
  }

  /** Where the set ends whose members start at {@code from}, or -1 if it does not. */
  private int closingBracket(int from) {
    int p = from;
    // A bracket that comes first belongs to the set.
    do {
      if (p >= end) {
        return -1;
      }
      if (text.charAt(p++) == '%' && p < end) {
        p++;
      }
    } while (charAt(p) != ']');
    return p;
  }
}
