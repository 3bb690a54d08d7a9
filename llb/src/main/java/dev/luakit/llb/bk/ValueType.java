package dev.luakit.llb.bk;

/**
 * A type that a parameter or an option can have: how a Lua value is read, and how the type is
 * named.
 *
 * @param <T> what a value is read to
 */
abstract class ValueType<T> {
  private final String description;
  private final String annotation;

  /**
   * Declares a type.
   *
   * @param description the type in a message, such as {@code a string}
   * @param annotation the type for the Lua language server, such as {@code string}
   */
  ValueType(String description, String annotation) {
    this.description = description;
    this.annotation = annotation;
  }

  final String description() {
    return description;
  }

  final String annotation() {
    return annotation;
  }

  /** The type of the tables that a value may be or have in it, {@code null} where it has none. */
  TableType<?> table() {
    return null;
  }

  /**
   * Reads a value.
   *
   * @param value a Lua value that is not nil
   * @throws dev.luakit.vm.LuaError if it is not of the type
   */
  abstract T read(Object value, Place place);
}
