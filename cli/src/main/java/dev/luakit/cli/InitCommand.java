package dev.luakit.cli;

import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code luakit init}. */
@CommandLine.Command(
    name = "init",
    description = {
      "Writes a commented build.lua to begin with, and what editors need to know of it: .luarc.json"
          + " and types/ for the Lua language server."
    },
    footer = {"", "Examples:", "  luakit init", "  luakit init go", "  luakit init node --dir web"})
final class InitCommand implements Command {
  @Parameters(
      arity = "0..1",
      paramLabel = "KIND",
      completionCandidates = KindNames.class,
      description =
          "What is built: go, node, python, java (with Maven), gradle, rust or plain. Where it is"
              + " not given, the files in the folder tell it (go.mod, package.json, ...).")
  private String kind;

  @Option(
      names = "--dir",
      paramLabel = "FOLDER",
      description = "Where the files go; here unless it is given.")
  private String folder = "";

  @Option(names = "--force", description = "Replace files that are there already.")
  private boolean force;

  @Override
  public Request request() {
    return new InitRequest(kind == null ? null : ProjectKind.parse(kind), folder, force);
  }
}
