/**
 * What {@code luakit fmt} needs beside the formatter itself: the files that it is given, and how
 * they differ from what they should be.
 */
package dev.luakit.cli.fmt;
