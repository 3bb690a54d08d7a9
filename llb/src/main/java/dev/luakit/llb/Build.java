package dev.luakit.llb;

import dev.luakit.llb.graph.Definition;
import dev.luakit.llb.graph.ImageConfig;
import dev.luakit.llb.graph.State;

/**
 * What a script builds.
 *
 * @param exported the state that it exported
 * @param imageConfig the configuration of the image that the state becomes
 * @param definition the graph as BuildKit takes it, with the configuration in it
 */
public record Build(State exported, ImageConfig imageConfig, Definition definition) {}
