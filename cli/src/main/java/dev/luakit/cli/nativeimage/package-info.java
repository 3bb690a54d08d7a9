/**
 * What a native binary leaves out of libraries, because luakit never gets there though the binary's
 * maker can't know it. Nothing on the JVM uses this, and it must never change what luakit does.
 */
package dev.luakit.cli.nativeimage;
