package dev.luakit.vm.jit;

import static dev.luakit.vm.code.Instruction.a;
import static dev.luakit.vm.code.Instruction.b;
import static dev.luakit.vm.code.Instruction.bx;
import static dev.luakit.vm.code.Instruction.c;

import dev.luakit.vm.code.Instruction;
import dev.luakit.vm.code.Opcode;
import dev.luakit.vm.code.Prototype;
import dev.luakit.vm.code.Prototype.Upvalue;
import java.util.BitSet;

/** Which registers an instruction reads and writes. */
final class Effects {
  private final Prototype prototype;
  private final int[] code;

  Effects(Prototype prototype) {
    this.prototype = prototype;
    this.code = prototype.code();
  }

  /**
   * The words that an instruction takes, the JMP behind a test or a loop's instruction included.
   */
  static int length(int instruction) {
    return switch (Instruction.opcode(instruction)) {
      case Opcode.LOADKX, Opcode.SETLIST, Opcode.FORPREP, Opcode.FORLOOP, Opcode.TFORLOOP -> 2;
      default -> isTest(instruction) ? 2 : 1;
    };
  }

  static boolean isTest(int instruction) {
    int opcode = Instruction.opcode(instruction);
    return opcode >= Opcode.EQ && opcode <= Opcode.TESTSET;
  }

  static boolean isArithmetic(int instruction) {
    int opcode = Instruction.opcode(instruction);
    return opcode >= Opcode.ADD && opcode <= Opcode.UNM;
  }

  /** Whether the instruction consumes the open values that the one before it has left. */
  static boolean readsOpen(int instruction) {
    return switch (Instruction.opcode(instruction)) {
      case Opcode.CALL, Opcode.TAILCALL, Opcode.RETURN, Opcode.SETLIST -> b(instruction) == 0;
      default -> false;
    };
  }

  /** The first register of the open values that the instruction at {@code pc} consumes. */
  int openStart(int pc) {
    return a(code[pc - 1]);
  }

  /** Adds the registers that the instruction reads. */
  void addReads(int pc, BitSet reads) {
    int i = code[pc];
    int a = a(i);
    int b = b(i);
    int c = c(i);
    switch (Instruction.opcode(i)) {
      case Opcode.MOVE, Opcode.GETCELL, Opcode.GETFIELD, Opcode.SELF -> reads.set(b);
      case Opcode.UNM, Opcode.NOT, Opcode.LEN, Opcode.TEST, Opcode.TESTSET -> reads.set(b);
      case Opcode.SETUPCELL, Opcode.SETGLOBAL, Opcode.NEWCELL -> reads.set(a);
      case Opcode.SETCELL -> {
        reads.set(a);
        reads.set(b);
      }
      case Opcode.GETTABLE, Opcode.EQ, Opcode.LT, Opcode.LE -> {
        reads.set(b);
        reads.set(c);
      }
      case Opcode.SETTABLE -> {
        reads.set(a);
        reads.set(b);
        reads.set(c);
      }
      case Opcode.SETFIELD -> {
        reads.set(a);
        reads.set(c);
      }
      case Opcode.ADD, Opcode.SUB, Opcode.MUL, Opcode.DIV, Opcode.MOD, Opcode.POW -> {
        reads.set(b);
        reads.set(c);
      }
      case Opcode.ADDK, Opcode.SUBK, Opcode.MULK, Opcode.DIVK, Opcode.MODK, Opcode.POWK ->
          reads.set(b);
      case Opcode.EQK, Opcode.LTK, Opcode.LEK, Opcode.GTK, Opcode.GEK -> reads.set(b);
      case Opcode.CONCAT -> reads.set(b, c + 1);
      case Opcode.CALL, Opcode.TAILCALL -> reads.set(a, b != 0 ? a + b : openStart(pc));
      case Opcode.RETURN -> reads.set(a, b != 0 ? a + b - 1 : openStart(pc));
      case Opcode.SETLIST -> reads.set(a, b != 0 ? a + b + 1 : openStart(pc));
      case Opcode.CLOSURE -> {
        for (Upvalue source : prototype.inner()[bx(i)].upvalues()) {
          if (source.kind() == Upvalue.Kind.REGISTER) {
            reads.set(source.index());
          }
        }
      }
      case Opcode.FORPREP, Opcode.FORLOOP, Opcode.TFORCALL -> reads.set(a, a + 3);
      case Opcode.TFORLOOP -> reads.set(a + 3);
      default -> {}
    }
  }

  /** Adds the registers that the instruction certainly writes, whatever it jumps to. */
  void addWrites(int pc, BitSet writes) {
    int i = code[pc];
    int a = a(i);
    switch (Instruction.opcode(i)) {
      case Opcode.LOADNIL -> writes.set(a, a + b(i) + 1);
      case Opcode.SELF -> writes.set(a, a + 2);
      case Opcode.CALL -> writes.set(a, a + Math.max(0, c(i) - 1));
      case Opcode.VARARG -> writes.set(a, a + Math.max(0, b(i) - 1));
      case Opcode.FORPREP -> writes.set(a, a + 3);
      case Opcode.TFORCALL -> writes.set(a + 3, a + 3 + c(i));
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
      default -> {
        if (!isTest(i)) {
          writes.set(a);
        }
      }
    }
  }

  /** The register that is written only where the jump of this instruction is taken, or -1. */
  static int writeOnJump(int instruction) {
    return switch (Instruction.opcode(instruction)) {
      case Opcode.TESTSET -> a(instruction);
      case Opcode.FORPREP, Opcode.FORLOOP -> a(instruction) + 3;
      case Opcode.TFORLOOP -> a(instruction) + 2;
      default -> -1;
    };
  }

  /** Where the instructions of a block begin. */
  static int[] starts(int[] code, Region.Block block) {
    int count = 0;
    for (int pc = block.start; pc <= block.last; pc += length(code[pc])) {
      count++;
    }
    int[] starts = new int[count];
    int i = 0;
    for (int pc = block.start; pc <= block.last; pc += length(code[pc])) {
      starts[i++] = pc;
    }
    return starts;
  }
}
