package dev.luakit.cli.registry;

import java.util.List;

/**
 * How a server is asked, as BuildKit's configuration says it.
 *
 * @param mirrors of a registry, as {@code HOST[:PORT][/PATH]}, in the order in which they are asked
 * @param http whether it is asked without encryption, or null where that is not said
 * @param insecure whether anybody may be at its place
 * @param authorities files with certificates of those who vouch for it
 */
record ServerSettings(
    List<String> mirrors, Boolean http, boolean insecure, List<String> authorities) {
  static final ServerSettings USUAL = new ServerSettings(List.of(), null, false, List.of());
}
