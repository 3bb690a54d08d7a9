package dev.luakit.vm;

import dev.luakit.vm.code.Opcode;

/** The arithmetic operators. */
final class Arithmetic {
  private static final Metamethod[] EVENTS = {
    Metamethod.ADD, Metamethod.SUB, Metamethod.MUL, Metamethod.DIV, Metamethod.MOD, Metamethod.POW
  };

  private Arithmetic() {}

  /** The event of an operator's instruction. */
  static Metamethod event(int opcode) {
    if (opcode == Opcode.UNM) {
      return Metamethod.UNM;
    }
    return EVENTS[opcode - (opcode >= Opcode.ADDK ? Opcode.ADDK : Opcode.ADD)];
  }

  static double apply(int opcode, double x, double y) {
    return switch (opcode) {
      case Opcode.ADD -> x + y;
      case Opcode.SUB -> x - y;
      case Opcode.MUL -> x * y;
      case Opcode.DIV -> x / y;
      default -> apply(event(opcode), x, y);
    };
  }

  static double apply(Metamethod event, double x, double y) {
    return switch (event) {
      case ADD -> x + y;
      case SUB -> x - y;
      case MUL -> x * y;
      case DIV -> x / y;
      case MOD -> x - Math.floor(x / y) * y;
      case POW -> power(x, y);
      case UNM -> -x;
      default -> throw new IllegalArgumentException(event.key);
    };
  }

  static double power(double x, double y) {
    return Numbers.power(x, y);
  }
}
