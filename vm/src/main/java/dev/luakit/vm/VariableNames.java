package dev.luakit.vm;

import dev.luakit.vm.code.Instruction;
import dev.luakit.vm.code.Opcode;
import dev.luakit.vm.code.Prototype;

/** Finds out what the source calls the value in a register, for error messages. */
final class VariableNames {
  private VariableNames() {}

  /**
   * What the source calls the value that instruction {@code pc} finds in {@code register}.
   *
   * @return such as {@code local 'x'}, or {@code null} where the value has no name
   */
  static String describe(Prototype prototype, int pc, int register) {
    String local = prototype.debug().localName(register, pc);
    if (local != null) {
      return "local '" + local + "'";
    }
    int setter = setter(prototype, pc, register);
    if (setter < 0) {
      return null;
    }
    int instruction = prototype.code()[setter];
    switch (Instruction.opcode(instruction)) {
      case Opcode.MOVE -> {
        int source = Instruction.b(instruction);
        return source < Instruction.a(instruction) ? describe(prototype, setter, source) : null;
      }
      case Opcode.GETCELL -> {
        return describe(prototype, setter, Instruction.b(instruction));
      }
      case Opcode.GETGLOBAL -> {
        return "global '" + prototype.constants()[Instruction.bx(instruction)] + "'";
      }
      case Opcode.GETUPVAL, Opcode.GETUPCELL -> {
        return "upvalue '" + prototype.upvalues()[Instruction.b(instruction)].name() + "'";
      }
      case Opcode.GETFIELD -> {
        return "field '" + prototype.constants()[Instruction.c(instruction)] + "'";
      }
      case Opcode.GETTABLE -> {
        // Where a constant is too far behind for SELF, its name is lost.
        boolean method =
            register == Instruction.c(instruction) && register + 1 == Instruction.b(instruction);
        return method ? "method '?'" : "field '?'";
      }
      case Opcode.SELF -> {
        return register == Instruction.a(instruction)
            ? "method '" + prototype.constants()[Instruction.c(instruction)] + "'"
            : null;
      }
      default -> {
        return null;
      }
    }
  }

  /**
   * The column of what the source has for the value that an instruction finds in a register, if it
   * is on the instruction's line and has a place of its own; else 0.
   */
  static int column(Prototype prototype, int pc, int register) {
    int setter = setter(prototype, pc, register);
    int[] lines = prototype.debug().lines();
    if (setter < 0 || lines[setter] != lines[pc]) {
      return 0;
    }
    return switch (Instruction.opcode(prototype.code()[setter])) {
      case Opcode.MOVE,
          Opcode.GETCELL,
          Opcode.GETGLOBAL,
          Opcode.GETUPVAL,
          Opcode.GETUPCELL,
          Opcode.GETFIELD,
          Opcode.GETTABLE,
          Opcode.CALL ->
          prototype.debug().columns()[setter];
      default -> 0;
    };
  }

  /** The name alone of what an instruction calls, or {@code null}. */
  static String callee(Prototype prototype, int pc) {
    int instruction = prototype.code()[pc];
    switch (Instruction.opcode(instruction)) {
      case Opcode.CALL, Opcode.TAILCALL, Opcode.TFORCALL -> {
        return describe(prototype, pc, Instruction.a(instruction));
      }
      default -> {
        return null;
      }
    }
  }

  /**
   * The last instruction before {@code pc} that set the register, or -1. Like the reference
   * implementation it takes every jump forward, as if what is jumped over were never run, and takes
   * a test for an instruction that sets what it tests: what {@code and} and {@code or} result in
   * has no name, or that of the last operand.
   */
  private static int setter(Prototype prototype, int pc, int register) {
    int[] code = prototype.code();
    int setter = -1;
    for (int i = 0; i < pc; i++) {
      int instruction = code[i];
      int a = Instruction.a(instruction);
      boolean sets;
      switch (Instruction.opcode(instruction)) {
        case Opcode.LOADNIL -> sets = register >= a && register <= a + Instruction.b(instruction);
        case Opcode.TFORCALL -> sets = register >= a + 3;
        case Opcode.CALL, Opcode.TAILCALL, Opcode.VARARG -> sets = register >= a;
        case Opcode.SELF -> sets = register == a || register == a + 1;
        case Opcode.CONCAT ->
            sets =
                register == a
                    || (register >= Instruction.b(instruction)
                        && register <= Instruction.c(instruction));
        case Opcode.JMP -> {
          int target = i + 1 + Instruction.jump(instruction);
          if (target > i && target <= pc) {
            i = target - 1;
          }
          sets = false;
        }
        case Opcode.TEST -> sets = register == Instruction.b(instruction);
        case Opcode.LOADKX -> {
          sets = register == a;
          i++;
        }
        case Opcode.SETLIST -> {
          sets = false;
          i++;
        }
        case Opcode.MOVE,
            Opcode.LOADK,
            Opcode.LOADBOOL,
            Opcode.GETUPVAL,
            Opcode.GETUPCELL,
            Opcode.GETCELL,
            Opcode.GETGLOBAL,
            Opcode.GETENV,
            Opcode.GETTABLE,
            Opcode.GETFIELD,
            Opcode.NEWTABLE,
            Opcode.ADD,
            Opcode.SUB,
            Opcode.MUL,
            Opcode.DIV,
            Opcode.MOD,
            Opcode.POW,
            Opcode.ADDK,
            Opcode.SUBK,
            Opcode.MULK,
            Opcode.DIVK,
            Opcode.MODK,
            Opcode.POWK,
            Opcode.UNM,
            Opcode.NOT,
            Opcode.LEN,
            Opcode.TESTSET,
            Opcode.CLOSURE ->
            sets = register == a;
        default -> sets = false;
      }
      if (sets) {
        setter = i;
      }
    }
    return setter;
  }
}
