package dev.luakit.cli;

import dev.luakit.cli.completion.BashCompletion;
import dev.luakit.cli.completion.CommandModel;
import dev.luakit.cli.completion.FishCompletion;
import dev.luakit.cli.completion.ZshCompletion;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Writes a shell's completion.
 *
 * @param luakit the command with all its commands
 */
record CompletionRequest(CompletionShell shell, CommandSpec luakit) implements Request {
  @Override
  public void run(Host host) {
    List<CommandModel> commands = CommandModel.all(luakit);
    String script =
        switch (shell) {
          case BASH -> BashCompletion.write(commands);
          case ZSH -> ZshCompletion.write(commands);
          case FISH -> FishCompletion.write(commands);
        };
    new StandardOutput(host).write(script.getBytes(StandardCharsets.UTF_8));
  }
}
