package dev.luakit.stdlib;

import dev.luakit.vm.Arguments;
import dev.luakit.vm.ByteStrings;
import dev.luakit.vm.Library;
import dev.luakit.vm.LimitExceeded;
import dev.luakit.vm.LuaClosure;
import dev.luakit.vm.LuaError;
import dev.luakit.vm.LuaFunction;
import dev.luakit.vm.LuaState;
import dev.luakit.vm.LuaTable;
import dev.luakit.vm.Userdata;
import java.io.IOException;

/**
 * Modules (section 5.3 of the manual). {@code package.path} works as in the manual, within the
 * script's directory; behind it stands the library that luakit brings along, whose lines are no
 * places to send anyone to: what goes wrong in it is said of the line that called it.
 */
final class PackageLibrary extends Library {
  private static final String PATH =
      "?.lua;?/init.lua;luakit_modules/?.lua;luakit_modules/?/init.lua";

  /** Names the chunks of the built-in library; no path in the directory begins like that. */
  private static final String BUILT_IN = "builtin:";

  /** Bytes of {@code package.path} that are read in about the time of an instruction. */
  private static final int BYTES_OF_PATH_PER_STEP = 8;

  private static final Object[] NONE = {};

  /** Stands in {@code package.loaded} for a module that is being loaded. */
  private static final class Loading extends Userdata {
    @Override
    public LuaTable metatable() {
      return null;
    }
  }

  private final Loading loading = new Loading();
  private final ModuleLoader modules;
  private final ModuleLoader library;
  private final Sources sources;
  private final LuaTable table;
  private final LuaTable loaded;

  private PackageLibrary(Environment environment, LuaTable table, LuaTable loaded) {
    super("require", "module", "seeall", "preload_loader", "path_loader", "built_in_loader");
    this.modules = environment.modules();
    this.library = environment.library();
    this.sources = environment.sources();
    this.table = table;
    this.loaded = loaded;
  }

  /**
   * Fills the table {@code package} and sets the globals of the library.
   *
   * @param loaded the modules that are there already
   */
  static void open(LuaState state, Environment environment, LuaTable table, LuaTable loaded) {
    PackageLibrary library = new PackageLibrary(environment, table, loaded);
    state.pin(table);
    state.pin(loaded);
    state.globals().set("require", library.function(0));
    state.globals().set("module", library.function(1));
    LuaTable loaders = new LuaTable(state.memory(), 3, 0);
    for (int i = 1; i <= 3; i++) {
      loaders.set(i, library.function(2 + i));
    }
    table.set("config", "/\n;\n?\n!\n-");
    table.set("cpath", "");
    table.set("loaded", loaded);
    table.set("loaders", loaders);
    table.set("path", PATH);
    table.set("preload", new LuaTable(state.memory()));
    table.set("seeall", library.function(2));
    new Unavailable("package.", "loadlib").install(table);
  }

  @Override
  protected Object call(int function, Arguments arguments) {
    return switch (function) {
      case 0 -> require(arguments);
      case 1 -> module(arguments);
      case 2 -> seeall(arguments);
      case 3 -> loadPreloaded(arguments);
      case 4 -> loadFromPath(arguments);
      default -> loadBuiltIn(arguments);
    };
  }

  // ---- require

  private Object require(Arguments arguments) {
    LuaState state = arguments.state();
    String name = arguments.string(1);
    String dotted = dotted(name);
    Object module = state.index(loaded, name);
    if (module == null) {
      module = state.index(loaded, dotted);
    }
    if (LuaState.isTrue(module)) {
      if (module == loading) {
        throw arguments.error(
            "loop or previous error loading module '" + ModulePath.shown(name) + "'");
      }
      return module;
    }
    LuaFunction loader = findLoader(arguments, name);
    state.setIndex(loaded, name, loading);
    Object result = LuaState.first(state.call(loader, name));
    if (result != null) {
      state.setIndex(loaded, name, result);
    }
    result = state.index(loaded, name);
    if (result == loading) {
      result = Boolean.TRUE;
      state.setIndex(loaded, name, result);
    }
    if (!dotted.equals(name)) {
      state.setIndex(loaded, dotted, result);
    }
    return result;
  }

