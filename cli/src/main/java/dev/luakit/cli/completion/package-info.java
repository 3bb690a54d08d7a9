/**
 * Completions for shells, made of the declarations of commands and options: what a shell offers is
 * what the command line takes. It must never know a command by its name.
 */
package dev.luakit.cli.completion;
