package dev.luakit.vm.code;

/**
 * The instructions. R is the frame's registers, K the function's constants, U its upvalues.
 *
 * <p>An instruction is an int: the opcode in the low 8 bits, then A, B and C of 8 bits each. Bx is
 * B and C together (16 bits, unsigned), J is A, B and C together (24 bits, signed).
 *
 * <p>The tests (EQ to TESTSET) and the loops' instructions are followed by a JMP, which they take
 * or skip.
 */
public final class Opcode {
  private Opcode() {}

  /** R[A] := R[B]. */
  public static final int MOVE = 0;

  /** R[A] := K[Bx]. */
  public static final int LOADK = 1;

  /** R[A] := K[the next word]. */
  public static final int LOADKX = 2;

  /** R[A], ..., R[A+B] := nil. */
  public static final int LOADNIL = 3;

  /** R[A] := (B != 0); if C != 0, skip the next instruction. */
  public static final int LOADBOOL = 4;

  /** R[A] := U[B], a variable that nothing assigns. */
  public static final int GETUPVAL = 5;

  /** R[A] := the content of the cell U[B]. */
  public static final int GETUPCELL = 6;

  /** The content of the cell U[B] := R[A]. */
  public static final int SETUPCELL = 7;

  /** R[A] := a new cell that holds R[A]. */
  public static final int NEWCELL = 8;

  /** R[A] := the content of the cell R[B]. */
  public static final int GETCELL = 9;

  /** The content of the cell R[A] := R[B]. */
  public static final int SETCELL = 10;

  /** R[A] := environment[K[Bx]]. */
  public static final int GETGLOBAL = 11;

  /** environment[K[Bx]] := R[A]. */
  public static final int SETGLOBAL = 12;

  /** R[A] := the environment, for globals whose name is beyond Bx. */
  public static final int GETENV = 13;

  /** R[A] := R[B][R[C]]. */
  public static final int GETTABLE = 14;

  /** R[A] := R[B][K[C]], the key being a string. */
  public static final int GETFIELD = 15;

  /** R[A][R[B]] := R[C]. */
  public static final int SETTABLE = 16;

  /** R[A][K[B]] := R[C], the key being a string. */
  public static final int SETFIELD = 17;

  /** R[A] := a new table with room for B slots and C entries. */
  public static final int NEWTABLE = 18;

  /** R[A][n+i] := R[A+i] for i from 1 to B (to the top where B is 0); n is the next word. */
  public static final int SETLIST = 19;

  /** R[A+1] := R[B]; R[A] := R[B][K[C]]. */
  public static final int SELF = 20;

  /** R[A] := R[B] op R[C], in the order of the arithmetic {@code Metamethod}s. */
  public static final int ADD = 21;

  public static final int SUB = 22;
  public static final int MUL = 23;
  public static final int DIV = 24;
  public static final int MOD = 25;
  public static final int POW = 26;

  /** R[A] := R[B] op K[C], K[C] being a number. */
  public static final int ADDK = 27;

  public static final int SUBK = 28;
  public static final int MULK = 29;
  public static final int DIVK = 30;
  public static final int MODK = 31;
  public static final int POWK = 32;

  /** R[A] := -R[B]. */
  public static final int UNM = 33;

  /** R[A] := not R[B]. */
  public static final int NOT = 34;

  /** R[A] := #R[B]. */
  public static final int LEN = 35;

  /** R[A] := R[B] .. ... .. R[C]; the registers B to C are lost. */
  public static final int CONCAT = 36;

  /** pc += J. */
  public static final int JMP = 37;

  /** Take the jump if (R[B] == R[C]) == A. */
  public static final int EQ = 38;

  /** Take the jump if (R[B] == K[C]) == A; K[C] is no table or userdata. */
  public static final int EQK = 39;

  /** Take the jump if (R[B] < R[C]) == A. */
  public static final int LT = 40;

  /** Take the jump if (R[B] <= R[C]) == A. */
  public static final int LE = 41;

  /** Take the jump if (R[B] < K[C]) == A, K[C] being a number; so for the three that follow. */
  public static final int LTK = 42;

  public static final int LEK = 43;
  public static final int GTK = 44;
  public static final int GEK = 45;

  /** Take the jump if R[B] is true (C = 1) or not (C = 0). */
  public static final int TEST = 46;

  /** As TEST; and where the jump is taken, R[A] := R[B]. */
  public static final int TESTSET = 47;

  /**
   * R[A], ..., R[A+C-2] := R[A](R[A+1], ..., R[A+B-1]). B is 0 for arguments up to the top, C is 0
   * to leave all results and set the top behind them.
   */
  public static final int CALL = 48;

  /** Return R[A](R[A+1], ..., R[A+B-1]), in place of the current call. */
  public static final int TAILCALL = 49;

  /** Return R[A], ..., R[A+B-2]; up to the top where B is 0. */
  public static final int RETURN = 50;

  /** R[A], ..., R[A+B-2] := the variable arguments; all of them, and set the top, where B is 0. */
  public static final int VARARG = 51;

  /** R[A] := a closure of the Bx-th inner function. */
  public static final int CLOSURE = 52;

  /** Check R[A] (start), R[A+1] (limit), R[A+2] (step); R[A] -= R[A+2]; take the jump. */
  public static final int FORPREP = 53;

  /** R[A] += R[A+2]; if R[A] is within R[A+1], R[A+3] := R[A] and take the jump. */
  public static final int FORLOOP = 54;

  /** R[A+3], ..., R[A+2+C] := R[A](R[A+1], R[A+2]). */
  public static final int TFORCALL = 55;

  /** If R[A+3] is not nil, R[A+2] := R[A+3] and take the jump. */
  public static final int TFORLOOP = 56;

  /** pc += J, backwards: the end of the body of a while or repeat loop. */
  public static final int LOOP = 57;
}
