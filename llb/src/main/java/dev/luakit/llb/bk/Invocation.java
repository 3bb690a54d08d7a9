package dev.luakit.llb.bk;

import dev.luakit.llb.graph.Platform;
import dev.luakit.llb.graph.ResolveMode;
import dev.luakit.llb.graph.RunDefaults;
import java.util.Map;

/**
 * What whoever starts a build says about it, beside the script.
 *
 * @param buildArguments byte strings by name
 * @param target what is to be built of that which the script can build, a byte string, or null
 * @param buildPlatform the platform of the machine that builds, or null if it is that which is
 *     built for
 * @param resolveMode where BuildKit looks up images of which the script does not say it
 * @param session the session whose stores the build may read, a byte string, or empty
 * @param runs how commands run that do not say it themselves
 * @param contexts what takes the place of sources, or null for nothing
 */
public record Invocation(
    Map<String, String> buildArguments,
    String target,
    Platform buildPlatform,
    ResolveMode resolveMode,
    String session,
    RunDefaults runs,
    Contexts contexts) {}
