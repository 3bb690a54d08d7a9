/**
 * Builds on a real BuildKit that check themselves: {@link dev.luakit.e2e.EndToEndTest} carries out
 * the scripts of {@code builds/}. It must never know luakit's classes: what it tries is the
 * program.
 */
package dev.luakit.e2e;
