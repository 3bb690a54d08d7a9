package dev.luakit.vm;

/** A function written in Java: the {@code index}-th of its library. */
public final class Builtin extends LuaFunction {
  final Library library;
  final int index;

  Builtin(Library library, int index) {
    this.library = library;
    this.index = index;
  }
}
