package dev.luakit.stdlib;

import dev.luakit.vm.Arguments;
import dev.luakit.vm.LuaState;
import java.util.Arrays;

/**
 * Matches one pattern (section 5.4.1 of the manual) against one subject.
 *
 * <p>The pattern is interpreted where it stands: a mistake in it is an error only when matching
 * gets that far, as in the reference implementation. Instead of calling itself for what follows a
 * choice, the matcher keeps the choices still open on a stack of its own. An item of the pattern
 * has one entry there at the most, so no pattern is too complex, and none overflows Java's stack.
 */
final class PatternMatcher {
  private static final int MAX_CAPTURES = 32;

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
  private static final int FIRST_ENTRIES = 16;

  private Arguments call;
  private final LuaState state;
  private final String subject;
  private final String pattern;
  private final boolean anchored;

  /** The pattern ends at its first zero byte. */
  private final int patternEnd;

  /** What every match starts with, or -1 where that is not one certain character. */
  private final int firstCharacter;

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

  /**
   * @param call the call that matches, whose errors are thrown
   * @param anchor whether {@code ^} at the start of the pattern is an anchor
   */
  PatternMatcher(Arguments call, String subject, String pattern, boolean anchor) {
    this.call = call;
    this.state = call.state();
    this.subject = subject;
    this.pattern = pattern;
    int zero = pattern.indexOf('\0');
    patternEnd = zero < 0 ? pattern.length() : zero;
    anchored = anchor && patternEnd > 0 && pattern.charAt(0) == '^';
    firstCharacter = anchored ? -1 : certainCharacter();
  }

  /** Has the errors of the next matches thrown in the name of another call. */
  void setCall(Arguments call) {
    this.call = call;
  }

  private int certainCharacter() {
    char first = patternAt(0);
    switch (first) {
      case '\0', '(', ')', '%', '.', '[', '$' -> {
        return -1;
      }
      default -> {
        char suffix = patternAt(1);
        return suffix == '?' || suffix == '*' || suffix == '-' ? -1 : first;
      }
    }
  }

  boolean isAnchored() {
    return anchored;
  }

  /** Where the last successful match ends. */
  int end() {
    return matchEnd;
  }

  /** Finds the first match at or after {@code from}: where it starts, or -1. */
  int search(int from) {
    int start = from;
    do {
      if (firstCharacter >= 0) {
        int found = subject.indexOf(firstCharacter, start);
        count(((found < 0 ? subject.length() : found) - start) >> 3);
        if (found < 0) {
          break;
        }
        start = found;
      }
      if (tryMatch(start)) {
        settle();
        return start;
      }
      start++;
    } while (start <= subject.length() && !anchored);
    settle();
    return -1;
  }

  private void count(int more) {
    steps += more;
    if (steps >= BATCH) {
      settle();
    }
  }

  private void settle() {
    state.work(steps);
    steps = 0;
  }

  private char patternAt(int at) {
    return at < patternEnd ? pattern.charAt(at) : '\0';
  }

