package dev.luakit.bench;

import dev.luakit.stdlib.Environment;
import dev.luakit.stdlib.ModuleLoader;
import dev.luakit.stdlib.Sources;
import dev.luakit.stdlib.StandardLibrary;
import dev.luakit.vm.ByteStrings;
import dev.luakit.vm.Limits;
import dev.luakit.vm.LuaState;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Runs a Lua file on luakit's virtual machine: {@code RunLua FILE [ARGUMENT...]}. It is less than
 * {@code luakit eval} does, and starts from a JVM of the caller's making, which is what trying out
 * flags of the JVM and profiling need.
 */
public final class RunLua {
  /** In force, but wider than any program of the benchmark needs. */
  private static final Limits WIDE =
      new Limits(Long.MAX_VALUE / 2, Long.MAX_VALUE / 2, 3_600_000, 20_000);

  private RunLua() {}

  /** Runs the file that the first argument names; the others are the script's. */
  public static void main(String[] args) throws IOException {
    Path file = Path.of(args[0]);
    LuaState state = new LuaState(WIDE);
    Object[] arguments = new Object[args.length - 1];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = ByteStrings.fromText(args[i + 1]);
    }
    try (OutputStream out = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out))) {
      StandardLibrary.install(
          state,
          new Environment(
              line -> write(out, line), Map.of(), 0, ModuleLoader.EMPTY, new Sources()));
      String source = ByteStrings.fromBytes(Files.readAllBytes(file));
      state.call(state.load(source, file.getFileName().toString(), true), arguments);
    }
  }

  private static void write(OutputStream out, String line) {
    try {
      out.write(ByteStrings.toBytes(line));
      out.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
