package dev.luakit.bench.compare;

import java.util.List;

/**
 * An implementation of Lua that takes part.
 *
 * @param name as the table shows it
 * @param command the words that start it, to which the program's file is added
 */
record Contender(String name, List<String> command) {}
