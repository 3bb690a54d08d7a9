package dev.luakit.vm.compiler;

import dev.luakit.grammar.LuaSyntaxException;
import dev.luakit.vm.code.DebugInfo;
import dev.luakit.vm.code.Instruction;
import dev.luakit.vm.code.Opcode;
import dev.luakit.vm.code.Prototype;
import dev.luakit.vm.code.Prototype.Upvalue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.antlr.v4.runtime.Token;

/**
 * One function while it is being compiled: its code, constants, registers and variables. It knows
 * instructions, and nothing of the source but names and positions.
 */
final class FunctionBuilder {
  /** LUAI_MAXVARS, LUAI_MAXUPVALUES and MAXSTACK of the reference implementation. */
  private static final int MAX_LOCALS = 200;

  private static final int MAX_UPVALUES = 60;
  private static final int MAX_REGISTERS = 250;

  private static final int MAX_CONSTANTS = 1 << 18;

  final FunctionBuilder parent;
  final boolean vararg;
  private final String chunk;
  private final int firstLine;

  private int[] code = new int[32];
  private int[] lines = new int[32];
  private char[] columns = new char[32];
  private int size;

  private int line = 1;
  private int column = 1;

  private final Map<Object, Integer> constantIndex = new HashMap<>();
  private final List<Object> constants = new ArrayList<>();
  private final List<Prototype> inner = new ArrayList<>();
  private final List<Upvalue> upvalues = new ArrayList<>();
  private final List<Boolean> upvalueIsCell = new ArrayList<>();
  private final List<DebugInfo.CallRange> calls = new ArrayList<>();

  /** The variables in scope, innermost last; variable i lives in register i. */
  private final List<Variable> variables = new ArrayList<>();

  private final List<DebugInfo.Local> locals = new ArrayList<>();

  private int free;
  private int maxRegisters = 2;

  /** A local variable in scope. */
  static final class Variable {
    final String name;
    final int register;
    final boolean cell;

    /** The function being defined by {@code local function}, while it is compiled. */
    FunctionBuilder defining;

    private int debugIndex;

    private Variable(String name, int register, boolean cell) {
      this.name = name;
      this.register = register;
      this.cell = cell;
    }
  }

  FunctionBuilder(FunctionBuilder parent, String chunk, int firstLine, boolean vararg) {
    this.parent = parent;
    this.chunk = chunk;
    this.firstLine = firstLine;
    this.vararg = vararg;
  }

  // ---- code

  /** Instructions from here on belong to this place in the source. */
  void at(Token token) {
    at(token.getLine(), token.getCharPositionInLine() + 1);
  }

  void at(int line, int column) {
    this.line = line;
    this.column = column;
  }

  /** Index of the next instruction. */
  int here() {
    return size;
  }

  int emit(int opcode, int a, int b, int c) {
    return emitWord(Instruction.of(opcode, a, b, c));
  }

  int emitBx(int opcode, int a, int bx) {
    return emitWord(Instruction.ofBx(opcode, a, bx));
  }

  int emitWord(int word) {
    if (size == code.length) {
      code = Arrays.copyOf(code, size * 2);
      lines = Arrays.copyOf(lines, size * 2);
      columns = Arrays.copyOf(columns, size * 2);
    }
    code[size] = word;
    lines[size] = line;
    columns[size] = (char) Math.min(column, Character.MAX_VALUE);
    return size++;
  }

  /** A jump that {@link #patch} aims. */
  int emitJump() {
    return emitWord(Instruction.ofJump(Opcode.JMP, 0));
  }

  void emitJump(int target) {
    patch(emitJump(), target);
  }

  /** A jump back to the beginning of a while or repeat loop. */
  void emitLoop(int target) {
    int distance = distance(emitWord(0), target);
    code[size - 1] = Instruction.ofJump(Opcode.LOOP, distance);
  }

  void patch(int jump, int target) {
    code[jump] = Instruction.ofJump(Opcode.JMP, distance(jump, target));
  }

  private int distance(int jump, int target) {
    int distance = target - (jump + 1);
    if (Math.abs(distance) > Instruction.MAX_JUMP) {
      throw error("control structure too long");
    }
    return distance;
  }

  void patchHere(JumpList jumps) {
    for (int i = 0; i < jumps.size(); i++) {
      patch(jumps.get(i), size);
    }
  }

  /** Changes C of a CALL, or B of a VARARG, to the number of results that turned out. */
  void setResults(int instruction, int results) {
    int word = code[instruction];
    int a = Instruction.a(word);
    if (Instruction.opcode(word) == Opcode.CALL) {
      code[instruction] = Instruction.of(Opcode.CALL, a, Instruction.b(word), results + 1);
    } else {
      code[instruction] = Instruction.of(Opcode.VARARG, a, results + 1, 0);
    }
  }

