package dev.luakit.vm;

/** A local variable that outlives its register: one that a closure shares and somebody assigns. */
final class Cell {
  Object value;

  Cell(Object value) {
    this.value = value;
  }
}
