package dev.luakit.vm.jit;

import static dev.luakit.vm.jit.Linkage.INTERPRETER;
import static dev.luakit.vm.jit.Linkage.OBJECTS;
import static dev.luakit.vm.jit.Linkage.OPERATIONS;
import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_int;

import dev.luakit.vm.code.Prototype;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;

/** The methods by which a translated function is called, for each number of arguments. */
final class Adapters {
  private static final MethodTypeDesc PICK = MethodTypeDesc.of(CD_Object, OBJECTS, CD_int);
  private static final MethodTypeDesc EXTRA =
      MethodTypeDesc.of(OBJECTS, INTERPRETER, OBJECTS, CD_int);

  /** The first variable that is an argument of the Lua function. */
  private static final int FIRST = 4;

  private Adapters() {}

  static void add(
      ClassBuilder builder, ClassDesc self, Prototype prototype, MethodTypeDesc bodyType) {
    int parameters = prototype.parameters();
    for (int n = 0; n <= Translator.MAX_DIRECT_ARGUMENTS; n++) {
      int count = n;
      builder.withMethodBody(
          "call" + n,
          Linkage.call(n),
          0,
          code -> {
            receive(code);
            for (int i = 0; i < parameters; i++) {
              if (i < count) {
                code.aload(FIRST + i);
              } else {
                code.aconst_null();
              }
            }
            if (prototype.vararg()) {
              if (count <= parameters) {
                code.getstatic(OPERATIONS, "NONE", OBJECTS);
              } else {
                code.aload(1);
                pack(code, count);
                code.loadConstant(parameters).invokestatic(OPERATIONS, "extra", EXTRA);
              }
            }
            code.invokestatic(self, "body", bodyType).areturn();
          });
    }
    builder.withMethodBody(
        "callN",
        Linkage.callArray(),
        0,
        code -> {
          receive(code);
          for (int i = 0; i < parameters; i++) {
            code.aload(FIRST).loadConstant(i).invokestatic(OPERATIONS, "pick", PICK);
          }
          if (prototype.vararg()) {
            code.aload(1).aload(FIRST).loadConstant(parameters);
            code.invokestatic(OPERATIONS, "extra", EXTRA);
          }
          code.invokestatic(self, "body", bodyType).areturn();
        });
  }

  private static void receive(CodeBuilder code) {
    code.aload(1).aload(2).aload(3);
  }

  private static void pack(CodeBuilder code, int count) {
    code.loadConstant(count).anewarray(CD_Object);
    for (int i = 0; i < count; i++) {
      code.dup().loadConstant(i).aload(FIRST + i).aastore();
    }
  }
}
