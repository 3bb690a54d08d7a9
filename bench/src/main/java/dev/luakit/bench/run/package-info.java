/** Runs the whole suite, keeps what was measured, and draws how it changed. */
package dev.luakit.bench.run;
