package dev.luakit.stdlib;

import dev.luakit.vm.Arguments;
import dev.luakit.vm.LuaFunction;
import dev.luakit.vm.LuaState;
import dev.luakit.vm.LuaTable;
import dev.luakit.vm.LuaType;

/** One call of {@code string.gsub}. */
final class Substitution {
  private static final int BATCH = 1000;

  /** Percent signs that are replaced in about the time of an instruction. */
  private static final int ESCAPES_PER_STEP = 2;

  private final Arguments arguments;
  private final LuaState state;
  private final String subject;
  private final PatternMatcher matcher;

  /** Made when the first match is found. */
  private TextBuffer result;

  /** A string, a table or a function. */
  private final Object replacement;

  private final long limit;

  /** Percent signs of a template that were not accounted for yet. */
  private int escapes;

  Substitution(Arguments arguments, PatternCache patterns) {
    this.arguments = arguments;
    state = arguments.state();
    subject = arguments.string(1);
    String pattern = arguments.string(2);
    Object given = arguments.get(3);
    limit = arguments.optionalInteger(4, subject.length() + 1L);
    if (given instanceof LuaTable || given instanceof LuaFunction) {
      replacement = given;
    } else if (given instanceof String || given instanceof Double) {
      replacement = arguments.string(3);
    } else {
      throw arguments.error(3, "string/function/table expected");
    }
    matcher = new PatternMatcher(arguments, subject, patterns.get(state, pattern));
  }

  Object run() {
    long count = 0;
    int copied = 0;
    int from = 0;
    while (count < limit) {
      int start = matcher.search(from);
      if (start < 0) {
        break;
      }
      if (count++ == 0) {
        result = new TextBuffer(state.memory(), subject.length());
      }
      result.append(subject, copied, start);
      addReplacement(start);
      copied = matcher.end();
      // After an empty match the next one starts a character on, and that character stays.
      from = matcher.end() > start ? matcher.end() : start + 1;
      if (from > subject.length() || matcher.isAnchored()) {
        break;
      }
    }
    if (count == 0) {
      return new Object[] {subject, 0.0};
    }
    result.append(subject, copied, subject.length());
    return new Object[] {result.finish(), (double) count};
  }

  private void addReplacement(int start) {
    Object value;
    if (replacement instanceof String template) {
      addTemplate(template, start);
      return;
    }
    if (replacement instanceof LuaTable table) {
      value = state.index(table, matcher.capture(0, start));
    } else {
      Object[] captures = new Object[matcher.captureCount()];
      matcher.captures(start, captures, 0, captures.length);
      value = LuaState.first(state.call(replacement, captures));
    }
    if (!LuaState.isTrue(value)) {
      result.append(subject, start, matcher.end());
    } else if (value instanceof String string) {
      result.append(string);
    } else if (value instanceof Double number) {
      result.append(state.numberToString(number));
    } else {
      throw arguments.error("invalid replacement value (a " + LuaType.of(value).luaName() + ")");
    }
  }

  private void addTemplate(String template, int start) {
    int copied = 0;
    int escape;
    while ((escape = template.indexOf('%', copied)) >= 0) {
      result.append(template, copied, escape);
      copied = escape + 2;
      if (++escapes == BATCH) {
        state.work(BATCH / ESCAPES_PER_STEP);
        escapes = 0;
      }
      // Behind the end C finds the zero byte that ends every string.
      char c = escape + 1 < template.length() ? template.charAt(escape + 1) : '\0';
      if (c == '0') {
        result.append(subject, start, matcher.end());
      } else if (CharacterClass.isDigit(c)) {
        matcher.appendCapture(result, c - '1', start);
      } else {
        result.append(c);
      }
      if (copied > template.length()) {
        return;
      }
    }
    result.append(template, copied, template.length());
  }
}
