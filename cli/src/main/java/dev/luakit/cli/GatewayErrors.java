package dev.luakit.cli;

import dev.luakit.gateway.ErrorText;
import dev.luakit.llb.ScriptException;

/**
 * The errors of scripts as BuildKit's clients show them, who say themselves that they are errors.
 */
final class GatewayErrors implements ErrorText {
  @Override
  public String of(ScriptException error) {
    return ErrorReport.withoutLabel(error);
  }
}
