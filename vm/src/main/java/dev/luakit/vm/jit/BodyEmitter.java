package dev.luakit.vm.jit;

import static dev.luakit.vm.code.Instruction.a;
import static dev.luakit.vm.code.Instruction.b;
import static dev.luakit.vm.code.Instruction.bx;
import static dev.luakit.vm.code.Instruction.c;
import static dev.luakit.vm.jit.Linkage.BOOLEAN;
import static dev.luakit.vm.jit.Linkage.BOX;
import static dev.luakit.vm.jit.Linkage.CELL;
import static dev.luakit.vm.jit.Linkage.CLOSURE;
import static dev.luakit.vm.jit.Linkage.CODE;
import static dev.luakit.vm.jit.Linkage.DOUBLE;
import static dev.luakit.vm.jit.Linkage.FRAME;
import static dev.luakit.vm.jit.Linkage.HINTS;
import static dev.luakit.vm.jit.Linkage.INTERPRETER;
import static dev.luakit.vm.jit.Linkage.OBJECTS;
import static dev.luakit.vm.jit.Linkage.OPERATIONS;
import static dev.luakit.vm.jit.Linkage.TABLE;
import static dev.luakit.vm.jit.Linkage.TEMPLATE;
import static dev.luakit.vm.jit.Linkage.TO_DOUBLE;
import static dev.luakit.vm.jit.Linkage.TRANSITIONS;
import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_String;
import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_double;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;

import dev.luakit.vm.code.Instruction;
import dev.luakit.vm.code.Opcode;
import dev.luakit.vm.code.Prototype;
import dev.luakit.vm.code.Prototype.Upvalue;
import dev.luakit.vm.jit.Region.Block;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/**
 * Writes the JVM code of a region. Each register has an object variable and a number variable;
 * {@link Kinds} says which of them is valid where a block begins, and {@link #state} says it while
 * a block is being written.
 *
 * <p>Code that is rarely run (leaving to the interpreter, storing the variables when a callee did)
 * is written behind the blocks, once for each state of the registers.
 */
final class BodyEmitter {
  private final ClassDesc self;
  private final Prototype prototype;
  private final int[] code;
  private final Object[] constants;
  private final Region region;
  private final Liveness liveness;
  private final Kinds kinds;
  private final Speculation speculation;
  private final Effects effects;
  private final int[] prepaid;

  /** Whether the region is a loop, which is entered with a frame of the interpreter. */
  private final boolean loop;

  private CodeBuilder out;
  private int sites;

  private int vm;
  private int caller;
  private int closure;
  private int frame;
  private int upvalues;
  private int varargs;
  private int results;
  private int callee;
  private int objects;
  private int numbers;

  private final Savers savers;
  private final Map<Block, Label> labels = new HashMap<>();
  private final List<Runnable> later = new ArrayList<>();
  private final Map<String, Label> exits = new HashMap<>();

  /** A call that has taken over the frame: nothing of this function's is to be paid back for it. */
  private record TailCall(Label begin, Label end) {}

  private final List<TailCall> tailCalls = new ArrayList<>();

  /** Where a function that calls itself at its end goes on. */
  private Label restart;

  private byte[] state;
  private Block block;

  /** Registers that are read from the current instruction on, and behind it. */
  private BitSet liveBefore;

  private BitSet liveAfter;

  /** The current instruction. */
  private int pc;

  BodyEmitter(
      ClassDesc self,
      Prototype prototype,
      Region region,
      Liveness liveness,
      Kinds kinds,
      Speculation speculation,
      boolean loop) {
    this.self = self;
    this.prototype = prototype;
    this.code = prototype.code();
    this.constants = prototype.constants();
    this.region = region;
    this.liveness = liveness;
    this.kinds = kinds;
    this.speculation = speculation;
    this.effects = new Effects(prototype);
    this.prepaid = Costs.prepaid(prototype);
    this.savers = new Savers(prototype.registers());
    this.loop = loop;
  }

  /** The methods that the code stores its registers with. */
  Savers savers() {
    return savers;
  }

  /** How many places of the code look for a field with a hint. */
  int sites() {
    return sites;
  }

  /** Writes the method; called again where jumps turned out to be long. */
  void emit(CodeBuilder builder) {
    out = builder;
    sites = 0;
    labels.clear();
    later.clear();
    exits.clear();
    tailCalls.clear();
    restart = null;
    for (Block each : region.blocks()) {
      labels.put(each, out.newLabel());
    }
    Label begin = out.newLabel();
    Label end = out.newLabel();
    assignVariables();
    if (loop) {
      enterLoop(begin);
    } else {
      enterFunction(begin);
    }
    List<Block> blocks = region.blocks();
    for (int i = 0; i < blocks.size(); i++) {
      block(blocks.get(i), i + 1 < blocks.size() ? blocks.get(i + 1) : null);
    }
    // What is written later may leave more for later.
    for (int i = 0; i < later.size(); i++) {
      later.get(i).run();
    }
    out.labelBinding(end);
    Label from = begin;
    for (TailCall call : tailCalls) {
      out.exceptionCatchAll(from, call.begin(), end);
      from = call.end();
    }
    out.exceptionCatchAll(from, end, end);
    out.aload(vm).aload(frame);
    out.invokestatic(
        OPERATIONS,
        "thrown",
        MethodTypeDesc.of(Linkage.THROWABLE, Linkage.THROWABLE, INTERPRETER, FRAME));
    out.athrow();
  }

  private void assignVariables() {
    int next;
    if (loop) {
      vm = 1;
      frame = 2;
      closure = 3;
      caller = 4;
      next = 5;
    } else {
      vm = 0;
      caller = 1;
      closure = 2;
      next = 3 + prototype.parameters();
      if (prototype.vararg()) {
        varargs = next++;
      }
      frame = next++;
    }
    upvalues = next++;
    results = next++;
    callee = next++;
    objects = next;
    numbers = objects + prototype.registers() + 1;
  }

