package dev.luakit.bench.guard;

/**
 * What a workload takes.
 *
 * @param ratio its time on a processor, as a multiple of that of {@link Reference}
 * @param bytes what it allocates, in bytes
 * @param count what {@link Workload#run} counts
 */
record Measured(double ratio, double bytes, long count) {
  /** The less of two measurements, of time and of bytes each for itself. */
  Measured least(Measured other) {
    return new Measured(
        Math.min(ratio, other.ratio), Math.min(bytes, other.bytes), Math.min(count, other.count));
  }
}
