package dev.luakit.vm;

/** A function written in Java: the {@code index}-th of its library. */
public final class Builtin extends LuaFunction {
  final Library library;
  final int index;
  private final String name;

  Builtin(Library library, int index, String name) {
    this.library = library;
    this.index = index;
    this.name = name;
  }

  /** The name that its library gives it, such as {@code rep}. */
  public String name() {
    return name;
  }
}
