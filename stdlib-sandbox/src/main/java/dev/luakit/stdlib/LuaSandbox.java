package dev.luakit.stdlib;

import dev.luakit.vm.ByteStrings;
import dev.luakit.vm.ChunkName;
import dev.luakit.vm.LimitExceeded;
import dev.luakit.vm.Limits;
import dev.luakit.vm.LuaClosure;
import dev.luakit.vm.LuaError;
import dev.luakit.vm.LuaState;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Runs Lua 5.1 in a Java program: scripts that reach nothing but what they are given, within
 * limits.
 *
 * <pre>{@code
 * LuaSandbox lua = LuaSandbox.builder().print(System.out).build();
 * lua.setFunction("area", arguments -> arguments.number(1) * arguments.number(2));
 * double area = lua.run("return area(3, ...)", "example", 4).getFirst().number();
 * }</pre>
 *
 * <p>Where values are handed over, an {@code Object} is {@code null} (nil), a {@link Boolean}, a
 * {@link Number} (which becomes a double, as all numbers of Lua are), a {@link String} (text, which
 * becomes its UTF-8 bytes), a {@code byte[]} (a string of these bytes), a {@link List} or {@link
 * Map} (a new table), a {@link JavaFunction}, or a value of Lua that came from this sandbox: a
 * {@link LuaValue}, a table, a function. Anything else is an {@link IllegalArgumentException}.
 *
 * <p>What one script leaves behind, such as globals and modules, the next one finds: a sandbox is
 * one world, for one thread at a time. Several sandboxes share nothing, and may run on as many
 * threads.
 *
 * <p>The limits are those of the sandbox's whole life, see {@link #renewLimits}; time counts only
 * while Lua runs. A thread that is {@linkplain Thread#interrupt interrupted} ends its script as a
 * limit does.
 */
public final class LuaSandbox {
  private final LuaState state;
  private final LuaValues values;
  private final Sources sources = new Sources();

  /** What the user calls that which runs or ran last. */
  private String current;

  /** How many calls from Java into Lua are active, one inside the other. */
  private int depth;

  private LuaSandbox(Builder from) {
    state = new LuaState(from.limits);
    values = new LuaValues(state);
    StandardLibrary.install(
        state,
        new Environment(
            from.print,
            new GivenVariables(from.arguments),
            from.sourceDateEpoch,
            from.moduleLoader(),
            ModuleLoader.EMPTY,
            sources));
    state.pauseTime();
  }

  /** Starts with the default limits, nothing printed, no modules, no arguments, and the time 0. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Runs a script.
   *
   * @param file the script; messages call it by this path
   * @param arguments what {@code ...} is in the script
   * @return what the script returns
   * @throws IOException if the file can't be read
   * @throws LuaError if the script is not Lua, or ends with an error
   * @throws LimitExceeded if it went beyond a limit
   */
  public List<LuaValue> run(Path file, Object... arguments) throws IOException {
    current = file.toString();
    String chunk = ChunkName.display("@" + ByteStrings.fromText(current));
    return run(ScriptFile.read(file, state.limits().sourceBytes()), chunk, true, arguments);
  }

  /**
   * Runs a script that was read from somewhere: as in a file, a first line that begins with {@code
   * #} does not count.
   *
   * @param chunkName what messages call it
   * @param arguments what {@code ...} is in the script
   * @return what the script returns
   * @throws LuaError if the script is not Lua, or ends with an error
   * @throws LimitExceeded if it went beyond a limit
   */
  public List<LuaValue> run(byte[] source, String chunkName, Object... arguments) {
    current = chunkName;
    return run(source, ByteStrings.fromText(chunkName), true, arguments);
  }

  /**
   * Runs code.
   *
   * @param chunkName what messages call it
   * @param arguments what {@code ...} is in the code
   * @return what the code returns
   * @throws LuaError if the code is not Lua, or ends with an error
   * @throws LimitExceeded if it went beyond a limit
   */
  public List<LuaValue> run(String source, String chunkName, Object... arguments) {
    current = chunkName;
    byte[] bytes = ByteStrings.toBytes(ByteStrings.fromText(source));
    return run(bytes, ByteStrings.fromText(chunkName), false, arguments);
  }

  private List<LuaValue> run(byte[] source, String chunk, boolean file, Object[] arguments) {
    sources.add(chunk, current, source);
    enter();
    try {
      LuaClosure main = state.load(ByteStrings.fromBytes(source), chunk, file);
      return list(state.call(main, values.of(arguments)));
    } finally {
      leave();
    }
  }

  /**
   * Calls a function.
   *
   * @param function a function of this sandbox, or another value that Lua can call
   * @return what it returns
   * @throws LuaError if it ends with an error
   * @throws LimitExceeded if it went beyond a limit
   */
  public List<LuaValue> call(LuaValue function, Object... arguments) {
    enter();
    try {
      return list(state.call(function.raw(), values.of(arguments)));
    } finally {
      leave();
    }
  }

  /** The clock runs while Lua does; a function in Java that calls back is a part of that. */
  private void enter() {
    if (depth++ == 0) {
      state.resumeTime();
    }
  }

  private void leave() {
    if (--depth == 0) {
      state.pauseTime();
    }
  }

  private static List<LuaValue> list(Object results) {
    Object[] all = LuaState.all(results);
    List<LuaValue> list = new ArrayList<>(all.length);
    for (Object value : all) {
      list.add(LuaValue.of(value));
    }
    return list;
  }

  /** A global variable, without metamethods. */
  public LuaValue global(String name) {
    return LuaValue.of(state.globals().get(ByteStrings.fromText(name)));
  }

  /** Sets a global variable, without metamethods. */
  public void setGlobal(String name, Object value) {
    state.globals().set(ByteStrings.fromText(name), values.of(value));
  }

  /** Gives scripts a function that is written in Java, as a global variable. */
  public void setFunction(String name, JavaFunction function) {
    String global = ByteStrings.fromText(name);
    state.globals().set(global, new HostFunction(global, function, values).function(0));
  }

  /** What an error that ended a script of this sandbox tells whoever wrote the script. */
  public Failure failure(LuaError error) {
    return Failure.of(error, sources, current);
  }

  /** What is to be told of a limit that ended a script of this sandbox. */
  public Failure failure(LimitExceeded limit) {
    return Failure.of(limit, sources, current);
  }

  /**
   * Gives the whole limits of instructions and of time again, for a sandbox that goes on: say
   * before each event that a script handles. The count of instructions starts anew; memory stays as
   * it is.
   *
   * @throws IllegalStateException if Lua is running
   */
  public void renewLimits() {
    if (depth > 0) {
      throw new IllegalStateException("the limits can't be renewed while Lua runs");
    }
    state.renewLimits();
  }

  /** Instructions run so far, with the work of the library that is counted as such. */
  public long instructions() {
    return state.instructions();
  }

  /** Bytes of memory in use, by the model that the limit counts with. */
  public long memoryUsed() {
    return state.memory().used();
  }

  /** Bytes of memory ever allocated, by the model that the limit counts with. */
  public long memoryAllocated() {
    return state.memory().allocated();
  }

  /** Collects what a sandbox is to be given. */
  public static final class Builder {
    private static final PrintSink NOWHERE = new LineWriter(OutputStream.nullOutputStream());

    private Limits limits = Limits.DEFAULT;
    private PrintSink print = NOWHERE;
    private final List<Path> modules = new ArrayList<>();
    private Map<String, String> arguments = Map.of();
    private long sourceDateEpoch;

    private Builder() {}

    /** Sets what the scripts may use. */
    public Builder limits(Limits limits) {
      this.limits = limits;
      return this;
    }

    /** Sets who gets what the scripts print, line by line. */
    public Builder print(PrintSink sink) {
      print = sink;
      return this;
    }

    /**
     * Sets the stream that {@code print} writes to. What it fails with ends the script as an {@link
     * java.io.UncheckedIOException}.
     */
    public Builder print(OutputStream stream) {
      print = new LineWriter(stream);
      return this;
    }

    /**
     * Adds a directory that {@code require} finds modules in. Nothing else of the file system is
     * ever read. Of several directories, those that were added first are searched first.
     */
    public Builder modules(Path directory) {
      modules.add(directory);
      return this;
    }

    /** Sets what {@code os.getenv} gives. */
    public Builder arguments(Map<String, String> arguments) {
      this.arguments = Map.copyOf(arguments);
      return this;
    }

    /** Sets the one point in time that scripts see, in seconds since 1970. */
    public Builder sourceDateEpoch(long seconds) {
      sourceDateEpoch = seconds;
      return this;
    }

    public LuaSandbox build() {
      return new LuaSandbox(this);
    }

    private ModuleLoader moduleLoader() {
      if (modules.isEmpty()) {
        return ModuleLoader.EMPTY;
      }
      if (modules.size() == 1) {
        return new DirectoryModules(modules.getFirst(), limits);
      }
      List<DirectoryModules> directories = new ArrayList<>();
      for (Path directory : modules) {
        directories.add(new DirectoryModules(directory, limits));
      }
      return new SeveralDirectories(directories);
    }
  }
}
