/**
 * Runs files of tests for build scripts.
 *
 * <p>A {@link dev.luakit.llb.testing.TestFile} is Lua in a sandbox of its own, in which {@code
 * describe} and {@code it} declare tests and {@code testing.build} evaluates build scripts: those
 * share nothing with the test but the tables in which it gets their graph. What tests say about
 * graphs and other values is written in Lua, in the resource {@code testing.lua}. Nothing here is
 * loaded by a build, and it must never know how a report looks.
 */
package dev.luakit.llb.testing;
