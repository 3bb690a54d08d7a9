package dev.luakit.stdlib;

/** What {@code os.getenv} returns. */
public interface Variables {
  /** The value of a variable, {@code null} if there is none; both are byte strings. */
  String value(String name);
}
