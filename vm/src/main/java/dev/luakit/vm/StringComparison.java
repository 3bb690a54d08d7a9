package dev.luakit.vm;

/** Compares strings, and counts the work where they are long and begin in the same way. */
final class StringComparison {
  /** Up to this length an instruction may compare without more ado. */
  static final int SHORT = 1024;

  /** Bytes that are compared in about the time of an instruction. */
  private static final int BYTES_PER_STEP = 64;

  private StringComparison() {}

  static boolean equal(Interpreter vm, String a, String b) {
    if (a.length() != b.length()) {
      return false;
    }
    count(vm, a, b);
    return a.equals(b);
  }

  /** Less than 0 where {@code a} comes first, more than 0 where {@code b} does. */
  static int order(Interpreter vm, String a, String b) {
    count(vm, a, b);
    return a.compareTo(b);
  }

  private static void count(Interpreter vm, String a, String b) {
    int length = Math.min(a.length(), b.length());
    if (length > SHORT && a != b && a.regionMatches(0, b, 0, SHORT)) {
      vm.workAside(length / BYTES_PER_STEP);
    }
  }
}