  void makeTailCall(int instruction) {
    int word = code[instruction];
    code[instruction] =
        Instruction.of(Opcode.TAILCALL, Instruction.a(word), Instruction.b(word), 0);
  }

  void addCall(int instruction, Token start, int endLine, int endColumn) {
    calls.add(
        new DebugInfo.CallRange(
            instruction, start.getLine(), start.getCharPositionInLine() + 1, endLine, endColumn));
  }

  // ---- constants

  int constant(Object value) {
    Integer known = constantIndex.get(value);
    if (known != null) {
      return known;
    }
    if (constants.size() == MAX_CONSTANTS) {
      throw error("constant table overflow");
    }
    constantIndex.put(value, constants.size());
    constants.add(value);
    return constants.size() - 1;
  }

  int addInner(Prototype prototype) {
    if (inner.size() > Instruction.MAX_BX) {
      throw error("too many functions");
    }
    inner.add(prototype);
    return inner.size() - 1;
  }

  // ---- registers

  int free() {
    return free;
  }

  int reserve(int count) {
    int first = free;
    free += count;
    if (free > MAX_REGISTERS) {
      throw error("function or expression too complex");
    }
    maxRegisters = Math.max(maxRegisters, free);
    return first;
  }

  void releaseTo(int register) {
    free = register;
  }

  /** Whether the register holds a variable in scope, which must not be used for anything else. */
  boolean isVariable(int register) {
    return register < variables.size();
  }

  // ---- variables

  /** Makes the next register(s), already reserved and filled, a variable in scope. */
  Variable declare(String name, boolean cell) {
    if (variables.size() == MAX_LOCALS) {
      throw limit(MAX_LOCALS, "local variables");
    }
    Variable variable = new Variable(name, variables.size(), cell);
    variable.debugIndex = locals.size();
    variables.add(variable);
    locals.add(new DebugInfo.Local(name, variable.register, size, Integer.MAX_VALUE));
    return variable;
  }

  /** Lets the variable's register hold its value from here on only: before, it held nothing. */
  void initialized(Variable variable) {
    locals.set(
        variable.debugIndex,
        new DebugInfo.Local(variable.name, variable.register, size, Integer.MAX_VALUE));
  }

  int variableCount() {
    return variables.size();
  }

  /** Ends the scope of all variables but the first {@code count}. */
  void leaveScope(int count) {
    while (variables.size() > count) {
      Variable variable = variables.removeLast();
      locals.set(
          variable.debugIndex,
          new DebugInfo.Local(
              variable.name, variable.register, locals.get(variable.debugIndex).start(), size));
    }
    free = count;
  }

  Variable variable(String name) {
    for (int i = variables.size() - 1; i >= 0; i--) {
      if (variables.get(i).name.equals(name)) {
        return variables.get(i);
      }
    }
    return null;
  }

  /** The number of the upvalue of that name, or -1 if the name is a global's. */
  int upvalue(String name) {
    if (parent == null) {
      return -1;
    }
    for (int i = 0; i < upvalues.size(); i++) {
      if (upvalues.get(i).name().equals(name)) {
        return i;
      }
    }
    Variable variable = parent.variable(name);
    if (variable != null) {
      boolean self = variable.defining == this && !variable.cell;
      return addUpvalue(
          self ? Upvalue.Kind.SELF : Upvalue.Kind.REGISTER, variable.register, name, variable.cell);
    }
    int outer = parent.upvalue(name);
    return outer < 0
        ? -1
        : addUpvalue(Upvalue.Kind.UPVALUE, outer, name, parent.upvalueIsCell(outer));
  }

  boolean upvalueIsCell(int upvalue) {
    return upvalueIsCell.get(upvalue);
  }

  private int addUpvalue(Upvalue.Kind kind, int index, String name, boolean cell) {
    if (upvalues.size() == MAX_UPVALUES) {
      throw limit(MAX_UPVALUES, "upvalues");
    }
    upvalues.add(new Upvalue(kind, index, name));
    upvalueIsCell.add(cell);
    return upvalues.size() - 1;
  }

  // ---- errors and the end

  private LuaSyntaxException limit(int limit, String what) {
    String function = firstLine == 0 ? "main function" : "function at line " + firstLine;
    return error(function + " has more than " + limit + " " + what);
  }

  LuaSyntaxException error(String message) {
    return new LuaSyntaxException(message, line, column);
  }

  Prototype build(int parameters, boolean needsArg) {
    DebugInfo debug =
        new DebugInfo(
            chunk,
            firstLine,
            Arrays.copyOf(lines, size),
            Arrays.copyOf(columns, size),
            locals.toArray(new DebugInfo.Local[0]),
            calls.toArray(new DebugInfo.CallRange[0]));
    return new Prototype(
        Arrays.copyOf(code, size),
        constants.toArray(),
        inner.toArray(new Prototype[0]),
        upvalues.toArray(new Upvalue[0]),
        parameters,
        vararg,
        needsArg,
        maxRegisters,
        debug);
  }
}
