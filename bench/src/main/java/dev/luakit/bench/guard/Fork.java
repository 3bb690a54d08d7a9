package dev.luakit.bench.guard;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures in a JVM of its own, with one compiler, as {@code luakit build} has it: with both, what
 * is inlined where differs from one JVM to the next. Each workload takes turns with the reference;
 * of all turns the least time counts, on the processor and not by the clock, as whatever else the
 * machine does can only add to it.
 */
final class Fork {
  private static final int ROUNDS = 15;
  private static final long WARM_UP_NANOS = 200_000_000;
  private static final long SAMPLE_NANOS = 8_000_000;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final Reference reference = new Reference();
  private final long expected = reference.run();

  private Fork() {}

  /** Prints a line for each workload: name, ratio, bytes and count, with tabs between. */
  public static void main(String[] arguments) {
    Fork fork = new Fork();
    fork.warmUpReference();
    for (Workload workload : Workload.all()) {
      Measured measured = fork.measure(workload);
      System.out.println(
          workload.name()
              + "\t"
              + measured.ratio()
              + "\t"
              + measured.bytes()
              + "\t"
              + measured.count());
    }
  }

  private void warmUpReference() {
    long start = time();
    while (time() - start < 2 * WARM_UP_NANOS) {
      timeOfReference();
    }
  }

  private Measured measure(Workload workload) {
    long runs = 0;
    long start = time();
    long last = 0;
    while (time() - start < WARM_UP_NANOS || runs < 10) {
      long before = time();
      workload.run();
      last = time() - before;
      runs++;
    }
    int repeats = Math.clamp(SAMPLE_NANOS / Math.max(1, last), 1, 10_000);
    long count = workload.run();
    long bestOfReference = Long.MAX_VALUE;
    long best = Long.MAX_VALUE;
    List<Double> bytes = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      bestOfReference = Math.min(bestOfReference, timeOfReference());
      long allocated = THREADS.getCurrentThreadAllocatedBytes();
      long before = time();
      for (int i = 0; i < repeats; i++) {
        if (workload.run() != count) {
          throw new IllegalStateException(workload.name() + " does not count the same each time");
        }
      }
      best = Math.min(best, time() - before);
      bytes.add((THREADS.getCurrentThreadAllocatedBytes() - allocated) / (double) repeats);
    }
    bytes.sort(null);
    double ratio = (double) best / repeats / bestOfReference;
    return new Measured(ratio, bytes.get(bytes.size() / 2), 0, count);
  }

  private long timeOfReference() {
    long before = time();
    if (reference.run() != expected) {
      throw new IllegalStateException("the reference does not do the same each time");
    }
    return time() - before;
  }

  private static long time() {
    return THREADS.getCurrentThreadCpuTime();
  }
}