  /** A module is loaded once, whether its name is written with dots or with slashes. */
  private static String dotted(String name) {
    return ModulePath.isName(name) ? name.replace('/', '.') : name;
  }

  private LuaFunction findLoader(Arguments arguments, String name) {
    LuaState state = arguments.state();
    if (!(state.index(table, "loaders") instanceof LuaTable loaders)) {
      throw arguments.error("'package.loaders' must be a table");
    }
    TextBuffer tried = new TextBuffer(state.memory());
    tried.append("module '").append(ModulePath.shown(name)).append("' not found:");
    for (int i = 1; ; i++) {
      Object loader = loaders.get(i);
      if (loader == null) {
        throw arguments.error(tried.finish());
      }
      Object found = LuaState.first(state.call(loader, name));
      if (found instanceof LuaFunction function) {
        return function;
      }
      if (found instanceof String text) {
        tried.append(text);
      } else if (found instanceof Double number) {
        tried.append(state.numberToString(number));
      }
    }
  }

  private Object loadPreloaded(Arguments arguments) {
    LuaState state = arguments.state();
    String name = arguments.string(1);
    if (!(state.index(table, "preload") instanceof LuaTable preload)) {
      throw arguments.error("'package.preload' must be a table");
    }
    Object loader = state.index(preload, name);
    return loader != null
        ? loader
        : newString(state, "\n\tno field package.preload['" + ModulePath.shown(name) + "']");
  }

  private Object loadFromPath(Arguments arguments) {
    LuaState state = arguments.state();
    String name = arguments.string(1);
    if (!(state.index(table, "path") instanceof String path)) {
      throw arguments.error("'package.path' must be a string");
    }
    if (!ModulePath.isName(name)) {
      throw state.error(
          "module name '"
              + ModulePath.shown(name)
              + "' is not allowed: modules are found below the script's directory only,"
              + " by a name like 'libs.go' or 'libs/go'");
    }
    String file = name.replace('.', '/');
    TextBuffer tried = new TextBuffer(state.memory());
    int start = 0;
    while (start <= path.length()) {
      int end = path.indexOf(';', start);
      if (end < 0) {
        end = path.length();
      }
      state.work(1 + (end - start) / BYTES_OF_PATH_PER_STEP);
      if (end > start) {
        TextBuffer candidate = new TextBuffer(state.memory());
        fillIn(path, start, end, file, candidate);
        Object result = loadFile(state, name, candidate.finish(), tried);
        if (result != null) {
          return result;
        }
      }
      start = end + 1;
    }
    if (name.endsWith(".lua")) {
      tried.append("\n\t(a module's name has no '.lua' at its end)");
    }
    return tried.finish();
  }

  /** Puts {@code file} in the place of each question mark of {@code path} from start to end. */
  private static void fillIn(String path, int start, int end, String file, TextBuffer result) {
    int from = path.startsWith("./", start) ? start + 2 : start;
    for (int i = from; i < end; i++) {
      char c = path.charAt(i);
      if (c == '?') {
        result.append(file);
      } else {
        result.append(c);
      }
    }
  }

  /** Loads a file of the directory; {@code null}, and a line in {@code tried}, if there is none. */
  private LuaClosure loadFile(LuaState state, String name, String file, TextBuffer tried) {
    if (!ModulePath.isPath(file)) {
      tried.append("\n\tno file '").append(ModulePath.shown(file));
      tried.append("' (not below the script's directory)");
      return null;
    }
    byte[] text;
    try {
      text = modules.read(ByteStrings.toText(file), state.nanosLeft());
    } catch (IOException e) {
      throw refused(state, name, file, ByteStrings.fromText(String.valueOf(e.getMessage())));
    }
    if (text == null) {
      tried.append("\n\tno file '").append(file).append('\'');
      return null;
    }
    return compile(state, name, file, modules.shown(ByteStrings.toText(file)), text);
  }

