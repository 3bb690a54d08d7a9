package dev.luakit.cli;

/** What is said where not the script's memory is used up, but that which luakit itself has. */
final class MemoryShortage {
  /** In a native binary, this class is made when the binary is. */
  private static final boolean NATIVE =
      System.getProperty("org.graalvm.nativeimage.imagecode") != null;

  private MemoryShortage() {}

  static String report() {
    return ErrorReport.of(
        NATIVE ? "all memory is used up" : "Java's memory is used up", hint(), Colors.OFF);
  }

  /** What to do where the process has no memory for the script. */
  static String hint() {
    return NATIVE
        ? "give the script less with --max-memory"
        : "give Java more with JDK_JAVA_OPTIONS=-Xmx2g, or the script less with --max-memory";
  }
}
