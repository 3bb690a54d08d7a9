package dev.luakit.cli;

import picocli.CommandLine;
import picocli.CommandLine.Mixin;

/** {@code luakit validate}. */
@CommandLine.Command(
    name = "validate",
    abbreviateSynopsis = true,
    description =
        "Evaluates a script, tells what is wrong with it or that nothing is, and warns of what may"
            + " not have been meant.",
    footer = {
      "",
      "Examples:",
      "  luakit validate build.lua",
      "  luakit validate --build-arg VERSION=1.2 --resolve never build.lua"
    })
final class ValidateCommand implements Command {
  @Mixin private ScriptArguments script;

  @Override
  public Request request() {
    return new ValidateRequest(script.options());
  }
}
