package dev.luakit.llb.advice;

import java.util.List;

/**
 * What a script says that is right, and hardly what was meant.
 *
 * @param line from 1
 * @param column from 1, in bytes
 * @param text what is odd about it
 * @param hint what to write instead
 */
public record Doubt(int line, int column, String text, String hint) {

  /** The doubts about a script that has no mistake, in the order of its lines. */
  public static List<Doubt> of(byte[] source) {
    return new DoubtFinder(source).find();
  }

  /** What to do where a call's result is lost, as in {@code s:run}. */
  public static String keep(String call) {
    return "states don't change; keep what the call returns: s = " + call + "(…)";
  }

  static Doubt of(Token place, String text, String hint) {
    return new Doubt(place.line(), place.column(), text, hint);
  }
}
