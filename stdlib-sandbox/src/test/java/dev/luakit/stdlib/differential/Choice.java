package dev.luakit.stdlib.differential;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Random decisions, which for the same seed are the same on every machine. */
final class Choice {
  private final RandomGenerator random;

  Choice(long seed) {
    this(new SplittableRandom(seed));
  }

  /**
   * @param random decides
   */
  Choice(RandomGenerator random) {
    this.random = random;
  }

  /** A number from 0 up to but not including {@code bound}. */
  int below(int bound) {
    return random.nextInt(bound);
  }

  /** A number from {@code least} to {@code most}, both included. */
  int between(int least, int most) {
    return random.nextInt(least, most + 1);
  }

  boolean percent(int chance) {
    return random.nextInt(100) < chance;
  }

  long bits() {
    return random.nextLong();
  }

  String of(String... options) {
    return options[random.nextInt(options.length)];
  }

  char charOf(String options) {
    return options.charAt(random.nextInt(options.length()));
  }
}