  private int object(int register) {
    return !loop && register < prototype.parameters() ? 3 + register : objects + register;
  }

  private int number(int register) {
    return numbers + 2 * register;
  }

  // ---- entries

  private void enterFunction(Label begin) {
    Label known = out.newLabel();
    Label slow = out.newLabel();
    Label ready = out.newLabel();
    out.aload(caller).getfield(FRAME, "next", FRAME).dup().astore(frame);
    out.ifnonnull(known);
    transitions();
    out.aload(caller).aload(closure);
    out.invokevirtual(TRANSITIONS, "deepen", MethodTypeDesc.of(FRAME, FRAME, CLOSURE));
    out.astore(frame);
    out.labelBinding(known);
    out.aload(frame).aload(closure).putfield(FRAME, "closure", CLOSURE);
    if (prototype.vararg()) {
      out.aload(frame).aload(varargs).putfield(FRAME, "varargs", OBJECTS);
    }
    out.labelBinding(begin);
    restart = out.newLabel();
    out.labelBinding(restart);
    out.aload(frame).getfield(FRAME, "depth", CD_int);
    out.aload(vm).getfield(INTERPRETER, "depthLimit", CD_int);
    out.if_icmpgt(slow);
    out.aload(vm).getfield(INTERPRETER, "fuel", CD_int);
    out.ifge(ready);
    out.labelBinding(slow);
    transitions();
    out.aload(frame);
    pack(prototype.parameters(), i -> out.aload(object(i)));
    out.invokevirtual(TRANSITIONS, "enterSlowly", MethodTypeDesc.of(CD_boolean, FRAME, OBJECTS));
    out.ifeq(ready);
    out.getstatic(CODE, "UNWIND", CD_Object).areturn();
    out.labelBinding(ready);
    loadUpvalues();
    if (prototype.needsArg()) {
      out.aload(vm).aload(frame).iconst_0().aload(varargs);
      out.invokestatic(OPERATIONS, "argTable", Linkage.operation(TABLE, OBJECTS));
      out.astore(object(prototype.parameters()));
    }
    byte[] entry = new byte[prototype.registers() + 1];
    int named = prototype.parameters() + (prototype.needsArg() ? 1 : 0);
    for (int i = 0; i < named; i++) {
      entry[i] = Kinds.OBJECT;
    }
    state = entry;
    pc = 0;
    block = null;
    convertTo(region.entry());
    out.goto_(labels.get(region.entry()));
  }

  private void transitions() {
    out.aload(vm).getfield(INTERPRETER, "transitions", TRANSITIONS);
  }

  private void loadUpvalues() {
    if (prototype.upvalues().length > 0) {
      out.aload(closure).getfield(CLOSURE, "upvalues", OBJECTS).astore(upvalues);
    }
  }

  private void enterLoop(Label begin) {
    Block entry = region.entry();
    out.aload(frame).getfield(FRAME, "closure", CLOSURE).astore(closure);
    out.aload(frame).getfield(FRAME, "previous", FRAME).astore(caller);
    out.labelBinding(begin);
    loadUpvalues();
    out.aload(frame).getfield(FRAME, "registers", OBJECTS).astore(results);
    state = kinds.at(entry).clone();
    BitSet live = liveness.at(entry);
    for (int r = live.nextSetBit(0); r >= 0; r = live.nextSetBit(r + 1)) {
      out.aload(results).loadConstant(r).aaload().astore(object(r));
      if ((state[r] & Kinds.NUMBER) != 0) {
        Label number = out.newLabel();
        out.aload(object(r)).instanceOf(DOUBLE).ifne(number);
        transitions();
        out.aload(frame).loadConstant(Speculation.loopVariable(entry.start, r));
        out.invokevirtual(TRANSITIONS, "refute", MethodTypeDesc.of(CD_void, FRAME, CD_int));
        out.getstatic(CODE, "EXIT", CD_Object).areturn();
        out.labelBinding(number);
        unbox(r);
      }
    }
    out.goto_(labels.get(entry));
  }

  // ---- blocks

  private void block(Block current, Block following) {
    block = current;
    state = kinds.at(current).clone();
    out.labelBinding(labels.get(current));
    if (current.outside) {
      pc = current.start;
      liveBefore = liveness.at(current);
      out.goto_(exit(-1, false));
      return;
    }
    int[] starts = Effects.starts(code, current);
    BitSet[] live = liveness.within(current);
    boolean begins = true;
    for (int n = 0; n < starts.length; n++) {
      pc = starts[n];
      liveBefore = live[n];
      liveAfter = live[n + 1];
      if (begins) {
        pay(starts, n);
      }
      begins = Costs.endsRun(code[pc]);
      instruction();
    }
    int opcode = Instruction.opcode(code[current.last]);
    if (opcode == Opcode.RETURN || opcode == Opcode.TAILCALL) {
      return;
    }
    Block successor = current.next != null ? current.next : current.jump;
    if (current.next == null) {
      Kinds.stepJump(code[current.last], state);
    }
    go(successor, following);
  }

  /** Counts the instructions from the n-th on, up to the end of their run. */
  private void pay(int[] starts, int n) {
    pay(Costs.of(code[starts[n]]) + prepaid[starts[n]]);
  }

  private void pay(int count) {
    out.aload(vm).dup().getfield(INTERPRETER, "fuel", CD_int);
    out.loadConstant(count).isub().putfield(INTERPRETER, "fuel", CD_int);
  }

