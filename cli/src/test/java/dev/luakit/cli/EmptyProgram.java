package dev.luakit.cli;

/** The quickest that Java can be. */
final class EmptyProgram {
  private EmptyProgram() {}

  /** Does nothing. */
  public static void main(String[] args) {}
}
