package dev.luakit.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code luakit lock}. */
@CommandLine.Command(
    name = "lock",
    abbreviateSynopsis = true,
    description = {
      "Writes luakit.lock beside a script: each image that it names, with its digest and"
          + " configuration. With it a build needs no registry and is the same everywhere.",
      "",
      "What is locked stays as it is until --update; what is new is added."
    },
    footer = {
      "",
      "Examples:",
      "  luakit lock build.lua",
      "  luakit lock --platform linux/amd64,linux/arm64 build.lua",
      "  luakit lock --update alpine:3.19 build.lua",
      "  luakit lock --check build.lua"
    })
final class LockCommand implements Command {
  @Mixin private ScriptArguments script;

  @Option(
      names = "--update",
      arity = "0..1",
      paramLabel = "IMAGE",
      fallbackValue = LockRequest.Update.ALL,
      description = "Look up what this image stands for now, or all images of the script.")
  private List<String> update = new ArrayList<>();

  @Option(names = "--prune", description = "Remove images that the script does not name.")
  private boolean prune;

  @Option(
      names = "--check",
      description = "Change nothing; fail if an image of the script is not locked.")
  private boolean check;

  @Override
  public Request request() {
    // "--update build.lua" means the script, though the option could take it for an image.
    if (!update.isEmpty() && update.getLast().endsWith(".lua") && script.isUnnamed()) {
      script.name(update.getLast());
      update.set(update.size() - 1, LockRequest.Update.ALL);
    }
    LockRequest.Update updated =
        update.isEmpty() ? LockRequest.Update.NOTHING : LockRequest.Update.parse(update);
    return new LockRequest(script.options(), updated, prune, check);
  }
}
