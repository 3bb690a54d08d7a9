package dev.luakit.vm.jit;

import static dev.luakit.vm.code.Instruction.a;
import static dev.luakit.vm.code.Instruction.b;
import static dev.luakit.vm.code.Instruction.bx;
import static dev.luakit.vm.code.Instruction.c;

import dev.luakit.vm.code.Instruction;
import dev.luakit.vm.code.Opcode;
import dev.luakit.vm.code.Prototype;
import dev.luakit.vm.jit.Region.Block;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * In which form each register holds its value where a block begins: as an object, as an unboxed
 * number, or both.
 *
 * <p>Where a value enters a loop as an object, but the loop computes with it, it is assumed to be a
 * number and unboxed before the loop. That only pays if all rounds leave a number in the register
 * again: an assumption that does not hold at a jump back is dropped, and all is computed anew.
 */
final class Kinds {
  /** The register's value is in its object variable. */
  static final int OBJECT = 1;

  /** The register's value is a number, and in its number variable. */
  static final int NUMBER = 2;

  static final int BOTH = OBJECT | NUMBER;

  private final Prototype prototype;
  private final int[] code;
  private final Region region;
  private final Liveness liveness;
  private final Speculation speculation;
  private final byte[] atEntry;
  private final Map<Block, byte[]> atStart = new HashMap<>();
  private final Map<Block, BitSet> assumed = new HashMap<>();

  /**
   * @param atEntry the kinds with which the region is entered
   */
  Kinds(
      Prototype prototype,
      Region region,
      Liveness liveness,
      Speculation speculation,
      byte[] atEntry) {
    this.prototype = prototype;
    this.code = prototype.code();
    this.region = region;
    this.liveness = liveness;
    this.speculation = speculation;
    this.atEntry = atEntry;
    assume();
    do {
      propagate();
    } while (dropWrongAssumptions());
  }

  byte[] at(Block block) {
    return atStart.get(block);
  }

  /** Whether a register that is an object before the loop is unboxed on the way into it. */
  boolean unboxes(Block header, int register) {
    BitSet registers = assumed.get(header);
    return registers != null && registers.get(register);
  }

  // ---- assumptions

  private void assume() {
    for (Block header : region.blocks()) {
      if (!header.loopHeader) {
        continue;
      }
      BitSet numeric = new BitSet();
      for (Block block : region.body(header)) {
        for (int pc = block.start; pc <= block.last; pc += Effects.length(code[pc])) {
          addNumeric(pc, numeric);
        }
      }
      numeric.and(liveness.at(header));
      BitSet registers = new BitSet();
      for (int r = numeric.nextSetBit(0); r >= 0; r = numeric.nextSetBit(r + 1)) {
        boolean known = header == region.entry() && (atEntry[r] & NUMBER) == 0;
        if (!known && speculation.allows(Speculation.loopVariable(header.start, r))) {
          registers.set(r);
        }
      }
      assumed.put(header, registers);
    }
  }

  /** Adds the registers that the instruction computes with, or sets to a number. */
  private void addNumeric(int pc, BitSet numeric) {
    int i = code[pc];
    if (Effects.isArithmetic(i)) {
      if (speculation.allows(Speculation.operands(pc))) {
        numeric.set(a(i));
        numeric.set(b(i));
        if (Instruction.opcode(i) < Opcode.ADDK) {
          numeric.set(c(i));
        }
      }
      return;
    }
    switch (Instruction.opcode(i)) {
      case Opcode.LTK, Opcode.LEK, Opcode.GTK, Opcode.GEK -> {
        if (speculation.allows(Speculation.operands(pc))) {
          numeric.set(b(i));
        }
      }
      case Opcode.FORPREP, Opcode.FORLOOP -> numeric.set(a(i), a(i) + 3);
      default -> {}
    }
  }

  private boolean dropWrongAssumptions() {
    boolean dropped = false;
    for (Map.Entry<Block, BitSet> entry : assumed.entrySet()) {
      Block header = entry.getKey();
      BitSet registers = entry.getValue();
      for (Block predecessor : header.predecessors) {
        if (!Region.isBack(predecessor, header)) {
          continue;
        }
        byte[] state = leaving(predecessor, header);
        for (int r = registers.nextSetBit(0); r >= 0; r = registers.nextSetBit(r + 1)) {
          if ((state[r] & NUMBER) == 0) {
            registers.clear(r);
            dropped = true;
          }
        }
      }
    }
    return dropped;
  }

  // ---- propagation

