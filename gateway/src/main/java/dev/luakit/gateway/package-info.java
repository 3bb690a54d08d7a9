/**
 * luakit as a frontend of BuildKit: the daemon starts it in a container, and serves it over the
 * process's standard input and output.
 *
 * <p>{@link dev.luakit.gateway.Gateway} runs one build. The script itself is evaluated by {@code
 * dev.luakit.llb}; this package reads it from the build's context, resolves images and solves the
 * result, all through the daemon. It must never write to standard output, nor look at the machine.
 */
package dev.luakit.gateway;
