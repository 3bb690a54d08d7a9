package dev.luakit.cli.registry;

import java.time.Duration;

/** The point in time when all images must be looked up. */
final class Deadline {
  /** Most time for all images together. */
  static final Duration ALL = Duration.ofSeconds(30);

  /** Most time for the answer to one request, to its last byte. */
  static final Duration ANSWER = Duration.ofSeconds(10);

  /** Most time for the first answer of a server, with the look-up of its name. */
  static final Duration FIRST_ANSWER = Duration.ofSeconds(5);

  /** Most time until a server is connected. */
  static final Duration CONNECT = Duration.ofSeconds(3);

  private volatile long nanoTime = System.nanoTime();

  /** Gives all the time, from now on. */
  void restart() {
    nanoTime = System.nanoTime() + ALL.toNanos();
  }

  /** The milliseconds that are left, at least 0. */
  long millis() {
    return Math.max(0, (nanoTime - System.nanoTime()) / 1_000_000);
  }
}
