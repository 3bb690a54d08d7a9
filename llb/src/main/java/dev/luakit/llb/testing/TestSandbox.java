package dev.luakit.llb.testing;

import dev.luakit.llb.BuiltInLibrary;
import dev.luakit.llb.Script;
import dev.luakit.llb.bk.Evaluation;
import dev.luakit.llb.bk.Invocation;
import dev.luakit.llb.graph.Graph;
import dev.luakit.llb.graph.ResolveMode;
import dev.luakit.llb.graph.RunDefaults;
import dev.luakit.llb.image.Images;
import dev.luakit.stdlib.DirectoryModules;
import dev.luakit.stdlib.Environment;
import dev.luakit.stdlib.Failure;
import dev.luakit.stdlib.StandardLibrary;
import dev.luakit.vm.Arguments;
import dev.luakit.vm.ByteStrings;
import dev.luakit.vm.Library;
import dev.luakit.vm.LimitExceeded;
import dev.luakit.vm.LuaError;
import dev.luakit.vm.LuaFunction;
import dev.luakit.vm.LuaState;
import dev.luakit.vm.LuaTable;
import dev.luakit.vm.Traceback;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The world of a file of tests: what a build script has, and what tests have besides. */
final class TestSandbox {
  /** What messages call the resource; no path of a module begins like that. */
  private static final String LIBRARY = "builtin:testing.lua";

  /** What an active call takes of memory, roughly. */
  private static final long CALL_BYTES = 100;

  private final Script script;
  private final LuaState state;
  private final BuildsLibrary builds;

  /**
   * @param declaring what the file declares its tests with
   * @param start when the file's time began, as {@link System#nanoTime}
   * @throws LimitExceeded if the limits do not even suffice for what is there before the file
   */
  TestSandbox(
      Path path, Script script, TestSettings settings, DeclaringLibrary declaring, long start)
      throws IOException {
    this.script = script;
    state = new LuaState(settings.limits());
    Evaluation evaluation =
        Evaluation.install(
            state, new Graph(settings.platform()), invocation(settings), script, new Images(null));
    DirectoryModules modules = new DirectoryModules(path.resolveSibling(""), settings.limits());
    StandardLibrary.install(
        state,
        new Environment(
            settings.print(),
            evaluation,
            settings.sourceDateEpoch(),
            modules,
            BuiltInLibrary.INSTANCE,
            script.sources()));
    LuaTable library = library();
    state.pin(library);
    LuaTable globals = state.globals();
    globals.set("assert", library.get("assert"));
    declaring.install(globals);
    builds = new BuildsLibrary(path, settings, new GraphTables(state, library), start);
    LuaTable testing = new LuaTable(state.memory(), 0, 2);
    builds.install(testing);
    globals.set("testing", testing);
    new NoExport().install((LuaTable) globals.get("bk"));
  }

  private static Invocation invocation(TestSettings settings) {
    Map<String, String> arguments = new HashMap<>();
    for (Map.Entry<String, String> argument : settings.buildArguments().entrySet()) {
      arguments.put(
          ByteStrings.fromText(argument.getKey()), ByteStrings.fromText(argument.getValue()));
    }
    return new Invocation(arguments, null, null, ResolveMode.DEFAULT, "", RunDefaults.NONE, null);
  }

  /** What is written in Lua. */
  private LuaTable library() throws IOException {
    try (InputStream resource = TestSandbox.class.getResourceAsStream("testing.lua")) {
      String text = ByteStrings.fromBytes(resource.readAllBytes());
      state.hideLines(LIBRARY);
      return (LuaTable) LuaState.first(state.call(state.load(text, LIBRARY, true)));
    }
  }

  /** In place of {@code bk.export}: a file of tests builds nothing. */
  private static final class NoExport extends Library {
    NoExport() {
      super("export");
    }

    @Override
    protected Object call(int function, Arguments arguments) {
      throw arguments
          .state()
          .error(
              "bk.export: a test exports nothing; testing.build(\"build.lua\") evaluates a script,"
                  + " and testing.graph(state) tells of a state");
    }
  }

  /** Runs the file itself. */
  void run(byte[] text) {
    state.call(state.load(ByteStrings.fromBytes(text), script.chunk(), true));
  }

  /** Calls one of the functions that the file has declared. */
  void call(LuaFunction function) {
    state.call(function);
  }

  /** Accounts for a failure that is kept until all tests have run. */
  void retain(Failure failure) {
    String line = failure.excerpt() == null ? "" : failure.excerpt();
    long characters = (long) failure.message().length() + line.length();
    state.memory().retain(2 * characters + CALL_BYTES * failure.calls().size());
  }

  /** Why a build script failed, where an error tells of that; else null. */
  Failure cause(LuaError error) {
    return builds.cause(error);
  }

  /** The error without the calls within the library: they mean nothing to who wrote the test. */
  static LuaError withoutLibrary(LuaError error) {
    if (error.traceback() == null) {
      return error;
    }
    List<Traceback.Call> calls = new ArrayList<>();
    for (Traceback.Call call : error.traceback().calls()) {
      if (!call.chunk().equals(LIBRARY)) {
        calls.add(call);
      }
    }
    return new LuaError(error.value(), new Traceback(calls));
  }
}
