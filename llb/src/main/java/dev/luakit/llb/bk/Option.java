package dev.luakit.llb.bk;

/**
 * An option: a field of the table that is a function's last argument.
 *
 * @param <T> what its value is read to
 * @param alias another name that is accepted for it, or {@code null}
 * @param doc a sentence for the reference, which also tells the default
 */
record Option<T>(String name, String alias, ValueType<T> type, String doc) {
  static <T> Option<T> of(String name, ValueType<T> type, String doc) {
    return new Option<>(name, null, type, doc);
  }

  Option<T> alias(String alias) {
    return new Option<>(name, alias, type, doc);
  }
}
