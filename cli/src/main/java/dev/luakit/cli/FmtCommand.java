package dev.luakit.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code luakit fmt}. */
@CommandLine.Command(
    name = "fmt",
    description = "Formats Lua files: their layout, never what they do, nor a comment.",
    footer = {
      "",
      "  luakit fmt build.lua          formats a file in its place",
      "  luakit fmt .                  formats all .lua files below here",
      "  luakit fmt --check .          names those that are not formatted, and fails",
      "  luakit fmt --diff build.lua   shows what would change",
      "  luakit fmt - <in.lua >out.lua"
    })
final class FmtCommand implements Command {
  @ParentCommand private LuakitCommand luakit;

  @Parameters(
      arity = "0..*",
      paramLabel = "FILE|DIR",
      description =
          "What to format: files, and of directories all that end in .lua, at any depth, but for"
              + " hidden directories. - is standard input, and is written to standard output.")
  private List<String> names = new ArrayList<>();

  @Option(
      names = "--check",
      description = "Change nothing; name the files that are not formatted, and exit with 1.")
  private boolean check;

  @Option(
      names = "--diff",
      description = "Change nothing; show what would change, as a unified diff.")
  private boolean diff;

  @Override
  public Request request() {
    if (names.isEmpty()) {
      throw new UsageException(
          "nothing to format is named", "name files or directories, as in: luakit fmt .");
    }
    return new FmtRequest(names, check, diff, luakit.color);
  }
}
