package dev.luakit.gateway;

import dev.luakit.llb.ScriptException;
import dev.luakit.vm.Limits;
import java.util.Map;

/** What a frontend does as the command line does it. */
public interface Manners {
  /** The error as the command line shows it, without the word that says that it is one. */
  String describe(ScriptException error);

  /** The text as a terminal may get it: nothing that the script says is obeyed. */
  String visible(String text);

  /**
   * The limits of a script.
   *
   * @param given what the build's arguments say of them, by the names that the arguments have
   *     behind {@code LUAKIT_}: {@code TIMEOUT}, {@code MAX_MEMORY} and the like. What is not there
   *     is as on the command line; other names mean nothing.
   * @throws IllegalArgumentException if one is no amount; the message says which
   */
  Limits limits(Map<String, String> given);
}
