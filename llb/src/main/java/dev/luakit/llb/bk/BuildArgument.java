package dev.luakit.llb.bk;

import dev.luakit.llb.graph.Location;
import java.util.List;

/**
 * A build argument that a script has asked for; all text is byte strings.
 *
 * @param name its name
 * @param value what the script got: what was given, or the first default, or null
 * @param at where the script asked first: the call, then its callers
 */
public record BuildArgument(String name, String value, List<Location> at) {}