  /**
   * @param shown how the user calls the file
   */
  private LuaClosure compile(LuaState state, String name, String chunk, String shown, byte[] text) {
    if (text.length > state.limits().sourceBytes()) {
      throw LimitExceeded.scriptSize(state.limits().sourceBytes());
    }
    if (text.length > 0 && text[0] == '\33') {
      throw refused(state, name, chunk, "a binary chunk can't be loaded, only text");
    }
    state.work(BaseLibrary.loadingSteps(text.length));
    sources.add(chunk, shown, text);
    state.memory().retain(text.length);
    state.memory().allocateString(text.length);
    try {
      return state.load(ByteStrings.fromBytes(text), chunk, true);
    } catch (LuaError e) {
      // The message tells where in the module the error is.
      String reason = ByteStrings.fromText(e.getMessage());
      throw new LuaError(newString(state, loadError(name, chunk, reason)), e.traceback());
    }
  }

  private static LuaError refused(LuaState state, String name, String file, String reason) {
    return state.error(loadError(name, file, reason));
  }

  private static String loadError(String name, String file, String reason) {
    return "error loading module '" + name + "' from file '" + file + "':\n\t" + reason;
  }

  private Object loadBuiltIn(Arguments arguments) {
    LuaState state = arguments.state();
    String name = arguments.string(1);
    if (ModulePath.isName(name)) {
      String file = name.replace('.', '/') + ".lua";
      byte[] text;
      try {
        text = library.read(ByteStrings.toText(file));
      } catch (IOException e) {
        throw refused(state, name, BUILT_IN + file, "it can't be read");
      }
      if (text != null) {
        state.hideLines(BUILT_IN + file);
        return compile(state, name, BUILT_IN + file, BUILT_IN + file, text);
      }
    }
    return newString(state, "\n\tno built-in module '" + ModulePath.shown(name) + "'");
  }

  private static String newString(LuaState state, String text) {
    state.memory().allocateString(text.length());
    return text;
  }

  // ---- module

  private Object module(Arguments arguments) {
    LuaState state = arguments.state();
    String name = arguments.string(1);
    Object module = state.index(loaded, name);
    if (!(module instanceof LuaTable)) {
      module = globalTable(state, name);
      if (module == null) {
        throw arguments.error("name conflict for module '" + ModulePath.shown(name) + "'");
      }
      state.setIndex(loaded, name, module);
    }
    if (state.index(module, "_NAME") == null) {
      state.setIndex(module, "_M", module);
      state.setIndex(module, "_NAME", name);
      int dot = name.lastIndexOf('.');
      state.setIndex(module, "_PACKAGE", newString(state, name.substring(0, dot + 1)));
    }
    LuaFunction caller = state.functionAt(1);
    if (caller == null) {
      throw arguments.error("'module' not called from a Lua function");
    }
    state.setEnvironment(caller, (LuaTable) module);
    for (int i = 2; i <= arguments.count(); i++) {
      state.call(arguments.get(i), module);
    }
    return NONE;
  }

  /** The table at a dotted name below the globals, made if need be; null if that is no table. */
  private static LuaTable globalTable(LuaState state, String name) {
    LuaTable parent = state.threadEnvironment();
    int start = 0;
    while (start <= name.length()) {
      int end = name.indexOf('.', start);
      if (end < 0) {
        end = name.length();
      }
      String part = newString(state, name.substring(start, end));
      Object child = parent.get(part);
      if (child == null) {
        LuaTable created = new LuaTable(state.memory());
        state.setIndex(parent, part, created);
        parent = created;
      } else if (child instanceof LuaTable existing) {
        parent = existing;
      } else {
        return null;
      }
      start = end + 1;
    }
    return parent;
  }

  private static Object seeall(Arguments arguments) {
    LuaState state = arguments.state();
    LuaTable module = arguments.table(1);
    LuaTable metatable = module.metatable();
    if (metatable == null) {
      metatable = new LuaTable(state.memory(), 0, 1);
      module.setMetatable(metatable);
    }
    state.setIndex(metatable, "__index", state.threadEnvironment());
    return NONE;
  }
}