  /** Goes on with a block. */
  private void go(Block to, Block following) {
    convertTo(to);
    if (block != null && Region.isBack(block, to)) {
      Label on = labels.get(to);
      out.aload(vm).getfield(INTERPRETER, "fuel", CD_int).ifge(on);
      transitions();
      out.aload(frame).loadConstant(to.start);
      out.invokevirtual(TRANSITIONS, "poll", MethodTypeDesc.of(CD_boolean, FRAME, CD_int));
      out.ifeq(on);
      byte[] saved = state;
      state = kinds.at(to).clone();
      exitAt(to, -1);
      state = saved;
    } else if (to != following) {
      out.goto_(labels.get(to));
    }
  }

  /** Leaves to the interpreter where a block begins, in the state in which it is entered. */
  private void exitAt(Block to, int refuted) {
    int outerPc = pc;
    BitSet outerLive = liveBefore;
    pc = to.start;
    liveBefore = liveness.at(to);
    out.goto_(exit(refuted, true));
    pc = outerPc;
    liveBefore = outerLive;
  }

  /** Brings the registers into the form in which a block expects them. */
  private void convertTo(Block to) {
    byte[] wanted = kinds.at(to);
    BitSet live = liveness.at(to);
    for (int r = live.nextSetBit(0); r >= 0; r = live.nextSetBit(r + 1)) {
      if ((wanted[r] & Kinds.NUMBER) != 0 && (state[r] & Kinds.NUMBER) == 0) {
        Label number = out.newLabel();
        out.aload(object(r)).instanceOf(DOUBLE).ifne(number);
        exitAt(to, Speculation.loopVariable(to.start, r));
        out.labelBinding(number);
        unbox(r);
      }
      if ((wanted[r] & Kinds.OBJECT) != 0 && (state[r] & Kinds.OBJECT) == 0) {
        box(r);
      }
    }
  }

  /** The jump of the current instruction, from a label that a condition goes to. */
  private void jumpFrom(Label taken) {
    byte[] saved = state.clone();
    later(
        () -> {
          out.labelBinding(taken);
          move(code[pc]);
          Kinds.stepJump(code[pc], state);
          go(block.jump, null);
        },
        saved);
  }

  /** What taking a jump stores. */
  private void move(int instruction) {
    switch (Instruction.opcode(instruction)) {
      case Opcode.TESTSET -> copy(a(instruction), b(instruction));
      case Opcode.TFORLOOP -> copy(a(instruction) + 2, a(instruction) + 3);
      case Opcode.FORPREP, Opcode.FORLOOP ->
          out.dload(number(a(instruction))).dstore(number(a(instruction) + 3));
      default -> {}
    }
  }

  private void later(Runnable emission, byte[] savedState) {
    Block savedBlock = block;
    int savedPc = pc;
    BitSet before = liveBefore;
    BitSet after = liveAfter;
    later.add(
        () -> {
          block = savedBlock;
          pc = savedPc;
          liveBefore = before;
          liveAfter = after;
          state = savedState;
          emission.run();
        });
  }

  // ---- leaving to the interpreter

  /**
   * Where the interpreter carries out the current instruction.
   *
   * @param refuted the assumption that was wrong, or -1
   * @param unpaid whether the instruction was not paid for yet
   */
  private Label exit(int refuted, boolean unpaid) {
    String key = "x" + pc + unpaid + refuted + signature(liveBefore);
    Label known = exits.get(key);
    if (known != null) {
      return known;
    }
    Label label = out.newLabel();
    exits.put(key, label);
    int refund = unpaid || block.outside ? 0 : Costs.of(code[pc]) + prepaid[pc];
    boolean open = Effects.readsOpen(code[pc]) && !unpaid && !block.outside;
    later(
        () -> {
          out.labelBinding(label);
          transitions();
          out.aload(frame);
          saveRegisters(liveBefore);
          out.loadConstant(pc).loadConstant(refund).loadConstant(refuted);
          if (open) {
            out.aload(results).loadConstant(effects.openStart(pc));
            out.invokevirtual(
                TRANSITIONS,
                "exitOpen",
                MethodTypeDesc.of(
                    CD_Object, FRAME, OBJECTS, CD_int, CD_int, CD_int, CD_Object, CD_int));
          } else {
            out.invokevirtual(
                TRANSITIONS,
                "exit",
                MethodTypeDesc.of(CD_Object, FRAME, OBJECTS, CD_int, CD_int, CD_int));
          }
          out.areturn();
        },
        state.clone());
    return label;
  }

  /**
   * Where the variables are stored because what the current instruction called was unwound. It is
   * gone to with UNWIND on the stack.
   */
  private Label suspension(int destination, int wanted) {
    BitSet live = (BitSet) liveAfter.clone();
    for (int r = 0; r < wanted; r++) {
      live.clear(destination + r);
    }
    String key = "s" + pc + signature(live);
    Label known = exits.get(key);
    if (known != null) {
      return known;
    }
    Label label = out.newLabel();
    exits.put(key, label);
    later(
        () -> {
          out.labelBinding(label);
          out.pop();
          transitions();
          out.aload(frame);
          saveRegisters(live);
          out.loadConstant(pc + 1).loadConstant(destination).loadConstant(wanted);
          out.invokevirtual(
              TRANSITIONS,
              "suspend",
              MethodTypeDesc.of(CD_Object, FRAME, OBJECTS, CD_int, CD_int, CD_int));
          out.areturn();
        },
        state.clone());
    return label;
  }

  private String signature(BitSet live) {
    StringBuilder text = new StringBuilder(":");
    for (int r = live.nextSetBit(0); r >= 0; r = live.nextSetBit(r + 1)) {
      text.append(r).append((state[r] & Kinds.OBJECT) != 0 ? 'o' : 'n');
    }
    return text.toString();
  }

