/** Compares luakit with other implementations of Lua, each program in a process of its own. */
package dev.luakit.bench.compare;
