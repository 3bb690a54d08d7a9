package dev.luakit.vm.jit;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_String;
import static java.lang.constant.ConstantDescs.CD_double;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;

/** The names by which translated code refers to the virtual machine's classes. */
final class Linkage {
  private static final String PACKAGE = "dev.luakit.vm.";

  static final ClassDesc INTERPRETER = vm("Interpreter");
  static final ClassDesc TRANSITIONS = vm("Transitions");
  static final ClassDesc FRAME = vm("Frame");
  static final ClassDesc CLOSURE = vm("LuaClosure");
  static final ClassDesc TEMPLATE = vm("Template");
  static final ClassDesc CODE = vm("CompiledCode");
  static final ClassDesc OPERATIONS = vm("Operations");
  static final ClassDesc CELL = vm("Cell");
  static final ClassDesc TABLE = vm("LuaTable");

  static final ClassDesc DOUBLE = ClassDesc.of("java.lang.Double");
  static final ClassDesc BOOLEAN = ClassDesc.of("java.lang.Boolean");
  static final ClassDesc THROWABLE = ClassDesc.of("java.lang.Throwable");
  static final ClassDesc OBJECTS = CD_Object.arrayType();
  static final ClassDesc HINTS = CD_int.arrayType();

  static final MethodTypeDesc TO_VOID = MethodTypeDesc.of(CD_void);
  static final MethodTypeDesc TO_DOUBLE = MethodTypeDesc.of(CD_double);
  static final MethodTypeDesc BOX = MethodTypeDesc.of(DOUBLE, CD_double);
  static final MethodTypeDesc RESUME = MethodTypeDesc.of(CD_Object, INTERPRETER, FRAME);

  private Linkage() {}

  private static ClassDesc vm(String name) {
    return ClassDesc.of(PACKAGE + name);
  }

  /** The type of {@code call0} to {@code call3}. */
  static MethodTypeDesc call(int arguments) {
    List<ClassDesc> parameters = new ArrayList<>(List.of(INTERPRETER, FRAME, CLOSURE));
    for (int i = 0; i < arguments; i++) {
      parameters.add(CD_Object);
    }
    return MethodTypeDesc.of(CD_Object, parameters);
  }

  static MethodTypeDesc callArray() {
    return MethodTypeDesc.of(CD_Object, INTERPRETER, FRAME, CLOSURE, OBJECTS);
  }

  /** A method of {@code Operations} that works on behalf of a frame's instruction. */
  static MethodTypeDesc operation(ClassDesc result, ClassDesc... more) {
    List<ClassDesc> parameters = new ArrayList<>(List.of(INTERPRETER, FRAME, CD_int));
    parameters.addAll(List.of(more));
    return MethodTypeDesc.of(result, parameters);
  }

  /** One that finds a field with a hint. */
  static MethodTypeDesc getField(ClassDesc holder) {
    return operation(CD_Object, holder, CD_String, HINTS, CD_int);
  }

  static MethodTypeDesc setField(ClassDesc holder) {
    return operation(CD_Object, holder, CD_String, CD_Object, HINTS, CD_int);
  }
}
