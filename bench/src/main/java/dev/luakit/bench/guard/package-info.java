/**
 * Finds what has become slower since {@code bench/baseline.json} was made; knows nothing of how it
 * got slower.
 */
package dev.luakit.bench.guard;
