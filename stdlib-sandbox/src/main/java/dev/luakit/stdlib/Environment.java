package dev.luakit.stdlib;

/**
 * All that a script can see of the world outside.
 *
 * @param output where {@code print} writes
 * @param variables what {@code os.getenv} returns
 * @param sourceDateEpoch the one point in time that there is, in seconds since 1970
 * @param modules the script's directory, for {@code require}
 * @param library the modules that there are besides, which are found where the directory has none
 *     of the name
 * @param sources receives the source of each module that is loaded
 */
public record Environment(
    PrintSink output,
    Variables variables,
    long sourceDateEpoch,
    ModuleLoader modules,
    ModuleLoader library,
    Sources sources) {}
