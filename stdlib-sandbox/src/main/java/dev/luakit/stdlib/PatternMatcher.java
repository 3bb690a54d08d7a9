package dev.luakit.stdlib;

import dev.luakit.vm.Arguments;
import dev.luakit.vm.ByteStrings;
import dev.luakit.vm.LimitExceeded;
import dev.luakit.vm.LuaState;
import java.util.Arrays;

/**
 * Matches one pattern against one subject.
 *
 * <p>Instead of calling itself for what follows a choice, the matcher keeps the choices still open
 * on a stack of its own. An item of the pattern has one entry there at the most, so no pattern is
 * too complex, and none overflows Java's stack.
 */
final class PatternMatcher {
  /** Stands in place of a capture's length. */
  private static final int UNFINISHED = -1;

  private static final int POSITION = -2;

  /** Steps that may run before they are accounted for as work. */
  private static final int BATCH = 1000;

  // What an entry of the stack undoes or tries next; its fields are named where it is pushed.
  private static final int OPENED = 0;
  private static final int CLOSED = 1;
  private static final int OPTIONAL = 2;
  private static final int LONGEST = 3;
  private static final int SHORTEST = 4;
  private static final int ENTRY = 4;
  private static final int FIRST_ENTRIES = 4;

  private Arguments call;
  private final LuaState state;
  private final String subject;
  private final Pattern pattern;
  private final byte[] items;
  private final CharacterSet[] sets;

  private int level;
  private int[] captureStart;
  private int[] captureLength;

  private int[] stack;
  private int depth;

  /** Where {@link #backtrack} goes on. */
  private int resumeSubject;

  private int resumePattern;

  private int matchEnd;
  private int steps;

  /** Steps of the current call that are settled. */
  private long settled;

  /**
   * @param call the call that matches, whose errors are thrown
   */
  PatternMatcher(Arguments call, String subject, Pattern pattern) {
    this.call = call;
    this.state = call.state();
    this.subject = subject;
    this.pattern = pattern;
    items = pattern.items;
    sets = pattern.sets;
  }

  /** Has the errors of the next matches thrown in the name of another call. */
  void setCall(Arguments call) {
    this.call = call;
    settled = 0;
  }

  boolean isAnchored() {
    return pattern.anchored;
  }

  /** Where the last successful match ends. */
  int end() {
    return matchEnd;
  }

  /** Finds the first match at or after {@code from}: where it starts, or -1. */
  int search(int from) {
    int start = from;
    do {
      if (pattern.first != null && !pattern.anchored) {
        start = skip(start, pattern.first);
        if (start == subject.length()) {
          break;
        }
      }
      if (tryMatch(start)) {
        settle();
        return start;
      }
      start++;
    } while (start <= subject.length() && !pattern.anchored);
    settle();
    return -1;
  }

  /** The first place at or after {@code from} that is in a set, else the subject's length. */
  private int skip(int from, CharacterSet set) {
    int at = from;
    while (at < subject.length() && !set.contains(subject.charAt(at))) {
      at++;
    }
    count((at - from) >> 2);
    return at;
  }

  private void count(int more) {
    steps += more;
    if (steps >= BATCH) {
      settle();
    }
  }

  private void settle() {
    settled += steps;
    state.work(steps);
    steps = 0;
    if (settled > state.limits().patternSteps()) {
      throw LimitExceeded.pattern(state.limits().patternSteps());
    }
  }

