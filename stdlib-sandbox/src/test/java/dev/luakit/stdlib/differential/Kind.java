package dev.luakit.stdlib.differential;

/** What an expression most likely evaluates to; a generated program may well be mistaken. */
enum Kind {
  NUMBER,
  STRING,
  BOOLEAN,
  /** A table whose keys are 1 to n, without a gap: its length is well defined. */
  LIST,
  /** A table with any keys but integers. */
  TABLE,
  /** A function of two arguments with one result or more. */
  FUNCTION,
  ANY
}
