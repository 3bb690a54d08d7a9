package dev.luakit.bench.guard;

/**
 * What a workload takes.
 *
 * @param ratio its time on a processor, as a multiple of that of {@link Reference}
 * @param bytes what it allocates, in bytes
 * @param steps instructions of luakit's classes that the JVM executes, see {@link StepCounting}; 0
 *     where they were not counted
 * @param count what {@link Workload#run} counts
 */
record Measured(double ratio, double bytes, long steps, long count) {
  /** The less of two measurements, each number for itself. */
  Measured least(Measured other) {
    return new Measured(
        Math.min(ratio, other.ratio),
        Math.min(bytes, other.bytes),
        Math.min(steps, other.steps),
        Math.min(count, other.count));
  }
}
