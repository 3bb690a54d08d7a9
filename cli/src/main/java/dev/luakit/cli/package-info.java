/**
 * The command line. {@link dev.luakit.cli.Main} reads the arguments into a {@link
 * dev.luakit.cli.Request}, runs it, and turns whatever happens into one exit code and at most one
 * error. Only {@link dev.luakit.cli.Arguments}, the {@code …Command} and {@code …Arguments}
 * classes, and what completes or prints their declarations know of picocli: every other request is
 * plain data, and carrying it out loads none of it.
 */
package dev.luakit.cli;
