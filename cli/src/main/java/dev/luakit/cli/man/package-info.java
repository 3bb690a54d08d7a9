/**
 * Manual pages, made of the declarations of commands and options: what the manual tells is what
 * {@code --help} does. It must never know a command by its name.
 */
package dev.luakit.cli.man;