  /** Leaves an array of the live registers on the stack. */
  private void saveRegisters(BitSet live) {
    List<ClassDesc> types = new ArrayList<>();
    for (int r = live.nextSetBit(0); r >= 0; r = live.nextSetBit(r + 1)) {
      if ((state[r] & Kinds.OBJECT) != 0) {
        out.aload(object(r));
        types.add(CD_Object);
      } else {
        out.dload(number(r));
        types.add(CD_double);
      }
    }
    out.invokestatic(self, savers.name(live, types), MethodTypeDesc.of(OBJECTS, types));
  }

  // ---- registers

  private void unbox(int register) {
    out.aload(object(register)).checkcast(DOUBLE).invokevirtual(DOUBLE, "doubleValue", TO_DOUBLE);
    out.dstore(number(register));
    state[register] |= Kinds.NUMBER;
  }

  private void box(int register) {
    out.dload(number(register)).invokestatic(DOUBLE, "valueOf", BOX).astore(object(register));
    state[register] |= Kinds.OBJECT;
  }

  private void ensureObject(int register) {
    if ((state[register] & Kinds.OBJECT) == 0) {
      box(register);
    }
  }

  private void load(int register) {
    ensureObject(register);
    out.aload(object(register));
  }

  private void store(int register) {
    out.astore(object(register));
    state[register] = Kinds.OBJECT;
  }

  private void storeNumber(int register) {
    out.dstore(number(register));
    state[register] = Kinds.NUMBER;
  }

  private boolean isNumber(int register) {
    return (state[register] & Kinds.NUMBER) != 0;
  }

  private void copy(int to, int from) {
    if (to == from) {
      return;
    }
    if ((state[from] & Kinds.OBJECT) != 0) {
      out.aload(object(from)).astore(object(to));
    }
    if (isNumber(from)) {
      out.dload(number(from)).dstore(number(to));
    }
    state[to] = state[from];
  }

  /** Makes sure that a register is a number, and leaves to the interpreter if it is not. */
  private void demandNumber(int register) {
    if (!isNumber(register)) {
      out.aload(object(register)).instanceOf(DOUBLE);
      out.ifeq(exit(Speculation.operands(pc), false));
      unbox(register);
    }
  }

  private void pack(int count, IntConsumer load) {
    out.loadConstant(count).anewarray(CD_Object);
    for (int i = 0; i < count; i++) {
      out.dup().loadConstant(i);
      load.accept(i);
      out.aastore();
    }
  }

  /** The first arguments of an operation: on whose behalf it works. */
  private void site() {
    out.aload(vm).aload(frame).loadConstant(pc + 1);
  }

  private void hint() {
    out.getstatic(self, "hints", HINTS).loadConstant(sites++);
  }

  private void operation(String name, ClassDesc result, ClassDesc... more) {
    out.invokestatic(OPERATIONS, name, Linkage.operation(result, more));
  }

  /** Takes the results on the stack of what may have called a Lua function. */
  private void finishCall(int destination, int wanted) {
    out.dup().getstatic(CODE, "UNWIND", CD_Object);
    out.if_acmpeq(suspension(destination, wanted));
    if (wanted == 0) {
      out.pop();
    } else if (wanted < 0) {
      countOpen(destination);
      out.astore(results);
    } else if (wanted == 1) {
      out.invokestatic(OPERATIONS, "first", MethodTypeDesc.of(CD_Object, CD_Object));
      store(destination);
    } else {
      out.astore(results);
      for (int i = 0; i < wanted; i++) {
        out.aload(results).loadConstant(i);
        out.invokestatic(OPERATIONS, "pick", MethodTypeDesc.of(CD_Object, CD_Object, CD_int));
        store(destination + i);
      }
    }
  }

  /** Accounts for the results on the stack, any number of them. */
  private void countOpen(int destination) {
    out.aload(vm).loadConstant(destination);
    out.invokestatic(
        OPERATIONS, "countOpen", MethodTypeDesc.of(CD_Object, CD_Object, INTERPRETER, CD_int));
  }

  /** The same where one value is wanted that is never a list. */
  private void finishValue(int destination) {
    out.dup().getstatic(CODE, "UNWIND", CD_Object);
    out.if_acmpeq(suspension(destination, 1));
    store(destination);
  }

  // ---- instructions

