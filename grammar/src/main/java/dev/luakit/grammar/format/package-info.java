/**
 * The layout of Lua's source: {@link dev.luakit.grammar.format.LuaFormatter} writes a chunk anew,
 * with all its tokens and comments. It must never change what a chunk means.
 */
package dev.luakit.grammar.format;
