package dev.luakit.cli;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code luakit completion}. */
@CommandLine.Command(
    name = "completion",
    description = "Writes what a shell needs to complete luakit's commands and options.",
    footer = {
      "",
      "Examples:",
      "  luakit completion bash > ~/.local/share/bash-completion/completions/luakit",
      "  luakit completion fish > ~/.config/fish/completions/luakit.fish",
      "  source <(luakit completion zsh)"
    })
final class CompletionCommand implements Command {
  @Parameters(paramLabel = "bash|zsh|fish", description = "The shell.")
  private String shell;

  @Spec private CommandSpec spec;

  @Override
  public Request request() {
    return new CompletionRequest(CompletionShell.parse(shell), spec.root());
  }
}
