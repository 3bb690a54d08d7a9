/**
 * The {@code bk} library: what a script calls to make a graph. Each function is declared as data
 * ({@link dev.luakit.llb.bk.Signature}), from which its checks and messages come. It must never
 * know how a graph is written.
 */
package dev.luakit.llb.bk;
