/**
 * What {@code luakit fmt} needs beside the formatter itself: the files that it is given, and how
 * they differ from what they should be. It must never know how Lua is laid out.
 */
package dev.luakit.cli.fmt;
