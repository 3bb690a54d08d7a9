package dev.luakit.vm.code;

/** How an instruction is packed into an int; see {@link Opcode}. */
public final class Instruction {
  /** The largest A, B or C. */
  public static final int MAX_ARGUMENT = 0xFF;

  /** The largest Bx. */
  public static final int MAX_BX = 0xFFFF;

  /** The largest distance of a jump. */
  public static final int MAX_JUMP = 0x7FFFFF;

  private Instruction() {}

  public static int of(int opcode, int a, int b, int c) {
    return opcode | a << 8 | b << 16 | c << 24;
  }

  public static int ofBx(int opcode, int a, int bx) {
    return opcode | a << 8 | bx << 16;
  }

  public static int ofJump(int opcode, int distance) {
    return opcode | distance << 8;
  }

  public static int opcode(int instruction) {
    return instruction & 0xFF;
  }

  public static int a(int instruction) {
    return instruction >>> 8 & 0xFF;
  }

  public static int b(int instruction) {
    return instruction >>> 16 & 0xFF;
  }

  public static int c(int instruction) {
    return instruction >>> 24;
  }

  public static int bx(int instruction) {
    return instruction >>> 16;
  }

  public static int jump(int instruction) {
    return instruction >> 8;
  }
}
