package dev.luakit.llb;

import dev.luakit.llb.bk.BuildArgument;
import dev.luakit.llb.graph.Definition;
import dev.luakit.llb.graph.ImageConfig;
import dev.luakit.llb.graph.State;
import dev.luakit.llb.image.ImageRequest;
import java.util.List;

/**
 * What a script builds.
 *
 * @param exported the state that it exported
 * @param imageConfig the configuration of the image that the state becomes
 * @param definition the graph as BuildKit takes it, with the configuration in it
 * @param images the images that the script named, each once, in that order
 * @param arguments the build arguments that it asked for, each once, in that order
 */
public record Build(
    State exported,
    ImageConfig imageConfig,
    Definition definition,
    List<ImageRequest> images,
    List<BuildArgument> arguments) {

  /** Whether the script made operations that are no part of what it builds. */
  public boolean leavesOperations() {
    return exported.leavesOperations(definition);
  }
}
