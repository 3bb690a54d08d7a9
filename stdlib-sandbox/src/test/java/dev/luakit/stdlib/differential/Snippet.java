package dev.luakit.stdlib.differential;

/**
 * A chunk of its own within a program.
 *
 * @param name the chunk's name, which stands in its error messages
 * @param text its source
 */
record Snippet(String name, String text) {}