  private void propagate() {
    atStart.clear();
    atStart.put(region.entry(), atEntry.clone());
    boolean changed = true;
    while (changed) {
      changed = false;
      for (Block block : region.blocks()) {
        if (atStart.get(block) == null) {
          continue;
        }
        for (Block successor : new Block[] {block.jump, block.next}) {
          if (successor != null && merge(leaving(block, successor), successor)) {
            changed = true;
          }
        }
      }
    }
  }

  private boolean merge(byte[] from, Block to) {
    byte[] state = atStart.get(to);
    BitSet live = liveness.at(to);
    boolean first = state == null;
    if (first) {
      state = new byte[from.length];
      atStart.put(to, state);
    }
    boolean changed = first;
    for (int r = live.nextSetBit(0); r >= 0; r = live.nextSetBit(r + 1)) {
      int kind = from[r];
      if (kind == OBJECT && unboxes(to, r)) {
        kind = BOTH;
      }
      int merged = first ? kind : state[r] & kind;
      if (merged == 0) {
        merged = OBJECT;
      }
      if (merged != state[r]) {
        state[r] = (byte) merged;
        changed = true;
      }
    }
    return changed;
  }

  /** The kinds behind a block on its way to a successor. */
  private byte[] leaving(Block block, Block successor) {
    byte[] state = atStart.get(block).clone();
    for (int pc = block.start; pc <= block.last; pc += Effects.length(code[pc])) {
      step(pc, state);
    }
    if (successor == block.jump) {
      stepJump(code[block.last], state);
    }
    return state;
  }

  /** What taking the jump of an instruction does to the kinds. */
  static void stepJump(int instruction, byte[] state) {
    int written = Effects.writeOnJump(instruction);
    if (written < 0) {
      return;
    }
    switch (Instruction.opcode(instruction)) {
      case Opcode.TESTSET -> state[written] = state[b(instruction)];
      case Opcode.TFORLOOP -> state[written] = state[written + 1];
      default -> state[written] = NUMBER;
    }
  }

  /** What an instruction does to the kinds. The code that is emitted for it makes it so. */
  private void step(int pc, byte[] state) {
    int i = code[pc];
    int a = a(i);
    int b = b(i);
    int c = c(i);
    if (Effects.isArithmetic(i)) {
      if (!speculation.allows(Speculation.operands(pc))) {
        state[a] = OBJECT;
        return;
      }
      state[b] |= NUMBER;
      if (Instruction.opcode(i) < Opcode.ADDK) {
        state[c] |= NUMBER;
      }
      state[a] = NUMBER;
      return;
    }
    switch (Instruction.opcode(i)) {
      case Opcode.MOVE -> state[a] = state[b];
      case Opcode.LOADK ->
          state[a] = (byte) (prototype.constants()[bx(i)] instanceof Double ? NUMBER : OBJECT);
      case Opcode.LEN -> state[a] = NUMBER;
      case Opcode.FORPREP -> {
        state[a] |= NUMBER;
        state[a + 1] |= NUMBER;
        state[a + 2] |= NUMBER;
        state[a] = NUMBER;
      }
      case Opcode.FORLOOP -> state[a] = NUMBER;
      case Opcode.LT, Opcode.LE -> {
        if (((state[b] | state[c]) & NUMBER) != 0) {
          state[b] |= NUMBER;
          state[c] |= NUMBER;
        }
      }
      case Opcode.LTK, Opcode.LEK, Opcode.GTK, Opcode.GEK -> {
        if (speculation.allows(Speculation.operands(pc))) {
          state[b] |= NUMBER;
        }
      }
      default -> {
        if (!Effects.isTest(i)) {
          stepObjects(pc, state);
        }
      }
    }
  }

  private void stepObjects(int pc, byte[] state) {
    int i = code[pc];
    int a = a(i);
    switch (Instruction.opcode(i)) {
      case Opcode.LOADNIL -> set(state, a, b(i) + 1);
      case Opcode.SELF -> {
        state[a + 1] = state[b(i)];
        state[a] = OBJECT;
      }
      case Opcode.CALL -> set(state, a, c(i) - 1);
      case Opcode.VARARG -> set(state, a, b(i) - 1);
      case Opcode.TFORCALL -> set(state, a + 3, c(i));
      case Opcode.SETUPCELL,
          Opcode.SETCELL,
          Opcode.SETGLOBAL,
          Opcode.SETTABLE,
          Opcode.SETFIELD,
          Opcode.SETLIST,
          Opcode.JMP,
          Opcode.LOOP,
          Opcode.TAILCALL,
          Opcode.RETURN,
          Opcode.TFORLOOP -> {}
      default -> state[a] = OBJECT;
    }
  }

  private static void set(byte[] state, int first, int count) {
    for (int r = first; r < first + count; r++) {
      state[r] = OBJECT;
    }
  }
}
