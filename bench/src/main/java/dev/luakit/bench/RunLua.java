package dev.luakit.bench;

import dev.luakit.stdlib.LuaSandbox;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Runs a Lua file: {@code RunLua FILE [ARGUMENT...]}. It starts from a JVM of the caller's making,
 * not from the launcher's as {@code luakit eval} does, which is what trying out flags of the JVM
 * and profiling need.
 */
public final class RunLua {
  private RunLua() {}

  /** Runs the file that the first argument names; the others are the script's. */
  public static void main(String[] args) throws IOException {
    Object[] arguments = Arrays.copyOfRange(args, 1, args.length, Object[].class);
    try (OutputStream out = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out))) {
      LuaSandbox.builder().print(out).build().run(Path.of(args[0]), arguments);
    }
  }
}