  /** Matches at {@code start}. */
  private boolean tryMatch(int start) {
    level = 0;
    depth = 0;
    int s = start;
    int p = anchored ? 1 : 0;
    while (true) {
      count(1);
      if (s < 0) {
        if (!backtrack()) {
          return false;
        }
        s = resumeSubject;
        p = resumePattern;
      }
      char item = patternAt(p);
      switch (item) {
        case '\0' -> {
          matchEnd = s;
          return true;
        }
        case '(' -> {
          boolean position = patternAt(p + 1) == ')';
          open(s, position ? POSITION : UNFINISHED);
          p += position ? 2 : 1;
          continue;
        }
        case ')' -> {
          close(s);
          p++;
          continue;
        }
        case '$' -> {
          if (p + 1 == patternEnd) {
            s = s == subject.length() ? s : -1;
            p++;
            continue;
          }
        }
        case '%' -> {
          char name = patternAt(p + 1);
          if (name == 'b') {
            s = balanced(s, p + 2);
            p += 4;
            continue;
          }
          if (name == 'f') {
            int set = p + 2;
            p = frontierEnd(set);
            s = isFrontier(s, set, p - 1) ? s : -1;
            continue;
          }
          if (CharacterClass.isDigit(name)) {
            s = repeated(s, name - '1');
            p += 2;
            continue;
          }
        }
        default -> {}
      }
      int next = itemEnd(p);
      switch (patternAt(next)) {
        case '?' -> {
          if (matchesItem(s, p, next)) {
            push(OPTIONAL, s, next + 1, 0);
            s++;
          }
          p = next + 1;
        }
        case '*' -> {
          s = longest(s, p, next);
          p = next + 1;
        }
        case '+' -> {
          s = matchesItem(s, p, next) ? longest(s + 1, p, next) : -1;
          p = next + 1;
        }
        case '-' -> {
          push(SHORTEST, s, p, next);
          p = next + 1;
        }
        default -> {
          s = matchesItem(s, p, next) ? s + 1 : -1;
          p = next;
        }
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

  /** Goes back to the last choice that has something left to try; false where there is none. */
  private boolean backtrack() {
    while (depth > 0) {
      int top = depth - ENTRY;
      int a = stack[top + 1];
      int b = stack[top + 2];
      int c = stack[top + 3];
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
          resumeSubject = b - 1;
          resumePattern = c;
          stack[top + 2] = b - 1;
          if (b - 1 == a) {
            depth = top;
          }
          return true;
        }
        default -> {
          if (matchesItem(a, b, c)) {
            stack[top + 1] = a + 1;
            resumeSubject = a + 1;
            resumePattern = c + 1;
            return true;
          }
          depth = top;
        }
      }
    }
    return false;
  }

  /** Matches as many as there are, and leaves a choice to do with fewer. */
  private int longest(int from, int p, int next) {
    int s = from;
    while (matchesItem(s, p, next)) {
      s++;
    }
    count(s - from);
    if (s > from) {
      push(LONGEST, from, s, next + 1);
    }
    return s;
  }

  // ---- items

  /** Where the item that starts at {@code p} ends, without its suffix. */
  private int itemEnd(int p) {
    char first = pattern.charAt(p);
    int at = p + 1;
    if (first == '%') {
      if (at == patternEnd) {
        throw call.error("malformed pattern (ends with '%')");
      }
      return at + 1;
    }
    if (first != '[') {
      return at;
    }
    if (patternAt(at) == '^') {
      at++;
    }
    // A bracket that comes first belongs to the set.
    do {
      if (at >= patternEnd) {
        throw call.error("malformed pattern (missing ']')");
      }
      if (pattern.charAt(at++) == '%' && at < patternEnd) {
        at++;
      }
    } while (patternAt(at) != ']');
    return at + 1;
  }

  private boolean matchesItem(int s, int p, int next) {
    if (s >= subject.length()) {
      return false;
    }
    char c = subject.charAt(s);
    char item = pattern.charAt(p);
    return switch (item) {
      case '.' -> true;
      case '%' -> CharacterClass.matches(c, pattern.charAt(p + 1));
      case '[' -> inSet(c, p, next - 1);
      default -> item == c;
    };
  }

  /** Whether the set between the brackets at {@code open} and {@code close} holds {@code c}. */
  private boolean inSet(char c, int open, int close) {
    int p = open + 1;
    boolean complement = pattern.charAt(p) == '^';
    if (complement) {
      p++;
    }
    boolean in = false;
    int from = p;
    while (p < close && !in) {
      char member = pattern.charAt(p);
      if (member == '%') {
        in = CharacterClass.matches(c, pattern.charAt(p + 1));
        p += 2;
      } else if (p + 2 < close && pattern.charAt(p + 1) == '-') {
        in = member <= c && c <= pattern.charAt(p + 2);
        p += 3;
      } else {
        in = member == c;
        p++;
      }
    }
    count((p - from) >> 2);
    return in != complement;
  }

  private int balanced(int s, int p) {
    if (p + 1 >= patternEnd) {
      throw call.error("unbalanced pattern");
    }
    char open = pattern.charAt(p);
    char close = pattern.charAt(p + 1);
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

  private int frontierEnd(int set) {
    if (patternAt(set) != '[') {
      throw call.error("missing '[' after '%f' in pattern");
    }
    return itemEnd(set);
  }

  private boolean isFrontier(int s, int open, int close) {
    char before = s == 0 ? '\0' : subject.charAt(s - 1);
    char here = s < subject.length() ? subject.charAt(s) : '\0';
    return !inSet(before, open, close) && inSet(here, open, close);
  }

  // ---- captures

  private void open(int s, int length) {
    if (level == MAX_CAPTURES) {
      throw call.error("too many captures");
    }
    if (captureStart == null) {
      captureStart = new int[MAX_CAPTURES];
      captureLength = new int[MAX_CAPTURES];
    }
    captureStart[level] = s;
    captureLength[level] = length;
    level++;
    push(OPENED, 0, 0, 0);
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
    push(CLOSED, capture, 0, 0);
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

  private String text(int from, int to) {
    state.memory().allocateString(to - from);
    return subject.substring(from, to);
  }

  /** Stores {@link #captureCount()} captures in {@code values} from {@code at} on. */
  void captures(int start, Object[] values, int at, int count) {
    for (int i = 0; i < count; i++) {
      values[at + i] = capture(i, start);
    }
  }
}