  private void instruction() {
    int i = code[pc];
    int a = a(i);
    int b = b(i);
    int c = c(i);
    if (Effects.isArithmetic(i)) {
      arithmetic(i);
      return;
    }
    switch (Instruction.opcode(i)) {
      case Opcode.MOVE -> copy(a, b);
      case Opcode.LOADK -> constant(a, constants[bx(i)]);
      case Opcode.LOADKX -> constant(a, constants[code[pc + 1]]);
      case Opcode.LOADNIL -> {
        for (int r = a; r <= a + b; r++) {
          out.aconst_null();
          store(r);
        }
      }
      case Opcode.LOADBOOL -> {
        bool(b != 0);
        store(a);
      }
      case Opcode.GETUPVAL -> {
        out.aload(upvalues).loadConstant(b).aaload();
        store(a);
      }
      case Opcode.GETUPCELL -> {
        out.aload(upvalues).loadConstant(b).aaload().checkcast(CELL);
        out.getfield(CELL, "value", CD_Object);
        store(a);
      }
      case Opcode.SETUPCELL -> {
        ensureObject(a);
        out.aload(upvalues).loadConstant(b).aaload().checkcast(CELL);
        load(a);
        out.putfield(CELL, "value", CD_Object);
      }
      case Opcode.NEWCELL -> {
        site();
        load(a);
        operation("newCell", CELL, CD_Object);
        store(a);
      }
      case Opcode.GETCELL -> {
        load(b);
        out.checkcast(CELL).getfield(CELL, "value", CD_Object);
        store(a);
      }
      case Opcode.SETCELL -> {
        load(a);
        out.checkcast(CELL);
        load(b);
        out.putfield(CELL, "value", CD_Object);
      }
      case Opcode.GETGLOBAL -> {
        site();
        out.aload(closure).loadConstant((String) constants[bx(i)]);
        hint();
        out.invokestatic(OPERATIONS, "getGlobal", Linkage.getField(CLOSURE));
        finishValue(a);
      }
      case Opcode.SETGLOBAL -> {
        ensureObject(a);
        site();
        out.aload(closure).loadConstant((String) constants[bx(i)]);
        load(a);
        hint();
        out.invokestatic(OPERATIONS, "setGlobal", Linkage.setField(CLOSURE));
        finishCall(0, 0);
      }
      case Opcode.GETENV -> {
        out.aload(closure).getfield(CLOSURE, "environment", TABLE);
        store(a);
      }
      case Opcode.GETTABLE -> getTable(a, b, c);
      case Opcode.GETFIELD -> {
        getField(b, c);
        finishValue(a);
      }
      case Opcode.SETTABLE -> setTable(a, b, c);
      case Opcode.SETFIELD -> setField(a, b, c);
      case Opcode.NEWTABLE -> {
        site();
        out.loadConstant(b).loadConstant(c);
        operation("newTable", TABLE, CD_int, CD_int);
        store(a);
      }
      case Opcode.SETLIST -> setList(a, b);
      case Opcode.SELF -> {
        getField(b, c);
        copy(a + 1, b);
        finishValue(a);
      }
      case Opcode.NOT -> not(a, b);
      case Opcode.LEN -> length(a, b);
      case Opcode.CONCAT -> concat(a, b, c);
      case Opcode.CALL -> call(a, b, c - 1);
      case Opcode.TAILCALL -> tailCall(a, b);
      case Opcode.RETURN -> {
        values(a, b - 1);
        forgetRepeats();
        out.areturn();
      }
      case Opcode.VARARG -> vararg(a, b - 1);
      case Opcode.CLOSURE -> closure(a, bx(i));
      case Opcode.FORPREP -> prepareLoop(a);
      case Opcode.FORLOOP -> forLoop(a);
      case Opcode.TFORCALL -> forCall(a, c);
      case Opcode.TFORLOOP -> {
        Label taken = out.newLabel();
        load(a + 3);
        out.ifnonnull(taken);
        jumpFrom(taken);
      }
      case Opcode.JMP, Opcode.LOOP -> {}
      default -> test(i);
    }
  }

  private void constant(int register, Object value) {
    if (value instanceof Double number) {
      out.loadConstant(number.doubleValue());
      storeNumber(register);
    } else {
      out.loadConstant((String) value);
      store(register);
    }
  }

  private void bool(boolean value) {
    out.getstatic(BOOLEAN, value ? "TRUE" : "FALSE", BOOLEAN);
  }

  // ---- tables

  private void getField(int table, int key) {
    ensureObject(table);
    site();
    out.aload(object(table)).loadConstant((String) constants[key]);
    hint();
    out.invokestatic(OPERATIONS, "getField", Linkage.getField(CD_Object));
  }

  private void setField(int table, int key, int value) {
    ensureObject(table);
    ensureObject(value);
    site();
    out.aload(object(table)).loadConstant((String) constants[key]).aload(object(value));
    hint();
    out.invokestatic(OPERATIONS, "setField", Linkage.setField(CD_Object));
    finishCall(0, 0);
  }

  private void getTable(int destination, int table, int key) {
    ensureObject(table);
    site();
    out.aload(object(table));
    if (isNumber(key)) {
      out.dload(number(key));
      operation("getIndex", CD_Object, CD_Object, CD_double);
    } else {
      load(key);
      operation("getIndex", CD_Object, CD_Object, CD_Object);
    }
    finishValue(destination);
  }

  private void setTable(int table, int key, int value) {
    ensureObject(table);
    ensureObject(value);
    site();
    out.aload(object(table));
    if (isNumber(key)) {
      out.dload(number(key)).aload(object(value));
      operation("setIndex", CD_Object, CD_Object, CD_double, CD_Object);
    } else {
      load(key);
      out.aload(object(value));
      operation("setIndex", CD_Object, CD_Object, CD_Object, CD_Object);
    }
    finishCall(0, 0);
  }

  private void setList(int table, int count) {
    int fixed = count != 0 ? count : effects.openStart(pc) - table - 1;
    for (int r = table; r <= table + fixed; r++) {
      ensureObject(r);
    }
    site();
    out.aload(object(table)).loadConstant(code[pc + 1] + 1);
    pack(fixed, i -> out.aload(object(table + 1 + i)));
    if (count == 0) {
      appendOpen();
    }
    operation("setList", CD_void, CD_Object, CD_int, OBJECTS);
  }

  /** Appends the open values to the array on the stack. */
  private void appendOpen() {
    out.aload(results);
    out.invokestatic(OPERATIONS, "append", MethodTypeDesc.of(OBJECTS, OBJECTS, CD_Object));
  }

  // ---- operators