  /** Matches at {@code start}. */
  private boolean tryMatch(int start) {
    level = 0;
    depth = 0;
    int s = start;
    int p = 0;
    while (true) {
      count(1);
      switch (items[p]) {
        case Pattern.END -> {
          matchEnd = s;
          return true;
        }
        case Pattern.OPEN -> open(s, UNFINISHED);
        case Pattern.POSITION -> open(s, POSITION);
        case Pattern.CLOSE -> close(s);
        case Pattern.AT_END -> s = s == subject.length() ? s : -1;
        case Pattern.BALANCED -> s = balanced(s, pattern.operands[p]);
        case Pattern.FRONTIER -> s = isFrontier(s, sets[p]) ? s : -1;
        case Pattern.REPEATED -> s = repeated(s, pattern.operands[p]);
        case Pattern.ONE -> s = matches(s, sets[p]) ? s + 1 : -1;
        case Pattern.OPTIONAL -> {
          if (matches(s, sets[p])) {
            push(OPTIONAL, s, p + 1, 0);
            s++;
          }
        }
        case Pattern.ANY_NUMBER -> s = longest(s, p);
        case Pattern.AT_LEAST_ONE -> s = matches(s, sets[p]) ? longest(s + 1, p) : -1;
        case Pattern.AS_FEW -> push(SHORTEST, s, p, 0);
        default -> throw call.error(pattern.mistake);
      }
      p++;
      if (s < 0) {
        if (!backtrack()) {
          return false;
        }
        s = resumeSubject;
        p = resumePattern;
      }
    }
  }

  // ---- choices

  private void push(int kind, int a, int b, int c) {
    if (stack == null) {
      stack = new int[FIRST_ENTRIES * ENTRY];
    } else if (depth == stack.length) {
      state.memory().allocate(4L * depth);
      stack = Arrays.copyOf(stack, 2 * depth);
    }
    stack[depth] = kind;
    stack[depth + 1] = a;
    stack[depth + 2] = b;
    stack[depth + 3] = c;
    depth += ENTRY;
  }

  /** Remembers what a failure must undo; without a choice before it there is no going back. */
  private void pushUndo(int kind, int capture) {
    if (depth > 0) {
      push(kind, capture, 0, 0);
    }
  }

