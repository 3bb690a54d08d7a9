package dev.luakit.gateway;

import dev.luakit.llb.ScriptException;
import dev.luakit.vm.Limits;

/** What a frontend does as the command line does it. */
public interface Manners {
  /** The error as the command line shows it, without the word that says that it is one. */
  String describe(ScriptException error);

  /**
   * The limits of a script; what is null is the command line's default.
   *
   * @param time such as {@code 30s}
   * @param memory such as {@code 1g}
   * @param instructions such as {@code 10g}
   * @throws IllegalArgumentException if one is no amount; the message says which
   */
  Limits limits(String time, String memory, String instructions);
}
