package dev.luakit.bench.guard;

/**
 * Counts in a JVM of its own, which {@link StepCounting} watches, what each workload executes once
 * it has run a few times: what a first run loads and keeps is not the workload's.
 */
final class StepFork {
  private static final int WARM_UP_RUNS = 5;

  private StepFork() {}

  /** Prints a line for each workload: name and instructions, with a tab between. */
  public static void main(String[] arguments) {
    for (Workload workload : Workload.all()) {
      for (int i = 0; i < WARM_UP_RUNS; i++) {
        workload.run();
      }
      long before = Steps.executed;
      workload.run();
      System.out.println(workload.name() + "\t" + (Steps.executed - before));
    }
  }
}
