package dev.luakit.gateway;

import dev.luakit.llb.ScriptException;

/** How errors of scripts are worded: as the command line words them. */
public interface ErrorText {
  /** The error as it is shown, without what the shower puts before it. */
  String of(ScriptException error);
}
