package dev.luakit.stdlib.differential;

/** Something of Lua to try out. */
interface Theme {
  /** A chunk that comes to an end by itself, whatever its statements run into. */
  String snippet(Choice choice);
}
