/** Tries what was packed, as whoever installs it would. It must never know luakit's classes. */
package dev.luakit.release;
