package dev.luakit.bench.run;

/**
 * One number.
 *
 * @param name what was measured, in words
 * @param value in the unit, at least 0
 * @param spread how much more the median of all rounds was, in the unit; 0 where there was one
 * @param unit {@code us} or {@code MB}
 * @param reference the name of the measurement of the same run that it is told as a multiple of, or
 *     empty
 */
record Measurement(String name, double value, double spread, String unit, String reference) {}
