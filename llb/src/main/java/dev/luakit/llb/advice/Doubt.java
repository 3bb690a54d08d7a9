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

  static Doubt of(Token place, String text, String hint) {
    return new Doubt(place.line(), place.column(), text, hint);
  }
}
