package dev.luakit.llb.testing;

import dev.luakit.llb.Build;
import dev.luakit.llb.EditDistance;
import dev.luakit.llb.Luakit;
import dev.luakit.llb.ScriptException;
import dev.luakit.llb.bk.Evaluation;
import dev.luakit.llb.graph.Definition;
import dev.luakit.llb.graph.InvalidGraphException;
import dev.luakit.llb.graph.Platform;
import dev.luakit.llb.graph.State;
import dev.luakit.stdlib.Failure;
import dev.luakit.vm.Arguments;
import dev.luakit.vm.ByteStrings;
import dev.luakit.vm.Library;
import dev.luakit.vm.LimitExceeded;
import dev.luakit.vm.LuaError;
import dev.luakit.vm.LuaTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The library {@code testing}: what gives tests the graphs that they look at. */
final class BuildsLibrary extends Library {
  private static final List<String> OPTIONS = List.of("args", "target", "platform");
  private static final String ENDING = ".lua";

  private final Path testFile;
  private final TestSettings settings;
  private final GraphTables tables;

  /** When the time of the file of tests began, as {@link System#nanoTime}. */
  private final long start;

  /** The error that the last failed build was told by, and the failure itself. */
  private String told;

  private Failure failure;

  BuildsLibrary(Path testFile, TestSettings settings, GraphTables tables, long start) {
    super("build", "graph");
    this.testFile = testFile;
    this.settings = settings;
    this.tables = tables;
    this.start = start;
  }

  /** Why a build script failed, where an error tells of that; else null. */
  Failure cause(LuaError error) {
    return told != null && told.equals(error.value()) ? failure : null;
  }

  @Override
  protected Object call(int function, Arguments arguments) {
    return function == 0 ? build(arguments) : graph(arguments);
  }

  // ---- testing.graph

  private LuaTable graph(Arguments arguments) {
    State state = Evaluation.state(arguments.get(1));
    if (state == null) {
      throw error(arguments, "graph", "must be given a state, such as bk.image(\"alpine\")");
    }
    try {
      return tables.of(state, state.config(), Definition.of(state, state.config()));
    } catch (InvalidGraphException e) {
      throw error(arguments, "graph", text(e.getMessage()));
    }
  }

  // ---- testing.build

  private LuaTable build(Arguments arguments) {
    Path script = script(arguments);
    if (Files.exists(script) && !Files.isRegularFile(script)) {
      throw error(arguments, "build", text(script.toString()) + ": it is not a regular file");
    }
    if (Files.isSymbolicLink(script) && !isScript(script)) {
      throw error(arguments, "build", text(script.toString()) + ": it is a link to no script");
    }
    Luakit.Builder luakit =
        Luakit.builder()
            .limits(settings.limits().withTimeMillis(timeLeft()))
            .sourceDateEpoch(settings.sourceDateEpoch())
            .print(settings.buildPrint())
            .platform(settings.platform());
    Map<String, String> given = new HashMap<>(settings.buildArguments());
    readOptions(arguments, luakit, given);
    luakit.buildArguments(given);
    try {
      Build build = luakit.images(settings.images().of(script)).build().evaluate(script);
      return tables.of(build);
    } catch (ScriptException e) {
      if (e.limit() != null) {
        throw limit(e); // No test goes on after that, as no script does.
      }
      throw failed(arguments, e);
    } catch (IOException e) {
      String reason =
          e instanceof NoSuchFileException ? "there is no such file" : "it can't be read";
      throw error(arguments, "build", text(script.toString()) + ": " + reason);
    }
  }

  /** Whether a link leads to what is called a script; of any other file no line may be told. */
  private static boolean isScript(Path link) {
    try {
      return link.toRealPath().getFileName().toString().endsWith(ENDING);
    } catch (IOException e) {
      return true; // Reading it will fail, too, and tell why.
    }
  }

  /** The file's clock runs on while it builds: a build gets no more than what is left of it. */
  private long timeLeft() {
    long gone = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    return Math.max(1, settings.limits().timeMillis() - gone);
  }

