package dev.luakit.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** Runs Lua code for a test, with the few functions that tests of the machine itself need. */
final class Lua {
  private final LuaState state;

  Lua() {
    this(Limits.DEFAULT);
  }

  Lua(Limits limits) {
    state = new LuaState(limits);
    LuaTable globals = state.globals();
    new Functions().install(globals);
    for (String name : new String[] {"pcall", "xpcall", "collectgarbage"}) {
      globals.set(name, LuaState.controlFunction(name));
    }
    LuaTable coroutine = new LuaTable(state.memory());
    coroutine.set("create", globals.get("create"));
    coroutine.set("wrap", globals.get("wrap"));
    coroutine.set("status", globals.get("status"));
    coroutine.set("resume", LuaState.controlFunction("resume"));
    coroutine.set("yield", LuaState.controlFunction("yield"));
    globals.set("coroutine", coroutine);
  }

  LuaState state() {
    return state;
  }

  /** The results of a chunk named {@code test.lua}, as {@code tostring} gives them, by commas. */
  String run(String code) {
    Object results = state.call(state.load(code, "test.lua", false));
    StringBuilder text = new StringBuilder();
    for (Object result : LuaState.all(results)) {
      text.append(text.isEmpty() ? "" : ", ").append(state.toLuaString(result));
    }
    return text.toString();
  }

  static void assertResult(String expected, String code) {
    assertEquals(expected, new Lua().run(code));
  }

  static void assertError(String expected, String code) {
    assertEquals(expected, assertThrows(LuaError.class, () -> new Lua().run(code)).getMessage());
  }

  private static final class Functions extends Library {
    private Functions() {
      super(
          "setmetatable",
          "next",
          "select",
          "error",
          "create",
          "wrap",
          "status",
          "tostring",
          "apply",
          "load",
          "setfenv",
          "type");
    }

    @Override
    protected Object call(int function, Arguments arguments) {
      LuaState state = arguments.state();
      switch (function) {
        case 0 -> {
          arguments.table(1).setMetatable((LuaTable) arguments.get(2));
          return arguments.get(1);
        }
        case 1 -> {
          LuaTable table = arguments.table(1);
          int position = table.next(table.position(arguments.get(2)));
          return position == 0
              ? null
              : new Object[] {table.keyAt(position), table.valueAt(position)};
        }
        case 2 -> {
          return "#".equals(arguments.get(1))
              ? (Object) (arguments.count() - 1.0)
              : arguments.from((int) arguments.integer(1) + 1);
        }
        case 3 -> {
          if (arguments.get(1) instanceof String message) {
            throw state.error(message, (int) arguments.optionalInteger(2, 1));
          }
          throw new LuaError(arguments.get(1));
        }
        case 4 -> {
          return state.newCoroutine(arguments.function(1));
        }
        case 5 -> {
          return state.wrap(arguments.function(1));
        }
        case 6 -> {
          return arguments.coroutine(1).status();
        }
        case 7 -> {
          return state.toStringValue(arguments.any(1));
        }
        case 8 -> {
          return state.call(arguments.any(1), arguments.from(2));
        }
        case 9 -> {
          return state.load(arguments.string(1), "loaded", false);
        }
        case 10 -> {
          LuaFunction target =
              arguments.get(1) instanceof LuaFunction f
                  ? f
                  : state.functionAt((int) arguments.integer(1));
          state.setEnvironment(target, arguments.table(2));
          return target;
        }
        default -> {
          return LuaType.of(arguments.any(1)).luaName();
        }
      }
    }
  }
}
