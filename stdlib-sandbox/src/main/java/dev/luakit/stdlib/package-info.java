/**
 * The library of Lua 5.1 without what reaches out of a build script: no files, no processes, no
 * clock, no environment. What a script can see of the outside comes in by an {@link
 * dev.luakit.stdlib.Environment}; this package must never look for it elsewhere.
 *
 * <p>A Java program runs scripts by way of {@link dev.luakit.stdlib.LuaSandbox}.
 *
 * <p>There is one class for each library of the manual. Whatever grows is accounted for before it
 * is allocated, and whatever loops counts its work, so that the limits of the evaluation hold
 * inside of these functions too.
 */
package dev.luakit.stdlib;
