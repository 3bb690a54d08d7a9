package dev.luakit.stdlib;

/** Where {@code print} writes. */
public interface PrintSink {
  /**
   * Takes a line that a script prints.
   *
   * @param line its bytes, one in each char, without the newline at the end
   */
  void print(String line);
}
