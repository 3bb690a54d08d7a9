package dev.luakit.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code luakit eval}. */
@CommandLine.Command(
    name = "eval",
    customSynopsis = "luakit eval [OPTIONS] [SCRIPT [ARG...]]",
    description = "Runs a plain Lua 5.1 script in the sandbox, without anything of BuildKit.",
    footer = {
      "",
      "Examples:",
      "  luakit eval script.lua one two",
      "  luakit eval -e 'print(6 * 7)'",
      "  generate | luakit eval --timeout 2s --stats -"
    })
final class EvalCommand implements Command {
  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "SCRIPT",
      description = "The script, - for one from standard input. What stands before it is luakit's.")
  private String script;

  @Parameters(
      index = "1..*",
      paramLabel = "ARG",
      description = "What the script gets in ... and in the table arg, options or not.")
  private List<String> arguments = new ArrayList<>();

  @Option(
      names = "-e",
      paramLabel = "CODE",
      description = "Code to run before the script, or in place of it; may be given several times.")
  private List<String> code = new ArrayList<>();

  @Option(
      names = {"--build-arg", "--frontend-arg"},
      paramLabel = "KEY=VALUE",
      description =
          "What the script's os.getenv(KEY) gives. SOURCE_DATE_EPOCH, here or in the environment,"
              + " is the script's time.")
  private List<String> buildArguments = new ArrayList<>();

  @Mixin private LimitArguments limits;

  @Option(
      names = "--stats",
      description = "Tell on standard error what the script has used, when it ends.")
  private boolean stats;

  @Override
  public Request request() {
    if (script == null && code.isEmpty()) {
      throw new UsageException(
          "no script is named, and no code is given",
          "name one: luakit eval SCRIPT, or give code: luakit eval -e CODE");
    }
    return new EvalRequest(
        code, script, arguments, BuildArguments.parse(buildArguments), limits.limits(), stats);
  }
}
