package dev.luakit.vm.jit;

import dev.luakit.vm.code.Instruction;
import dev.luakit.vm.code.Opcode;
import dev.luakit.vm.code.Prototype;
import java.util.BitSet;

/** Which registers of a function's frame keep their values alive, see {@link Liveness}. */
public final class LiveRegisters {
  private final int[] code;
  private final BitSet[] before;
  private final BitSet[] waiting;

  public LiveRegisters(Prototype prototype) {
    code = prototype.code();
    before = new BitSet[code.length];
    waiting = new BitSet[code.length];
    Region region = Region.function(prototype);
    Liveness liveness = new Liveness(prototype, region, null);
    Effects effects = new Effects(prototype);
    for (Region.Block block : region.blocks()) {
      BitSet[] live = liveness.within(block);
      int[] starts = Effects.starts(code, block);
      for (int n = 0; n < starts.length; n++) {
        before[starts[n]] = live[n];
        BitSet written = new BitSet();
        effects.addWrites(starts[n], written);
        waiting[starts[n]] = (BitSet) live[n + 1].clone();
        waiting[starts[n]].andNot(written);
        if (Instruction.opcode(code[starts[n]]) == Opcode.CONCAT) {
          // What was not joined yet is still in its registers.
          effects.addReads(starts[n], waiting[starts[n]]);
        }
      }
    }
  }

  /** Those in front of an instruction; {@code null} for all, open values included. */
  public BitSet before(int pc) {
    return Effects.readsOpen(code[pc]) ? null : before[pc];
  }

  /** Those while an instruction waits for a call; {@code null} for all. */
  public BitSet waiting(int pc) {
    return waiting[pc];
  }
}
