package dev.luakit.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Processes whose time from start to end is measured. */
public enum Start {
  /** A JVM that does nothing, with the launcher's flags: what no Java program can go below. */
  EMPTY_JVM,
  /** A JVM without the cache of loaded classes. */
  JVM_COLD,
  /** A JVM with the cache. */
  JVM_CACHED,
  /** The native binary, where it is built. */
  NATIVE,
  /** The least that the native binary can do: it says its version. */
  NATIVE_VERSION,
  /** The reference implementation of Lua, with a script of one line. */
  LUA51;

  private static final Path ROOT = Path.of(System.getProperty("luakit.root", "."));
  private static final String BINARY = "cli/target/luakit";
  private static final String SCRIPT = "examples/hello/build.lua";

  /** Whether what it needs is on this machine. */
  public boolean isThere() {
    return switch (this) {
      case EMPTY_JVM, JVM_COLD, JVM_CACHED -> true;
      case NATIVE, NATIVE_VERSION -> Files.isExecutable(ROOT.resolve(BINARY));
      case LUA51 -> isLuaThere();
    };
  }

  /** Whether {@code lua5.1} is on the path. */
  public static boolean isLuaThere() {
    try {
      return new ProcessBuilder("lua5.1", "-v").redirectErrorStream(true).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private List<String> command() {
    return switch (this) {
      case EMPTY_JVM ->
          List.of(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "-XX:TieredStopAtLevel=1",
              "-XX:+UseSerialGC",
              "-XX:-UsePerfData",
              "-cp",
              System.getProperty("java.class.path"),
              Nothing.class.getName());
      case JVM_COLD, JVM_CACHED -> build("./luakit");
      case NATIVE -> build(BINARY);
      case NATIVE_VERSION -> List.of(BINARY, "version");
      case LUA51 -> List.of("lua5.1", "-e", "print('Hello, world!')");
    };
  }

  private static List<String> build(String luakit) {
    return List.of(luakit, "build", SCRIPT, "--resolve", "never", "-o", "/dev/null");
  }

  /**
   * Runs it once.
   *
   * @throws IOException if it can't be started, or fails
   */
  public void run() throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command()).directory(ROOT.toFile());
    builder.environment().put("LUAKIT_START_CACHE", this == JVM_CACHED ? "now" : "off");
    builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
    int code = builder.start().waitFor();
    if (code != 0) {
      throw new IOException(command() + " ended with " + code);
    }
  }
}
