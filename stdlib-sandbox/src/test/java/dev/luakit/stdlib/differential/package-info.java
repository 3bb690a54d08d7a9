/**
 * Random programs, run by the reference implementation and by luakit, which must print the same;
 * what that is must never be known here.
 *
 * <p>A {@link dev.luakit.stdlib.differential.Program} is a few hundred {@link
 * dev.luakit.stdlib.differential.Snippet}s that run one after the other, each protected. A {@link
 * dev.luakit.stdlib.differential.Theme} writes snippets: most themes are files of {@link
 * dev.luakit.stdlib.differential.Template}s with blanks, in {@code differential/templates}, that
 * random {@link dev.luakit.stdlib.differential.Expressions} fill. Everything random comes from a
 * {@link dev.luakit.stdlib.differential.Choice}, so that a seed stands for a program.
 *
 * <p>What is known to differ, and how it is kept out, is listed in {@code docs/lua-conformance.md}.
 */
package dev.luakit.stdlib.differential;