  /** Goes back to the last choice that has something left to try; false where there is none. */
  private boolean backtrack() {
    while (depth > 0) {
      int top = depth - ENTRY;
      int a = stack[top + 1];
      int b = stack[top + 2];
      switch (stack[top]) {
        case OPENED -> {
          level--;
          depth = top;
        }
        case CLOSED -> {
          captureLength[a] = UNFINISHED;
          depth = top;
        }
        case OPTIONAL -> {
          depth = top;
          resumeSubject = a;
          resumePattern = b;
          return true;
        }
        case LONGEST -> {
          if (shorten(top, a, b, stack[top + 3])) {
            return true;
          }
        }
        default -> {
          if (lengthen(top, a, b)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /**
   * Gives back characters until what follows may match; false where there is no such place.
   *
   * @param least where the characters begin that may be given back
   * @param end where they end
   */
  private boolean shorten(int entry, int least, int end, int next) {
    CharacterSet needed = pattern.needed(next);
    int s = end;
    boolean may;
    do {
      s--;
      may = needed == null || matches(s, needed);
    } while (!may && s > least);
    count((end - s) >> 1);
    stack[entry + 2] = s;
    if (s == least) {
      depth = entry;
    }
    resumeSubject = s;
    resumePattern = next;
    return may;
  }

  /** Takes characters until what follows may match; false where there is no such place. */
  private boolean lengthen(int entry, int from, int item) {
    CharacterSet set = sets[item];
    CharacterSet needed = pattern.needed(item + 1);
    int s = from;
    while (matches(s, set)) {
      s++;
      if (needed == null || matches(s, needed)) {
        count((s - from) >> 1);
        stack[entry + 1] = s;
        resumeSubject = s;
        resumePattern = item + 1;
        return true;
      }
    }
    count((s - from) >> 1);
    depth = entry;
    return false;
  }

  /** Matches as many as there are, and leaves a choice to do with fewer. */
  private int longest(int from, int item) {
    CharacterSet set = sets[item];
    int s = from;
    while (matches(s, set)) {
      s++;
    }
    count((s - from) >> 1);
    if (s > from && !pattern.isSureFrom(item + 1)) {
      push(LONGEST, from, s, item + 1);
    }
    return s;
  }

  // ---- items

  private boolean matches(int s, CharacterSet set) {
    return s < subject.length() && set.contains(subject.charAt(s));
  }

  private int balanced(int s, int operand) {
    char open = (char) (operand & 0xFF);
    char close = (char) (operand >> 8);
    if (s >= subject.length() || subject.charAt(s) != open) {
      return -1;
    }
    int nesting = 1;
    int at = s + 1;
    while (at < subject.length()) {
      char c = subject.charAt(at++);
      if (c == close) {
        if (--nesting == 0) {
          count(at - s);
          return at;
        }
      } else if (c == open) {
        nesting++;
      }
    }
    count(at - s);
    return -1;
  }

  private boolean isFrontier(int s, CharacterSet set) {
    char before = s == 0 ? '\0' : subject.charAt(s - 1);
    char here = s < subject.length() ? subject.charAt(s) : '\0';
    return !set.contains(before) && set.contains(here);
  }

  // ---- captures

  private void open(int s, int length) {
    if (level == Pattern.MAX_CAPTURES) {
      throw call.error("too many captures");
    }
    if (captureStart == null) {
      captureStart = new int[pattern.captures];
      captureLength = new int[pattern.captures];
    }
    captureStart[level] = s;
    captureLength[level] = length;
    level++;
    pushUndo(OPENED, 0);
  }

  private void close(int s) {
    int capture = level - 1;
    while (capture >= 0 && captureLength[capture] != UNFINISHED) {
      capture--;
    }
    if (capture < 0) {
      throw call.error("invalid pattern capture");
    }
    captureLength[capture] = s - captureStart[capture];
    pushUndo(CLOSED, capture);
  }

  /** Matches what a capture holds once more. */
  private int repeated(int s, int capture) {
    if (capture < 0 || capture >= level || captureLength[capture] == UNFINISHED) {
      throw call.error("invalid capture index");
    }
    int length = captureLength[capture];
    // The reference implementation, too, lets a position capture match nothing.
    if (length == POSITION || subject.length() - s < length) {
      return -1;
    }
    count(length >> 3);
    return subject.regionMatches(captureStart[capture], subject, s, length) ? s + length : -1;
  }

  /** How many values the match that starts at {@code start} has: at least the whole match. */
  int captureCount() {
    return Math.max(level, 1);
  }

  /** How many captures the pattern has. */
  int explicitCaptures() {
    return level;
  }

  /** A capture, counted from 0, of the match that starts at {@code start}. */
  Object capture(int capture, int start) {
    if (capture >= level) {
      if (capture > 0) {
        throw call.error("invalid capture index");
      }
      return text(start, matchEnd);
    }
    int length = captureLength[capture];
    if (length == UNFINISHED) {
      throw call.error("unfinished capture");
    }
    int from = captureStart[capture];
    return length == POSITION ? (Object) (from + 1.0) : text(from, from + length);
  }

  /** Appends the text of a capture, counted from 0, of the match that starts at {@code start}. */
  void appendCapture(TextBuffer text, int capture, int start) {
    if (capture == 0 && level == 0) {
      text.append(subject, start, matchEnd);
    } else if (capture < level && captureLength[capture] >= 0) {
      int from = captureStart[capture];
      text.append(subject, from, from + captureLength[capture]);
    } else {
      // A position, or an error.
      text.append(state.numberToString((Double) capture(capture, start)));
    }
  }

  private String text(int from, int to) {
    state.memory().allocateString(to - from);
    return ByteStrings.substring(subject, from, to);
  }

  /** All values of the match that starts at {@code start}, as a function returns them. */
  Object captures(int start) {
    int count = captureCount();
    if (count == 1) {
      return capture(0, start);
    }
    Object[] values = new Object[count];
    captures(start, values, 0, count);
    return values;
  }

  /** Stores {@code count} captures in {@code values} from {@code at} on. */
  void captures(int start, Object[] values, int at, int count) {
    for (int i = 0; i < count; i++) {
      values[at + i] = capture(i, start);
    }
  }
}
