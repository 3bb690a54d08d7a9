package dev.luakit.stdlib;

import dev.luakit.vm.Arguments;
import dev.luakit.vm.Library;

/** The function that {@code string.gmatch} returns. */
final class MatchIterator extends Library {
  private static final int BYTES = 512;
  private static final Object[] NONE = {};

  private final String subject;
  private final PatternMatcher matcher;
  private int position;

  MatchIterator(Arguments arguments, PatternCache patterns) {
    super("gmatch_step");
    subject = arguments.string(1);
    String pattern = arguments.string(2);
    matcher =
        new PatternMatcher(arguments, subject, patterns.getUnanchored(arguments.state(), pattern));
    arguments.state().memory().allocate(BYTES);
  }

  @Override
  protected long retainedBytes() {
    return (long) BYTES + subject.length();
  }

  @Override
  protected Object call(int function, Arguments arguments) {
    if (position > subject.length()) {
      return NONE;
    }
    matcher.setCall(arguments);
    int start = matcher.search(position);
    if (start < 0) {
      return NONE;
    }
    // After an empty match the next one starts at least one character on.
    position = matcher.end() > start ? matcher.end() : start + 1;
    return matcher.captures(start);
  }
}
