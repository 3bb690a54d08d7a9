package dev.luakit.cli;

import dev.luakit.cli.dag.OpKind;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code luakit dag}. */
@CommandLine.Command(
    name = "dag",
    abbreviateSynopsis = true,
    description = "Draws the graph of a script's operations.",
    footer = {
      "",
      "Examples:",
      "  luakit dag --format text build.lua",
      "  luakit dag --open build.lua",
      "  luakit dag -o dag.html build.lua",
      "  luakit dag --filter image,run -o dag.svg build.lua",
      "  luakit dag --format json build.lua | jq -r '.ops[].label'"
    })
final class DagCommand implements Command {
  @Mixin private ScriptArguments script;

  @Option(
      names = "--format",
      paramLabel = "dot|json|text|svg|html",
      description =
          "dot, the language of Graphviz; json; text, a tree for the terminal; svg, a picture; or"
              + " html, a page to look through. Where it is not given, the name of FILE tells it"
              + " (.dot, .gv, .json, .txt, .svg, .html), and without that it is dot.")
  private String format;

  @Option(
      names = "--filter",
      paramLabel = "KIND[,KIND…]",
      completionCandidates = OpKindNames.class,
      description =
          "Show only these operations, and how they depend on each other through the others:"
              + " image, oci-layout, local, git, http, run (or exec), copy, mkdir, mkfile, rm,"
              + " symlink, merge, diff; source and file stand for all of their sort.")
  private String filter;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Where the graph goes; standard output unless it is given.")
  private String output;

  @Option(
      names = "--open",
      description =
          "Show the graph in the browser: BROWSER names it, or else it is the desktop's. The page"
              + " goes to FILE, or to a file for the time being.")
  private boolean open;

  @Override
  public Request request() {
    if (open) {
      return new DagPageRequest(script.options(), pageFormat(), kinds(), output);
    }
    return new DagRequest(
        script.options(),
        format == null ? DagFormat.ofFile(output) : DagFormat.parse(format),
        kinds(),
        output);
  }

  private Set<OpKind> kinds() {
    return filter == null ? OpKind.all() : DagFilter.parse(filter);
  }

  /** What a browser shows: a page, unless a picture is asked for. */
  private DagFormat pageFormat() {
    DagFormat asked = format == null ? DagFormat.ofPage(output) : DagFormat.parse(format);
    if (!asked.isPicture()) {
      throw new UsageException(
          "--open shows html or svg", "leave --format out, or write --format html");
    }
    return asked;
  }
}
