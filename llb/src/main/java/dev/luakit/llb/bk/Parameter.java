package dev.luakit.llb.bk;

/**
 * A parameter of a function.
 *
 * @param <T> what its value is read to
 * @param optional whether it may be left out, or be nil
 * @param doc a sentence for the reference
 */
record Parameter<T>(String name, ValueType<T> type, boolean optional, String doc) {
  static <T> Parameter<T> required(String name, ValueType<T> type, String doc) {
    return new Parameter<>(name, type, false, doc);
  }

  static <T> Parameter<T> optional(String name, ValueType<T> type, String doc) {
    return new Parameter<>(name, type, true, doc);
  }
}
