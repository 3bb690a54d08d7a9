/**
 * The syntax of Lua 5.1: from source text to ANTLR's parse tree, with errors in Lua's own words; it
 * must never know what a program means.
 */
package dev.luakit.grammar;