  /** Of the time, the limit is that of the whole file, not what was left of it for this build. */
  private ScriptException limit(ScriptException e) {
    if (e.limit() != LimitExceeded.Kind.TIME) {
      return e;
    }
    Failure at = e.failure();
    return new ScriptException(
        new Failure(
            at.limit(),
            LimitExceeded.time(settings.limits().timeMillis()).getMessage(),
            at.file(),
            at.line(),
            at.column(),
            at.excerpt(),
            at.calls(),
            at.sources(),
            at.chunk()));
  }

  private LuaError failed(Arguments arguments, ScriptException e) {
    String place = e.file() == null ? "" : e.file() + (e.line() == 0 ? "" : ":" + e.line()) + ": ";
    LuaError error = error(arguments, "build", text(place + e.message()));
    told = (String) error.value();
    failure = e.failure();
    return error;
  }

  /** The script's file, seen from the directory of the file of tests. */
  private Path script(Arguments arguments) {
    if (!(arguments.get(1) instanceof String given) || given.isEmpty()) {
      throw error(arguments, "build", "needs the path of a script, such as \"build.lua\"");
    }
    Path path;
    try {
      path = Path.of(ByteStrings.toText(given));
    } catch (InvalidPathException e) {
      throw error(arguments, "build", "the path of the script is none");
    }
    if (path.isAbsolute()) {
      throw error(
          arguments, "build", given + ": the path must be relative to the file of the test");
    }
    if (!given.endsWith(ENDING)) {
      throw error(arguments, "build", given + ": the name of a script must end in " + ENDING);
    }
    return testFile.resolveSibling(path).normalize();
  }

  private static void readOptions(
      Arguments arguments, Luakit.Builder luakit, Map<String, String> given) {
    if (arguments.get(2) == null) {
      return;
    }
    if (!(arguments.get(2) instanceof LuaTable options)) {
      throw error(arguments, "build", "the options must be a table");
    }
    for (int at = options.next(0); at != 0; at = options.next(at)) {
      Object value = options.valueAt(at);
      if (!(options.keyAt(at) instanceof String name)) {
        throw error(arguments, "build", "the options must have names, as in { args = { ... } }");
      }
      switch (name) {
        case "args" -> readArguments(arguments, value, given);
        case "target" -> luakit.target(string(arguments, name, value));
        case "platform" -> luakit.platform(platform(arguments, value));
        default -> throw error(arguments, "build", "unknown option '" + name + "'" + near(name));
      }
    }
  }

  private static void readArguments(Arguments arguments, Object value, Map<String, String> given) {
    if (!(value instanceof LuaTable table)) {
      throw error(arguments, "build", "option 'args' must be a table, as in { VERSION = \"1.2\" }");
    }
    for (int at = table.next(0); at != 0; at = table.next(at)) {
      if (!(table.keyAt(at) instanceof String name)) {
        throw error(
            arguments, "build", "option 'args' must have names, as in { VERSION = \"1.2\" }");
      }
      Object argument = table.valueAt(at);
      boolean plain =
          argument instanceof String || argument instanceof Double || argument instanceof Boolean;
      if (!plain) {
        throw error(
            arguments, "build", "the argument '" + name + "' must be a string, number or boolean");
      }
      given.put(
          ByteStrings.toText(name), ByteStrings.toText(arguments.state().toLuaString(argument)));
    }
  }

  private static Platform platform(Arguments arguments, Object value) {
    try {
      return Platform.parse(string(arguments, "platform", value));
    } catch (InvalidGraphException e) {
      throw error(arguments, "build", "option 'platform': " + text(e.getMessage()));
    }
  }

  private static String string(Arguments arguments, String option, Object value) {
    if (!(value instanceof String string)) {
      throw error(arguments, "build", "option '" + option + "' must be a string");
    }
    return ByteStrings.toText(string);
  }

  private static String near(String typed) {
    String best = EditDistance.nearest(typed, OPTIONS);
    return best == null
        ? "; there are " + String.join(", ", OPTIONS)
        : " (did you mean '" + best + "'?)";
  }

  private static String text(String text) {
    return ByteStrings.fromText(text);
  }

  private static LuaError error(Arguments arguments, String function, String message) {
    return arguments.state().error("testing." + function + ": " + message);
  }
}
