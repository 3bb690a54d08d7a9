package dev.luakit.stdlib;

/**
 * The generator of {@code math.random}: SplitMix64, which adds a constant to its state and mixes
 * the bits of the sum. Each evaluation starts with the seed 0, so that it draws the same numbers.
 */
final class RandomNumbers {
  private static final long STEP = 0x9E3779B97F4A7C15L;

  private long state;

  void seed(long seed) {
    state = seed;
  }

  /** The next number, from 0 up to but not including 1. */
  double next() {
    state += STEP;
    long mixed = state;
    mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    mixed ^= mixed >>> 31;
    return (mixed >>> 11) * 0x1p-53;
  }
}
