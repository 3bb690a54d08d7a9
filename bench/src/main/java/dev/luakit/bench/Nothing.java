package dev.luakit.bench;

/** A program that does nothing. */
final class Nothing {
  private Nothing() {}

  /** Returns. */
  public static void main(String[] arguments) {}
}
