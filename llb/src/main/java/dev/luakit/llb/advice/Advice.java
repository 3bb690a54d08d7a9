package dev.luakit.llb.advice;

import dev.luakit.stdlib.Failure;
import dev.luakit.vm.ByteStrings;
import java.nio.charset.StandardCharsets;

/**
 * What helps somebody whose script has failed.
 *
 * @param text a sentence, without a full stop
 * @param line the line of the same file that the sentence speaks of, from 1; 0 for none, or for the
 *     one that the failure is shown with
 * @param column the column in it, from 1, in bytes; 0 for the line as a whole
 * @param excerpt the line's text, {@code null} for none
 */
public record Advice(String text, int line, int column, String excerpt) {
  /**
   * The longest script that is looked at, in bytes: no person wrote a longer one, and looking at it
   * has no limits but this.
   */
  private static final int LONGEST = 1 << 18;

  /** Advice that speaks of no other line. */
  static Advice of(String text) {
    return new Advice(text, 0, 0, null);
  }

  /** Advice that speaks of a token. */
  static Advice of(String text, Token place) {
    return new Advice(text, place.line(), place.column(), null);
  }

  /** What helps against a failure, {@code null} where nothing is known to. */
  public static Advice on(Failure failure) {
    if (failure.limit() != null) {
      return null;
    }
    String source = source(failure);
    if (source.length() > LONGEST) {
      return null;
    }
    Advice advice = new Diagnosis(failure, source).advice();
    if (advice == null || advice.line == 0) {
      return advice;
    }
    if (advice.line == failure.line()) {
      return of(advice.text);
    }
    return new Advice(advice.text, advice.line, advice.column, line(source, advice.line));
  }

  private static String source(Failure failure) {
    byte[] text = failure.chunk() == null ? null : failure.sources().get(failure.chunk());
    return text == null ? "" : ByteStrings.fromBytes(text);
  }

  private static String line(String source, int number) {
    int start = 0;
    for (int i = 1; i < number; i++) {
      start = source.indexOf('\n', start) + 1;
    }
    int end = source.indexOf('\n', start);
    String line = source.substring(start, end < 0 ? source.length() : end);
    return new String(ByteStrings.toBytes(line.stripTrailing()), StandardCharsets.UTF_8);
  }
}