  private void arithmetic(int i) {
    int opcode = Instruction.opcode(i);
    int b = b(i);
    boolean constant = opcode >= Opcode.ADDK && opcode <= Opcode.POWK;
    int operator = constant ? opcode - Opcode.ADDK + Opcode.ADD : opcode;
    if (!speculation.allows(Speculation.operands(pc))) {
      ensureObject(b);
      if (opcode < Opcode.ADDK) {
        ensureObject(c(i));
      }
      site();
      out.loadConstant(operator).aload(object(b));
      if (constant) {
        out.loadConstant((Double) constants[c(i)]).invokestatic(DOUBLE, "valueOf", BOX);
      } else {
        out.aload(object(opcode == Opcode.UNM ? b : c(i)));
      }
      operation("arithmetic", CD_Object, CD_int, CD_Object, CD_Object);
      finishCall(a(i), 1);
      return;
    }
    demandNumber(b);
    if (opcode < Opcode.ADDK) {
      demandNumber(c(i));
    }
    out.dload(number(b));
    if (constant) {
      out.loadConstant((double) (Double) constants[c(i)]);
    } else if (opcode != Opcode.UNM) {
      out.dload(number(c(i)));
    }
    switch (operator) {
      case Opcode.ADD -> out.dadd();
      case Opcode.SUB -> out.dsub();
      case Opcode.MUL -> out.dmul();
      case Opcode.DIV -> out.ddiv();
      case Opcode.UNM -> out.dneg();
      default ->
          out.invokestatic(
              OPERATIONS,
              operator == Opcode.MOD ? "modulo" : "power",
              MethodTypeDesc.of(CD_double, CD_double, CD_double));
    }
    storeNumber(a(i));
  }

  private void not(int a, int b) {
    if ((state[b] & Kinds.OBJECT) == 0) {
      bool(false);
    } else {
      out.aload(object(b));
      out.invokestatic(OPERATIONS, "not", MethodTypeDesc.of(BOOLEAN, CD_Object));
    }
    store(a);
  }

  private void length(int a, int b) {
    load(b);
    out.invokestatic(OPERATIONS, "length", MethodTypeDesc.of(CD_int, CD_Object)).dup();
    out.istore(results);
    out.iflt(exit(-1, false));
    out.iload(results).i2d();
    storeNumber(a);
  }

  private void concat(int a, int b, int c) {
    for (int r = b; r <= c; r++) {
      ensureObject(r);
    }
    site();
    if (c == b + 1) {
      out.aload(object(b)).aload(object(c));
      operation("concat", CD_String, CD_Object, CD_Object);
    } else {
      pack(c - b + 1, i -> out.aload(object(b + i)));
      operation("concat", CD_String, OBJECTS);
    }
    out.dup().astore(results);
    out.ifnull(exit(-1, false));
    out.aload(results);
    store(a);
  }

  // ---- tests

  private void test(int i) {
    int b = b(i);
    boolean when = a(i) != 0;
    Label taken = out.newLabel();
    switch (Instruction.opcode(i)) {
      case Opcode.TEST, Opcode.TESTSET -> {
        boolean expected = c(i) != 0;
        if ((state[b] & Kinds.OBJECT) == 0) {
          if (expected) {
            out.goto_(taken);
          }
        } else {
          out.aload(object(b));
          out.invokestatic(OPERATIONS, "isTrue", MethodTypeDesc.of(CD_boolean, CD_Object));
          out.branch(
              expected ? java.lang.classfile.Opcode.IFNE : java.lang.classfile.Opcode.IFEQ, taken);
        }
      }
      case Opcode.EQ -> equal(b, c(i), when, taken);
      case Opcode.EQK -> equalConstant(b, constants[c(i)], when, taken);
      case Opcode.LT, Opcode.LE -> order(i, b, c(i), when, taken);
      default -> orderConstant(i, b, when, taken);
    }
    jumpFrom(taken);
  }

  private void branchIf(boolean when, Label taken) {
    if (when) {
      out.ifne(taken);
    } else {
      out.ifeq(taken);
    }
  }

  private void equal(int b, int c, boolean when, Label taken) {
    if (isNumber(b) && isNumber(c)) {
      out.dload(number(b)).dload(number(c)).dcmpl();
      branchIf(!when, taken);
      return;
    }
    ensureObject(b);
    ensureObject(c);
    out.aload(vm).aload(object(b)).aload(object(c));
    out.invokestatic(
        OPERATIONS, "equal", MethodTypeDesc.of(CD_int, INTERPRETER, CD_Object, CD_Object));
    decided(when, taken);
  }

  /** Jumps by a result: 1 and 0 are true and false, -1 is the interpreter's to find out. */
  private void decided(boolean when, Label taken) {
    out.dup().istore(results);
    out.iflt(exit(-1, false));
    out.iload(results);
    branchIf(when, taken);
  }

  private void equalConstant(int b, Object value, boolean when, Label taken) {
    if (value == null) {
      load(b);
      if (when) {
        out.ifnull(taken);
      } else {
        out.ifnonnull(taken);
      }
    } else if (value instanceof Double number) {
      if (isNumber(b)) {
        out.dload(number(b)).loadConstant(number.doubleValue()).dcmpl();
        branchIf(!when, taken);
      } else {
        load(b);
        out.loadConstant(number.doubleValue());
        out.invokestatic(OPERATIONS, "equal", MethodTypeDesc.of(CD_boolean, CD_Object, CD_double));
        branchIf(when, taken);
      }
    } else if (value instanceof Boolean flag) {
      load(b);
      bool(flag);
      if (when) {
        out.if_acmpeq(taken);
      } else {
        out.if_acmpne(taken);
      }
    } else {
      out.aload(vm);
      load(b);
      out.loadConstant((String) value);
      out.invokestatic(
          OPERATIONS,
          "equalText",
          MethodTypeDesc.of(CD_boolean, INTERPRETER, CD_Object, CD_String));
      branchIf(when, taken);
    }
  }

  private void order(int i, int b, int c, boolean when, Label taken) {
    boolean orEqual = Instruction.opcode(i) == Opcode.LE;
    if (isNumber(b) || isNumber(c)) {
      demandNumber(b);
      demandNumber(c);
      out.dload(number(b)).dload(number(c));
      compare(orEqual, false, when, taken);
      return;
    }
    out.aload(vm).aload(object(b)).aload(object(c));
    out.invokestatic(
        OPERATIONS,
        orEqual ? "lessOrEqual" : "lessThan",
        MethodTypeDesc.of(CD_int, INTERPRETER, CD_Object, CD_Object));
    decided(when, taken);
  }

