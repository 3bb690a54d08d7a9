package dev.luakit.llb.testing;

/** What a file of tests declares: groups and, in them, tests. */
sealed interface Declared permits Group, Test {
  /** What stands between the names of groups and tests. */
  String SEPARATOR = " > ";

  /** The group that it is in, null for the file. */
  Group group();

  /** The names of the groups that it is in, and its own; a byte string. */
  String name();
}
