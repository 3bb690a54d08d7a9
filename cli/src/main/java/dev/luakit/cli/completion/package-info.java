/**
 * Completions for shells, made of the declarations of commands and options: what a shell offers is
 * what the command line takes.
 */
package dev.luakit.cli.completion;
