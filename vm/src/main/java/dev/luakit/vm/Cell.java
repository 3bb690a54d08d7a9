package dev.luakit.vm;

/** A local variable that outlives its register: one that a closure shares and somebody assigns. */
final class Cell {
  Object value;

  /** Which trace has reached the cell last; see {@link Reachability}. */
  byte mark;

  Cell(Object value) {
    this.value = value;
  }
}
