/**
 * The build graph: immutable states, the operations that make them, and their bytes as BuildKit's
 * low-level build definition (LLB).
 *
 * <p>Everything textual that enters the graph is a byte string: a {@code String} whose chars are
 * bytes, 0 to 255, as Lua's strings are. Where the wire format wants text, the bytes must be UTF-8.
 *
 * <p>This package must never know Lua, the command line, a file system or a network.
 */
package dev.luakit.llb.graph;
