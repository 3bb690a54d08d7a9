package dev.luakit.cli.registry;

import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Sends a request again where that may help, and never waits for long. */
final class Patience {
  private static final int MOST_TRIES = 4;

  /** The wait before the second try, in milliseconds; each later one is twice as long. */
  private static final long FIRST_WAIT = 250;

  /** The longest wait that a server may ask for, in milliseconds. */
  private static final long LONGEST_WAIT = 10_000;

  /** What came of one try. */
  interface Result {
    int status();

    /** The value of the header {@code Retry-After}, or empty. */
    String retryAfter();
  }

  private Patience() {}

  /**
   * Sends a request until its answer is worth something.
   *
   * @param most most time for one try
   * @return the last answer, which may still be one that asks to come again later
   * @throws IOException if nothing came back
   * @throws RegistryFailure if the request threw it
   */
  static <T extends Result> T send(Callable<T> request, Duration most, Deadline deadline)
      throws IOException, RegistryFailure {
    long wait = FIRST_WAIT;
    for (int tries = 1; ; tries++) {
      long pause;
      try {
        T result = once(request, Math.min(most.toMillis(), deadline.millis()));
        pause = isBusy(result.status()) ? pause(result.retryAfter(), wait) : -1;
        if (pause < 0 || tries == MOST_TRIES || pause >= deadline.millis()) {
          return result;
        }
      } catch (IOException e) {
        if (!Trouble.isPassing(e) || tries == MOST_TRIES || wait >= deadline.millis()) {
          throw e;
        }
        pause = wait;
      }
      sleep(pause + ThreadLocalRandom.current().nextLong(FIRST_WAIT / 2));
      wait *= 2;
    }
  }

  private static boolean isBusy(int status) {
    return status == 408 || status == 429 || status >= 500 && status != 501;
  }

  /** How long to wait, in milliseconds; -1 for longer than anybody would. */
  private static long pause(String retryAfter, long otherwise) {
    if (!retryAfter.matches("[0-9]{1,9}")) {
      return otherwise;
    }
    long pause = Math.max(otherwise, Long.parseLong(retryAfter) * 1000);
    return pause > LONGEST_WAIT ? -1 : pause;
  }

  private static void sleep(long millis) throws IOException {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  /** One try, in a thread of its own: what looks a host's name up can't be interrupted. */
  private static <T> T once(Callable<T> request, long millis) throws IOException, RegistryFailure {
    FutureTask<T> task = new FutureTask<>(request);
    Thread.ofVirtual().start(task);
    try {
      return task.get(millis, TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      task.cancel(true);
      throw new HttpTimeoutException("late");
    } catch (InterruptedException e) {
      task.cancel(true);
      Thread.currentThread().interrupt();
      throw new IOException(e);
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case IOException failure -> throw failure;
        case RegistryFailure failure -> throw failure;
        case RuntimeException bug -> throw bug;
        case Error error -> throw error;
        default -> throw new IOException(e.getCause());
      }
    }
  }
}
