package dev.luakit.llb.bk;

/**
 * A parameter of a function.
 *
 * @param <T> what its value is read to
 * @param byDefault what holds where it is left out, or nil; empty where it must be given
 * @param goesTo the field of BuildKit's message that it ends up in, such as {@code
 *     SourceOp.identifier}; empty where it ends up in none
 * @param doc sentences for the reference
 */
record Parameter<T>(String name, ValueType<T> type, String byDefault, String goesTo, String doc) {
  static <T> Parameter<T> required(String name, ValueType<T> type, String goesTo, String doc) {
    return new Parameter<>(name, type, "", goesTo, doc);
  }

  static <T> Parameter<T> optional(
      String name, ValueType<T> type, String byDefault, String goesTo, String doc) {
    return new Parameter<>(name, type, byDefault, goesTo, doc);
  }

  boolean isOptional() {
    return !byDefault.isEmpty();
  }
}
