package dev.luakit.vm;

/** Stands for the translation of functions that have none: runs their bytecode. */
final class InterpretedCode extends CompiledCode {
  static final InterpretedCode INSTANCE = new InterpretedCode();

  @Override
  Object call0(Interpreter vm, Frame caller, LuaClosure function) {
    return vm.transitions.interpret(caller, function, Interpreter.NONE);
  }

  @Override
  Object call1(Interpreter vm, Frame caller, LuaClosure function, Object a) {
    return vm.transitions.interpret(caller, function, new Object[] {a});
  }

  @Override
  Object call2(Interpreter vm, Frame caller, LuaClosure function, Object a, Object b) {
    return vm.transitions.interpret(caller, function, new Object[] {a, b});
  }

  @Override
  Object call3(Interpreter vm, Frame caller, LuaClosure function, Object a, Object b, Object c) {
    return vm.transitions.interpret(caller, function, new Object[] {a, b, c});
  }

  @Override
  Object callN(Interpreter vm, Frame caller, LuaClosure function, Object[] arguments) {
    return vm.transitions.interpret(caller, function, arguments);
  }
}