  private void orderConstant(int i, int b, boolean when, Label taken) {
    if (!speculation.allows(Speculation.operands(pc)) && !isNumber(b)) {
      out.aload(object(b)).instanceOf(DOUBLE);
      out.ifeq(exit(-1, false));
      out.aload(object(b)).checkcast(DOUBLE).invokevirtual(DOUBLE, "doubleValue", TO_DOUBLE);
    } else {
      demandNumber(b);
      out.dload(number(b));
    }
    out.loadConstant((double) (Double) constants[c(i)]);
    int opcode = Instruction.opcode(i);
    boolean orEqual = opcode == Opcode.LEK || opcode == Opcode.GEK;
    boolean greater = opcode == Opcode.GTK || opcode == Opcode.GEK;
    compare(orEqual, greater, when, taken);
  }

  /** Jumps where the comparison of the two numbers on the stack, false for NaN, is as wanted. */
  private void compare(boolean orEqual, boolean greater, boolean when, Label taken) {
    if (greater) {
      out.dcmpl();
      if (orEqual) {
        out.branch(when ? java.lang.classfile.Opcode.IFGE : java.lang.classfile.Opcode.IFLT, taken);
      } else {
        out.branch(when ? java.lang.classfile.Opcode.IFGT : java.lang.classfile.Opcode.IFLE, taken);
      }
    } else {
      out.dcmpg();
      if (orEqual) {
        out.branch(when ? java.lang.classfile.Opcode.IFLE : java.lang.classfile.Opcode.IFGT, taken);
      } else {
        out.branch(when ? java.lang.classfile.Opcode.IFLT : java.lang.classfile.Opcode.IFGE, taken);
      }
    }
  }

  // ---- calls

  private void markPlace() {
    out.aload(frame).loadConstant(pc + 1).putfield(FRAME, "pc", CD_int);
  }

  /** Calls the function in a register; the results are left on the stack. */
  private void invoke(int function, int first, int count, boolean open, boolean tail) {
    ensureObject(function);
    for (int r = first; r < first + count; r++) {
      ensureObject(r);
    }
    boolean direct = !open && count <= Translator.MAX_DIRECT_ARGUMENTS;
    Label other = out.newLabel();
    Label done = out.newLabel();
    Runnable arguments =
        () -> {
          if (direct) {
            for (int r = first; r < first + count; r++) {
              out.aload(object(r));
            }
          } else {
            pack(count, i -> out.aload(object(first + i)));
            if (open) {
              appendOpen();
            }
          }
        };
    markPlace();
    out.aload(object(function)).instanceOf(CLOSURE).ifeq(other);
    out.aload(object(function)).checkcast(CLOSURE).astore(callee);
    out.aload(callee).getfield(CLOSURE, "template", TEMPLATE).getfield(TEMPLATE, "code", CODE);
    if (tail) {
      beginTail();
    }
    out.aload(vm).aload(tail ? caller : frame).aload(callee);
    arguments.run();
    Label begin = out.newLabel();
    Label end = out.newLabel();
    out.labelBinding(begin);
    if (direct) {
      out.invokevirtual(CODE, "call" + count, Linkage.call(count));
    } else {
      out.invokevirtual(CODE, "callN", Linkage.callArray());
    }
    out.labelBinding(end);
    if (tail) {
      tailCalls.add(new TailCall(begin, end));
    }
    if (tail) {
      out.aload(vm).aload(frame);
      out.invokestatic(
          OPERATIONS, "tailReturned", MethodTypeDesc.of(CD_Object, CD_Object, INTERPRETER, FRAME));
    }
    out.astore(callee).goto_(done);
    out.labelBinding(other);
    out.aload(vm).aload(frame).aload(object(function));
    arguments.run();
    List<ClassDesc> types = new ArrayList<>(List.of(INTERPRETER, FRAME, CD_Object));
    if (direct) {
      for (int i = 0; i < count; i++) {
        types.add(CD_Object);
      }
    } else {
      types.add(OBJECTS);
    }
    out.invokestatic(OPERATIONS, "callOther", MethodTypeDesc.of(CD_Object, types));
    out.dup().astore(callee).getstatic(CODE, "EXIT", CD_Object);
    out.if_acmpeq(exit(-1, false));
    if (tail) {
      out.aload(callee).dup().getstatic(CODE, "UNWIND", CD_Object);
      out.if_acmpeq(suspension(function, -1));
      out.pop();
      out.aload(callee);
      countOpen(function);
      out.pop();
      // The interpreter goes on to the RETURN behind a TAILCALL of a function of Java.
      pay(1);
      forgetRepeats();
    }
    out.labelBinding(done);
    out.aload(callee);
  }

  private void call(int a, int b, int wanted) {
    boolean open = b == 0;
    int count = open ? effects.openStart(pc) - a - 1 : b - 1;
    invoke(a, a + 1, count, open, false);
    finishCall(a, wanted);
  }

  private void forCall(int a, int wanted) {
    invoke(a, a + 1, 2, false, false);
    finishCall(a + 3, wanted);
  }

  private void tailCall(int a, int b) {
    boolean open = b == 0;
    int count = open ? effects.openStart(pc) - a - 1 : b - 1;
    if (repeats(b)) {
      repeat(a, count);
    }
    invoke(a, a + 1, count, open, true);
    out.areturn();
  }

