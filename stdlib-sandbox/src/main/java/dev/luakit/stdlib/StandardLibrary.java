package dev.luakit.stdlib;

import dev.luakit.vm.LuaState;
import dev.luakit.vm.LuaTable;

/**
 * The library of Lua 5.1 as build scripts have it.
 *
 * <pre>{@code
 * LuaState state = new LuaState(Limits.DEFAULT);
 * StandardLibrary.install(state, environment);
 * state.call(state.load("print('hello')", "hello.lua", true));
 * }</pre>
 */
public final class StandardLibrary {
  private StandardLibrary() {}

  /** Gives the state its globals. */
  public static void install(LuaState state, Environment environment) {
    LuaTable globals = state.globals();
    new BaseLibrary(environment.output()).open(state);
    new Unavailable("", "dofile", "loadfile", "newproxy").install(globals);
    LuaTable loaded = new LuaTable(state.memory(), 0, 12);
    loaded.set("_G", globals);
    PackageLibrary.open(state, environment, library(state, "package", loaded), loaded);

    LuaTable string = library(state, "string", loaded);
    StringLibrary.open(state, string);
    new Unavailable("string.", "dump").install(string);

    new TableLibrary().install(library(state, "table", loaded));
    MathLibrary.open(library(state, "math", loaded));
    CoroutineLibrary.open(library(state, "coroutine", loaded));

    LuaTable os = library(state, "os", loaded);
    new OsLibrary(environment.variables(), environment.sourceDateEpoch()).install(os);
    new Unavailable("os.", "execute", "exit", "remove", "rename", "setlocale", "tmpname")
        .install(os);
    installIo(state, library(state, "io", loaded));
    new Unavailable(
            "debug.",
            "debug",
            "getfenv",
            "gethook",
            "getinfo",
            "getlocal",
            "getmetatable",
            "getregistry",
            "getupvalue",
            "setfenv",
            "sethook",
            "setlocal",
            "setmetatable",
            "setupvalue",
            "traceback")
        .install(library(state, "debug", loaded));
  }

  private static LuaTable library(LuaState state, String name, LuaTable loaded) {
    LuaTable table = new LuaTable(state.memory(), 0, 16);
    state.globals().set(name, table);
    loaded.set(name, table);
    return table;
  }

  private static void installIo(LuaState state, LuaTable io) {
    new Unavailable(
            "io.", "close", "flush", "input", "lines", "open", "output", "popen", "read", "tmpfile",
            "type", "write")
        .install(io);
    LuaTable file = new LuaTable(state.memory(), 0, 8);
    new Unavailable("file:", "close", "flush", "lines", "read", "seek", "setvbuf", "write")
        .install(file);
    io.set("stdin", file);
    io.set("stdout", file);
    io.set("stderr", file);
  }
}
