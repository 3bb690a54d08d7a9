package dev.luakit.vm;

import dev.luakit.vm.code.Prototype;

/** A function compiled from Lua together with its upvalues and its environment. */
public final class LuaClosure extends LuaFunction {
  final Prototype prototype;

  /** What this closure shares with the others that were made of the same function. */
  final Template template;

  /**
   * The captured variables: a {@link Cell} where the variable is assigned after its declaration,
   * else the value itself. The compiler knows which, and picks the instruction accordingly.
   */
  final Object[] upvalues;

  /** Where the function's globals live. */
  LuaTable environment;

  LuaClosure(Template template, Object[] upvalues, LuaTable environment) {
    this.prototype = template.prototype;
    this.template = template;
    this.upvalues = upvalues;
    this.environment = environment;
  }
}
