package dev.luakit.vm.jit;

import java.util.BitSet;

/**
 * What the translations of a function may assume: everything that was not refuted yet. There are
 * two kinds of assumptions: that an operator's operands are numbers, and that a register holds a
 * number where a loop begins.
 */
public final class Speculation {
  private static final int REGISTERS = 256;

  /** No register has this number. */
  private static final int OPERANDS = 255;

  /** Refutations after which nothing is assumed any more. */
  private static final int PATIENCE = 24;

  private final BitSet refuted;
  private int refutations;

  /** For a function of that many instructions. */
  public Speculation(int instructions) {
    refuted = new BitSet(instructions);
  }

  /** That the operands of the instruction are numbers. */
  static int operands(int pc) {
    return pc * REGISTERS + OPERANDS;
  }

  /** That the register holds a number at the beginning of the loop at {@code pc}. */
  static int loopVariable(int pc, int register) {
    return pc * REGISTERS + register;
  }

  boolean allows(int assumption) {
    return refutations < PATIENCE && !refuted.get(assumption);
  }

  /** Notes that an assumption was wrong; false if that was known. */
  public boolean refute(int assumption) {
    if (refutations >= PATIENCE || refuted.get(assumption)) {
      return false;
    }
    refuted.set(assumption);
    refutations++;
    return true;
  }
}
