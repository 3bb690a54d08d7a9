package dev.luakit.stdlib.differential;

/** Something that runs Lua. */
interface Implementation {
  /**
   * Runs a program to its end.
   *
   * @param source its bytes, one in each char
   * @return the bytes that it prints, with a last line of its own if it does not end well
   */
  String run(String source) throws Exception;
}
