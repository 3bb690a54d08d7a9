/**
 * From a script to a build: {@link dev.luakit.llb.Luakit} evaluates a script and gives what it
 * exports. It must never know of a command line or of BuildKit's connection.
 */
package dev.luakit.llb;