  /** The callee takes over the frame; only the Java stack grows, which counts as depth. */
  private void beginTail() {
    countTailCall();
    out.aload(vm).dup().getfield(INTERPRETER, "depthLimit", CD_int);
    out.iconst_1().isub().putfield(INTERPRETER, "depthLimit", CD_int);
  }

  private void countTailCall() {
    out.aload(frame).dup().getfield(FRAME, "tailCalls", CD_int);
    out.iconst_1().iadd().putfield(FRAME, "tailCalls", CD_int);
  }

  /** Whether a TAILCALL with that operand may be a function's call of itself. */
  private boolean repeats(int b) {
    return !loop && b != 0 && !prototype.vararg();
  }

  /** Before the return of a function that may have begun again, which counted as tail calls. */
  private void forgetRepeats() {
    for (int i : code) {
      if (Instruction.opcode(i) == Opcode.TAILCALL && repeats(b(i))) {
        out.aload(frame).iconst_0().putfield(FRAME, "tailCalls", CD_int);
        return;
      }
    }
  }

  /** A function that calls itself at its end begins again. */
  private void repeat(int a, int count) {
    int parameters = prototype.parameters();
    Label different = out.newLabel();
    ensureObject(a);
    for (int r = a + 1; r <= a + count; r++) {
      ensureObject(r);
    }
    out.aload(object(a)).aload(closure).if_acmpne(different);
    for (int i = 0; i < parameters; i++) {
      if (i < count) {
        out.aload(object(a + 1 + i));
      } else {
        out.aconst_null();
      }
    }
    for (int i = parameters - 1; i >= 0; i--) {
      out.astore(object(i));
    }
    countTailCall();
    out.goto_(restart);
    out.labelBinding(different);
  }

  /** Results to return: {@code count} registers, and the open values where it is negative. */
  private void values(int first, int count) {
    if (count == 0) {
      out.getstatic(OPERATIONS, "NONE", OBJECTS);
    } else if (count == 1) {
      load(first);
    } else if (count > 0) {
      packRegisters(first, count);
    } else {
      int fixed = effects.openStart(pc) - first;
      if (fixed == 0) {
        out.aload(results);
      } else {
        packRegisters(first, fixed);
        appendOpen();
      }
    }
  }

  private void packRegisters(int first, int count) {
    for (int r = first; r < first + count; r++) {
      ensureObject(r);
    }
    pack(count, i -> out.aload(object(first + i)));
  }

  private void vararg(int a, int wanted) {
    int source = loop ? -1 : varargs;
    for (int i = 0; i < wanted; i++) {
      loadVarargs(source);
      out.loadConstant(i);
      out.invokestatic(OPERATIONS, "pick", MethodTypeDesc.of(CD_Object, OBJECTS, CD_int));
      store(a + i);
    }
    if (wanted < 0) {
      loadVarargs(source);
      countOpen(a);
      out.astore(results);
    }
  }

  private void loadVarargs(int source) {
    if (source < 0) {
      out.aload(frame).getfield(FRAME, "varargs", OBJECTS);
    } else {
      out.aload(source);
    }
  }

  private void closure(int a, int inner) {
    Upvalue[] sources = prototype.inner()[inner].upvalues();
    for (Upvalue source : sources) {
      if (source.kind() == Upvalue.Kind.REGISTER) {
        ensureObject(source.index());
      }
    }
    site();
    out.aload(closure).loadConstant(inner);
    pack(
        sources.length,
        i -> {
          switch (sources[i].kind()) {
            case REGISTER -> out.aload(object(sources[i].index()));
            case UPVALUE -> out.aload(upvalues).loadConstant(sources[i].index()).aaload();
            case SELF -> out.aconst_null();
          }
        });
    operation("newClosure", CLOSURE, CLOSURE, CD_int, OBJECTS);
    out.astore(callee);
    for (int i = 0; i < sources.length; i++) {
      if (sources[i].kind() == Upvalue.Kind.SELF) {
        out.aload(callee).getfield(CLOSURE, "upvalues", OBJECTS);
        out.loadConstant(i).aload(callee).aastore();
      }
    }
    out.aload(callee);
    store(a);
  }

  // ---- numeric loops

  private void prepareLoop(int a) {
    for (int r = a; r < a + 3; r++) {
      if (!isNumber(r)) {
        out.aload(object(r)).instanceOf(DOUBLE);
        out.ifeq(exit(-1, false));
        unbox(r);
      }
    }
    // The first test, as FORLOOP would do after FORPREP has taken a step back.
    out.dload(number(a)).dload(number(a + 2)).dsub().dload(number(a + 2)).dadd();
    storeNumber(a);
    loopTest(a, step(pc));
  }

  private void forLoop(int a) {
    out.dload(number(a)).dload(number(a + 2)).dadd();
    storeNumber(a);
    loopTest(a, step(region.forPrep(pc)));
  }

  /** The step where it is a constant, else 0. */
  private double step(int forPrep) {
    int before = code[forPrep - 1];
    boolean known =
        !region.isLeader(forPrep)
            && Instruction.opcode(before) == Opcode.LOADK
            && a(before) == a(code[forPrep]) + 2
            && constants[bx(before)] instanceof Double;
    return known ? (Double) constants[bx(before)] : 0;
  }

  private void loopTest(int a, double step) {
    Label taken = out.newLabel();
    if (step > 0) {
      out.dload(number(a)).dload(number(a + 1)).dcmpg().ifle(taken);
    } else if (step < 0) {
      out.dload(number(a)).dload(number(a + 1)).dcmpl().ifge(taken);
    } else {
      out.dload(number(a)).dload(number(a + 1)).dload(number(a + 2));
      out.invokestatic(
          OPERATIONS, "goesOn", MethodTypeDesc.of(CD_boolean, CD_double, CD_double, CD_double));
      out.ifne(taken);
    }
    jumpFrom(taken);
  }
}
