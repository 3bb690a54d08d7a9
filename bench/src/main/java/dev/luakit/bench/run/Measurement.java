package dev.luakit.bench.run;

/**
 * One number.
 *
 * @param name what was measured, in words
 * @param value in the unit, at least 0
 * @param error half of the interval that holds the mean with 99.9 %, in the unit; 0 where none is
 *     known
 * @param unit {@code us} or {@code MB}
 * @param reference the name of the measurement of the same run that it is told as a multiple of, or
 *     empty
 */
record Measurement(String name, double value, double error, String unit, String reference) {}
