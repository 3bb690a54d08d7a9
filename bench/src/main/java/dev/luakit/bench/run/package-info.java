/**
 * Runs the whole suite, keeps what was measured, and draws how it changed; it must never know of
 * the guard's baseline.
 */
package dev.luakit.bench.run;
