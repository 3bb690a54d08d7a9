package dev.luakit.llb.graph;

import dev.luakit.llb.wire.ProtoWriter;
import java.util.Arrays;

/** The exit codes, each from 0 to 255, with which a command counts as having succeeded. */
public final class ExitCodes {
  private final int[] codes;

  private ExitCodes(int[] codes) {
    this.codes = codes;
  }

  /**
   * These codes, in this order.
   *
   * @throws InvalidGraphException if there is none, or one is not from 0 to 255
   */
  public static ExitCodes of(int... codes) {
    if (codes.length == 0) {
      throw new InvalidGraphException("valid exit codes need at least one code");
    }
    for (int code : codes) {
      if (code < 0 || code > 255) {
        throw new InvalidGraphException("exit code " + code + " is not from 0 to 255");
      }
    }
    return new ExitCodes(codes.clone());
  }

  /**
   * Reads a range such as {@code "0..10"}, both ends included, or a single code.
   *
   * @throws InvalidGraphException if the text is neither, the range is empty, or a code is not from
   *     0 to 255
   */
  public static ExitCodes parse(String text) {
    int dots = text.indexOf("..");
    int first = number(text, 0, dots < 0 ? text.length() : dots);
    int last = dots < 0 ? first : number(text, dots + 2, text.length());
    if (first < 0 || last < first || last > 255) {
      throw new InvalidGraphException(
          "exit codes \"" + text + "\" are not a range such as \"0..10\", from 0 to 255");
    }
    int[] codes = new int[last - first + 1];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = first + i;
    }
    return new ExitCodes(codes);
  }

  private static int number(String text, int from, int to) {
    if (from == to || to - from > 3) {
      return -1;
    }
    int value = 0;
    for (int i = from; i < to; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return value;
  }

  void write(ProtoWriter out, int field) {
    int packed = out.begin(field);
    for (int code : codes) {
      out.packed(code);
    }
    out.end(packed);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ExitCodes that && Arrays.equals(codes, that.codes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(codes);
  }

  /** The codes, separated by commas. */
  @Override
  public String toString() {
    StringBuilder out = new StringBuilder();
    for (int code : codes) {
      if (!out.isEmpty()) {
        out.append(',');
      }
      out.append(code);
    }
    return out.toString();
  }
}
