package dev.luakit.stdlib;

import dev.luakit.vm.ByteStrings;
import dev.luakit.vm.Limits;
import dev.luakit.vm.LuaError;
import dev.luakit.vm.LuaState;
import java.util.HashMap;
import java.util.Map;

/** A script with a world of its own, for tests: what it prints, and how it ends. */
public final class Script implements ModuleLoader {
  private static final Limits LIMITS =
      Limits.DEFAULT.withInstructions(100_000_000).withMemoryBytes(1 << 28).withTimeMillis(60_000);

  private final Map<String, String> files = new HashMap<>();
  private final Map<String, byte[]> library = new HashMap<>();
  private final Map<String, String> buildArguments = new HashMap<>();
  private final StringBuilder output = new StringBuilder();
  final Sources sources = new Sources();
  private ModuleLoader modules = this;
  private Limits limits = LIMITS;
  private long now;

  /** What a script prints, a line after the other. */
  static String run(String source) {
    return new Script().print(source);
  }

  /** The error that ends a script. */
  static String errorOf(String source) {
    return new Script().fail(source);
  }

  Script withFile(String path, String text) {
    files.put(path, text);
    return this;
  }

  /** Adds a module to those that luakit brings along. */
  Script withLibrary(String path, String text) {
    library.put(path, ByteStrings.toBytes(ByteStrings.fromText(text)));
    return this;
  }

  Script withBuildArgument(String name, String value) {
    buildArguments.put(name, value);
    return this;
  }

  Script withModules(ModuleLoader modules) {
    this.modules = modules;
    return this;
  }

  public Script withLimits(Limits limits) {
    this.limits = limits;
    return this;
  }

  Script at(long sourceDateEpoch) {
    now = sourceDateEpoch;
    return this;
  }

  @Override
  public byte[] read(String path) {
    String text = files.get(path);
    return text == null ? null : ByteStrings.toBytes(ByteStrings.fromText(text));
  }

  String print(String source) {
    run("build.lua", ByteStrings.fromText(source));
    return ByteStrings.toText(output.toString().stripTrailing());
  }

  /** Runs the bytes of a script; tells the bytes that it prints. */
  public String run(String name, String bytes) {
    LuaState state = new LuaState(limits);
    StandardLibrary.install(
        state,
        new Environment(
            line -> output.append(line).append('\n'),
            new GivenVariables(buildArguments),
            now,
            modules,
            library::get,
            sources));
    state.call(state.load(bytes, name, true));
    return output.toString();
  }

  /** The bytes that it has printed so far. */
  public String printed() {
    return output.toString();
  }

  String fail(String source) {
    try {
      run("build.lua", ByteStrings.fromText(source));
    } catch (LuaError e) {
      return e.getMessage();
    }
    throw new AssertionError("the script did not fail");
  }
}
