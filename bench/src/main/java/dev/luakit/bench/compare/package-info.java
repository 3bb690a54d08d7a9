/**
 * Compares luakit with other implementations of Lua, each program in a process of its own; of
 * luakit it must never know more than how it is started.
 */
package dev.luakit.bench.compare;
