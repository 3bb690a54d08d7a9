package dev.luakit.vm.jit;

import static dev.luakit.vm.jit.Linkage.CODE;
import static dev.luakit.vm.jit.Linkage.HINTS;
import static dev.luakit.vm.jit.Linkage.OBJECTS;
import static dev.luakit.vm.jit.Linkage.RESUME;
import static dev.luakit.vm.jit.Linkage.TO_VOID;
import static java.lang.constant.ConstantDescs.CD_Object;

import dev.luakit.vm.code.Prototype;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassHierarchyResolver.ClassHierarchyInfo;
import java.lang.classfile.MethodModel;
import java.lang.classfile.TypeKind;
import java.lang.classfile.attribute.CodeAttribute;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;

/** Makes the class of a translation: a subclass of {@code CompiledCode}. */
public final class Translator {
  /** HotSpot compiles no method of more bytes than this. */
  private static final int MAX_METHOD_BYTES = 8000;

  /** Functions of more instructions are not tried: their code would be beyond the limit. */
  private static final int MAX_INSTRUCTIONS = 1500;

  private static final int MAX_PARAMETERS = 60;

  private static final String BODY = "body";
  private static final String LOOP = "resume";

  private static final ClassDesc THIS = ClassDesc.of("dev.luakit.vm.Translated");

  /** Calls with more arguments pass them in an array. */
  static final int MAX_DIRECT_ARGUMENTS = 3;

  /** No two of the classes that the verifier has to join are related. */
  private static final ClassFile CLASS_FILE =
      ClassFile.of(
          ClassFile.ClassHierarchyResolverOption.of(
              ClassHierarchyResolver.defaultResolver().orElse(Translator::unrelated)));

  private Translator() {}

  private static ClassHierarchyInfo unrelated(ClassDesc type) {
    return ClassHierarchyInfo.ofClass(CD_Object);
  }

  /**
   * Translates a function.
   *
   * @return the bytes of the class, {@code null} if the function is too long
   */
  public static byte[] translate(Prototype prototype, Speculation speculation) {
    if (prototype.code().length > MAX_INSTRUCTIONS || prototype.parameters() > MAX_PARAMETERS) {
      return null;
    }
    Region region = Region.function(prototype);
    Liveness liveness = new Liveness(prototype, region, null);
    byte[] entry = new byte[prototype.registers() + 1];
    int named = prototype.parameters() + (prototype.needsArg() ? 1 : 0);
    for (int i = 0; i < named; i++) {
      entry[i] = Kinds.OBJECT;
    }
    Kinds kinds = new Kinds(prototype, region, liveness, speculation, entry);
    List<ClassDesc> parameters =
        new ArrayList<>(Linkage.call(prototype.parameters()).parameterList());
    if (prototype.vararg()) {
      parameters.add(OBJECTS);
    }
    MethodTypeDesc type = MethodTypeDesc.of(CD_Object, parameters);
    BodyEmitter emitter =
        new BodyEmitter(THIS, prototype, region, liveness, kinds, speculation, false);
    return build(
        builder -> {
          builder.withMethodBody(BODY, type, ClassFile.ACC_STATIC, emitter::emit);
          Adapters.add(builder, THIS, prototype, type);
        },
        BODY,
        emitter);
  }

  /**
   * Translates the outermost loop around a place; the innermost one where that is too long.
   *
   * @param start the first instruction of a loop's body
   * @param registers what the registers hold there, whose types may be relied on
   * @return the bytes of the class, {@code null} if the loop is too long
   */
  public static byte[] translateLoop(
      Prototype prototype, int start, Object[] registers, Speculation speculation) {
    if (prototype.code().length > 20 * MAX_INSTRUCTIONS) {
      return null;
    }
    Liveness whole = new Liveness(prototype, Region.function(prototype), null);
    byte[] translated =
        translateLoop(prototype, Region.loop(prototype, start), whole, registers, speculation);
    return translated != null
        ? translated
        : translateLoop(
            prototype, Region.innermostLoop(prototype, start), whole, registers, speculation);
  }

  private static byte[] translateLoop(
      Prototype prototype,
      Region region,
      Liveness whole,
      Object[] registers,
      Speculation speculation) {
    Liveness liveness = new Liveness(prototype, region, whole);
    byte[] entry = new byte[prototype.registers() + 1];
    int start = region.entry().start;
    BitSet live = liveness.at(region.entry());
    for (int r = live.nextSetBit(0); r >= 0; r = live.nextSetBit(r + 1)) {
      boolean number =
          registers[r] instanceof Double && speculation.allows(Speculation.loopVariable(start, r));
      entry[r] = (byte) (number ? Kinds.BOTH : Kinds.OBJECT);
    }
    Kinds kinds = new Kinds(prototype, region, liveness, speculation, entry);
    BodyEmitter emitter =
        new BodyEmitter(THIS, prototype, region, liveness, kinds, speculation, true);
    return build(builder -> builder.withMethodBody(LOOP, RESUME, 0, emitter::emit), LOOP, emitter);
  }

  private static byte[] build(Consumer<ClassBuilder> methods, String main, BodyEmitter emitter) {
    byte[] bytes;
    try {
      bytes =
          CLASS_FILE.build(
              THIS,
              builder -> {
                builder.withSuperclass(CODE);
                builder.withFlags(AccessFlag.FINAL, AccessFlag.SYNTHETIC);
                builder.withMethodBody(
                    ConstantDescs.INIT_NAME,
                    TO_VOID,
                    0,
                    code -> code.aload(0).invokespecial(CODE, "<init>", TO_VOID).return_());
                methods.accept(builder);
                emitter.savers().add(builder);
                builder.withField(
                    "hints",
                    HINTS,
                    ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_FINAL);
                builder.withMethodBody(
                    ConstantDescs.CLASS_INIT_NAME,
                    TO_VOID,
                    ClassFile.ACC_STATIC,
                    code ->
                        code.loadConstant(emitter.sites())
                            .newarray(TypeKind.INT)
                            .putstatic(THIS, "hints", HINTS)
                            .return_());
              });
    } catch (IllegalArgumentException e) {
      return null; // a method of more than 64 KiB
    }
    return codeLength(bytes, main) > MAX_METHOD_BYTES ? null : bytes;
  }

  private static int codeLength(byte[] bytes, String method) {
    for (MethodModel model : CLASS_FILE.parse(bytes).methods()) {
      if (model.methodName().equalsString(method)) {
        return ((CodeAttribute) model.code().orElseThrow()).codeLength();
      }
    }
    throw new IllegalStateException(method);
  }
}
