package dev.luakit.vm.jit;

import dev.luakit.vm.code.Instruction;
import dev.luakit.vm.code.Opcode;
import dev.luakit.vm.code.Prototype;

/**
 * How instructions are paid for. Translated code counts a run of instructions before the first of
 * them, up to the end of the block or to a call, as others count while that one goes on. Who leaves
 * a run in the middle gets the rest back, so that the count is the interpreter's to the
 * instruction.
 */
public final class Costs {
  private Costs() {}

  /** What the interpreter counts for an instruction; FORPREP goes on to the first FORLOOP. */
  static int of(int instruction) {
    return Instruction.opcode(instruction) == Opcode.FORPREP ? 2 : 1;
  }

  /** Whether a new run begins behind the instruction. */
  static boolean endsRun(int instruction) {
    int opcode = Instruction.opcode(instruction);
    return opcode == Opcode.CALL || opcode == Opcode.TFORCALL;
  }

  /** For each instruction what is paid when it begins for those behind it. */
  public static int[] prepaid(Prototype prototype) {
    int[] code = prototype.code();
    int[] prepaid = new int[code.length];
    for (Region.Block block : Region.function(prototype).blocks()) {
      int rest = 0;
      int[] starts = Effects.starts(code, block);
      for (int n = starts.length - 1; n >= 0; n--) {
        int i = code[starts[n]];
        if (endsRun(i)) {
          rest = 0;
        }
        prepaid[starts[n]] = rest;
        rest += of(i);
      }
    }
    return prepaid;
  }
}
