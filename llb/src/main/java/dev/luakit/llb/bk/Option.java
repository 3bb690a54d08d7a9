package dev.luakit.llb.bk;

/**
 * An option: a field of the table that is a function's last argument, or of a table in it.
 *
 * @param <T> what its value is read to
 * @param alias another name that is accepted for it, or {@code null}
 * @param byDefault what holds where it is not given: a Lua value as it is written, or words; empty
 *     for a field that must be given
 * @param goesTo the field of BuildKit's message that it ends up in, such as {@code
 *     Mount.cacheOpt.sharing}, or {@code config.Cmd} of the image's configuration
 * @param doc sentences for the reference
 */
record Option<T>(
    String name, String alias, ValueType<T> type, String byDefault, String goesTo, String doc) {
  static <T> Option<T> of(
      String name, ValueType<T> type, String byDefault, String goesTo, String doc) {
    return new Option<>(name, null, type, byDefault, goesTo, doc);
  }

  Option<T> alias(String alias) {
    return new Option<>(name, alias, type, byDefault, goesTo, doc);
  }

  /** Whether a script may write this name for it. */
  boolean isCalled(String name) {
    return name.equals(this.name) || name.equals(alias);
  }
}
