/**
 * Manual pages, made of the declarations of commands and options: what the manual tells is what
 * {@code --help} does.
 */
package dev.luakit.cli.man;
