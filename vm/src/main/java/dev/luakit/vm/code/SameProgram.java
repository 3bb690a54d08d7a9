package dev.luakit.vm.code;

import java.util.Arrays;

/** Whether functions do the same, wherever in a source they are. */
public final class SameProgram {
  private SameProgram() {}

  /** Whether two functions differ at most in the lines and columns that they come from. */
  public static boolean test(Prototype a, Prototype b) {
    boolean same =
        Arrays.equals(a.code(), b.code())
            && Arrays.equals(a.constants(), b.constants())
            && Arrays.equals(a.upvalues(), b.upvalues())
            && a.parameters() == b.parameters()
            && a.vararg() == b.vararg()
            && a.needsArg() == b.needsArg()
            && a.registers() == b.registers()
            && Arrays.equals(a.debug().locals(), b.debug().locals())
            && a.inner().length == b.inner().length;
    for (int i = 0; same && i < a.inner().length; i++) {
      same = test(a.inner()[i], b.inner()[i]);
    }
    return same;
  }
}
