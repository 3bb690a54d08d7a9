package dev.luakit.vm.jit;

import static dev.luakit.vm.jit.Linkage.DOUBLE;
import static dev.luakit.vm.jit.Linkage.OBJECTS;
import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_double;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Methods that put registers into an array, one for each set of registers and their forms. They are
 * methods of their own because HotSpot does not compile long ones, and storing is most of the code.
 */
final class Savers {
  private record Saver(String name, BitSet registers, List<ClassDesc> types) {}

  private final int size;
  private final Map<String, Saver> savers = new LinkedHashMap<>();

  /** For arrays of that size. */
  Savers(int size) {
    this.size = size;
  }

  /** The name of the method that stores these registers, given to it in their order. */
  String name(BitSet registers, List<ClassDesc> types) {
    return savers
        .computeIfAbsent(
            registers + types.toString(),
            key -> new Saver("save" + savers.size(), (BitSet) registers.clone(), types))
        .name();
  }

  void add(ClassBuilder builder) {
    for (Saver saver : savers.values()) {
      builder.withMethodBody(
          saver.name(),
          MethodTypeDesc.of(OBJECTS, saver.types()),
          ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC,
          code -> write(code, saver));
    }
  }

  private void write(CodeBuilder code, Saver saver) {
    code.loadConstant(size).anewarray(CD_Object);
    int variable = 0;
    int register = -1;
    for (ClassDesc type : saver.types()) {
      register = saver.registers().nextSetBit(register + 1);
      code.dup().loadConstant(register);
      if (type.equals(CD_double)) {
        code.dload(variable).invokestatic(DOUBLE, "valueOf", Linkage.BOX);
        variable += 2;
      } else {
        code.aload(variable);
        variable++;
      }
      code.aastore();
    }
    code.areturn();
  }
}
