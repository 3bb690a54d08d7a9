package dev.luakit.vm;

import dev.luakit.vm.code.Prototype;
import dev.luakit.vm.jit.Costs;
import dev.luakit.vm.jit.LiveRegisters;
import dev.luakit.vm.jit.Speculation;
import dev.luakit.vm.jit.Translator;

/**
 * What all closures of one function share besides its code: how often it ran, and its translations
 * to JVM code. A function is translated when it is hot, by counts alone, so that a script runs the
 * same way each time.
 */
final class Template {
  /** Calls and rounds of loops after which a function is translated; tests choose fewer. */
  private static final int HOT = Integer.getInteger("luakit.hot", 400);

  /** How much of that is counted again after an assumption of a translation turned out wrong. */
  private static final int COOLING = 150;

  /**
   * A native image can't define classes; measurements can do without them. Where nothing is ever
   * hot, the interpreter has no part that asks for it.
   */
  static final boolean AVAILABLE =
      System.getProperty("org.graalvm.nativeimage.imagecode") == null
          && !Boolean.getBoolean("luakit.interpret");

  final Prototype prototype;

  /** The function from its beginning. */
  CompiledCode code = InterpretedCode.INSTANCE;

  private final Template[] inner;
  private int heat;

  /** Whether the function is too long to be translated. */
  private boolean impossible;

  /** The function from the bodies of its loops on, by the index of their first instruction. */
  private CompiledCode[] loops;

  private Speculation speculation;
  private int[] prepaid;
  private LiveRegisters liveRegisters;

  Template(Prototype prototype) {
    this.prototype = prototype;
    inner = new Template[prototype.inner().length];
  }

  Template inner(int index) {
    Template template = inner[index];
    if (template == null) {
      template = new Template(prototype.inner()[index]);
      inner[index] = template;
    }
    return template;
  }

  /** Counts a call or a round of a loop; true where it is hot. */
  boolean warm() {
    return AVAILABLE && ++heat > HOT;
  }

  /** Translates the function, if that is possible. */
  boolean translate() {
    if (impossible) {
      return false;
    }
    byte[] translated = Translator.translate(prototype, speculation());
    CompiledCode defined = translated == null ? null : CompiledCode.define(translated);
    if (defined == null) {
      impossible = true;
      return false;
    }
    code = defined;
    return true;
  }

  private Speculation speculation() {
    if (speculation == null) {
      speculation = new Speculation(prototype.code().length);
    }
    return speculation;
  }

  /**
   * The translation of a hot loop.
   *
   * @param start its first instruction
   * @param registers their values, whose types the translation may rely on
   * @return {@code null} if there is none
   */
  CompiledCode loop(int start, Object[] registers) {
    if (loops == null) {
      loops = new CompiledCode[prototype.code().length];
    }
    CompiledCode loop = loops[start];
    if (loop == null) {
      byte[] translated = Translator.translateLoop(prototype, start, registers, speculation());
      CompiledCode defined = translated == null ? null : CompiledCode.define(translated);
      loop = defined == null ? InterpretedCode.INSTANCE : defined;
      loops[start] = loop;
    }
    return loop == InterpretedCode.INSTANCE ? null : loop;
  }

  /** Which registers keep their values alive. */
  LiveRegisters liveRegisters() {
    if (liveRegisters == null) {
      liveRegisters = new LiveRegisters(prototype);
    }
    return liveRegisters;
  }

  /** What translated code has paid for behind an instruction when it runs that. */
  int prepaid(int pc) {
    if (prepaid == null) {
      prepaid = Costs.prepaid(prototype);
    }
    return prepaid[pc];
  }

  /** Gives up the translations after something that they assumed was not so. */
  void refute(int assumption) {
    if (speculation.refute(assumption)) {
      code = InterpretedCode.INSTANCE;
      loops = null;
      heat = HOT - COOLING;
    }
  }
}
