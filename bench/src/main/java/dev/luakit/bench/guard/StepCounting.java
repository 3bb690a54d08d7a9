package dev.luakit.bench.guard;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Instruction;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.LookupSwitchInstruction;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.classfile.instruction.TableSwitchInstruction;
import java.lang.classfile.instruction.ThrowInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.security.ProtectionDomain;

/**
 * Has luakit's classes count the instructions of theirs that are executed. That number depends on
 * neither the processor, nor what else the machine does, nor what the JVM compiles; of the JDK's
 * own code, it has only the calls. What luakit translates functions of Lua to is luakit's, too:
 * where it is handed to the JVM, it is made to count first.
 *
 * <p>This is an agent: {@code java -javaagent:luakit-bench.jar}.
 */
public final class StepCounting implements ClassFileTransformer {
  private static final ClassDesc STEPS = ClassDesc.of(Steps.class.getName());

  private static final ClassDesc SELF = ClassDesc.of(StepCounting.class.getName());

  /** Of {@link MethodHandles.Lookup#defineHiddenClass}, with what it is called on. */
  private static final MethodTypeDesc DEFINE =
      MethodType.methodType(
              MethodHandles.Lookup.class,
              MethodHandles.Lookup.class,
              byte[].class,
              boolean.class,
              MethodHandles.Lookup.ClassOption[].class)
          .describeConstable()
          .orElseThrow();

  private StepCounting() {}

  /** Called by the JVM before anything else. */
  public static void premain(String arguments, Instrumentation instrumentation) {
    instrumentation.addTransformer(new StepCounting());
  }

  @Override
  public byte[] transform(
      ClassLoader loader,
      String name,
      Class<?> redefined,
      ProtectionDomain domain,
      byte[] classFile) {
    boolean measured =
        name != null && name.startsWith("dev/luakit/") && !name.startsWith("dev/luakit/bench/");
    return measured ? counting(loader, classFile) : null;
  }

  /** The same class, which counts. */
  static byte[] counting(ClassLoader loader, byte[] classFile) {
    ClassFile classes =
        ClassFile.of(
            ClassFile.ClassHierarchyResolverOption.of(
                ClassHierarchyResolver.ofResourceParsing(loader)));
    return classes.transformClass(
        classes.parse(classFile),
        ClassTransform.transformingMethodBodies(CodeTransform.ofStateful(Blocks::new)));
  }

  /** What luakit's classes call in place of {@link MethodHandles.Lookup#defineHiddenClass}. */
  public static MethodHandles.Lookup define(
      MethodHandles.Lookup lookup,
      byte[] classFile,
      boolean initialize,
      MethodHandles.Lookup.ClassOption... options)
      throws IllegalAccessException {
    byte[] changed = counting(lookup.lookupClass().getClassLoader(), classFile);
    return lookup.defineHiddenClass(changed, initialize, options);
  }

  private static boolean definesHiddenClass(InvokeInstruction call) {
    return call.name().equalsString("defineHiddenClass")
        && call.owner().name().equalsString("java/lang/invoke/MethodHandles$Lookup");
  }

  /** One method, of which each block of instructions ends with adding their number. */
  private static final class Blocks implements CodeTransform {
    private long pending;

    @Override
    public void accept(CodeBuilder code, CodeElement element) {
      switch (element) {
        case LabelTarget target -> add(code);
        case BranchInstruction branch -> addWith(code);
        case TableSwitchInstruction branch -> addWith(code);
        case LookupSwitchInstruction branch -> addWith(code);
        case ReturnInstruction end -> addWith(code);
        case ThrowInstruction end -> addWith(code);
        case InvokeInstruction call when definesHiddenClass(call) -> {
          pending++;
          code.invokestatic(SELF, "define", DEFINE);
          return;
        }
        case Instruction other -> pending++;
        default -> {}
      }
      code.with(element);
    }

    private void addWith(CodeBuilder code) {
      pending++;
      add(code);
    }

    private void add(CodeBuilder code) {
      if (pending > 0) {
        code.getstatic(STEPS, "executed", ConstantDescs.CD_long)
            .loadConstant(pending)
            .ladd()
            .putstatic(STEPS, "executed", ConstantDescs.CD_long);
        pending = 0;
      }
    }
  }
}
