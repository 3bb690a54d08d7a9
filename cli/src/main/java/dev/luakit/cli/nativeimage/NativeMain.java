package dev.luakit.cli.nativeimage;

import dev.luakit.cli.Main;
import org.graalvm.nativeimage.VMRuntime;

/**
 * Where a native binary starts. It reads no options of its own among luakit's arguments, and what
 * would otherwise follow on their reading is left to the program: that Ctrl-C runs what removes
 * unfinished files, and that a closed pipe is an error and not the end.
 */
final class NativeMain {
  private NativeMain() {}

  public static void main(String[] args) {
    VMRuntime.initialize();
    Main.main(args);
  }
}
