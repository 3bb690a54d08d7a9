package dev.luakit.cli;

/** What is said where not the script's memory is used up, but that which luakit itself has. */
final class MemoryShortage {
  /** In a native binary, this class is made when the binary is. */
  private static final boolean NATIVE =
      System.getProperty("org.graalvm.nativeimage.imagecode") != null;

  private MemoryShortage() {}

  static String report() {
    return NATIVE
        ? ErrorReport.of("all memory is used up", "give the script less with --max-memory")
        : ErrorReport.of(
            "Java's memory is used up",
            "give Java more with JDK_JAVA_OPTIONS=-Xmx2g, or the script less with --max-memory");
  }
}
