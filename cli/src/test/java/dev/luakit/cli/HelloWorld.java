package dev.luakit.cli;

/** The least that a native binary can do; that of luakit is compared with it. */
final class HelloWorld {
  private HelloWorld() {}

  public static void main(String[] args) {
    System.out.println("Hello, world!");
  }
}
