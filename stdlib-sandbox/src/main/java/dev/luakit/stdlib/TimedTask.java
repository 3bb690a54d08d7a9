package dev.luakit.stdlib;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Something that may never come to an end, and that nothing can end from outside: opening a file
 * waits for ever where it turns out to be a pipe that nobody writes to. So it has a thread of its
 * own, which is left to itself when the time is over. (It does not keep the process from ending.)
 *
 * @param <T> what comes of it
 */
public abstract class TimedTask<T> {
  private T result;
  private Throwable failure;

  /** Does it. */
  protected abstract T run() throws IOException;

  /**
   * Has it done, and waits for it.
   *
   * @param nanos how long it may take
   * @throws TimeoutException if it is not done by then
   * @throws InterruptedIOException if the thread that waits is interrupted, which it then still is
   */
  public final T within(long nanos) throws IOException, TimeoutException {
    Worker worker = new Worker(this);
    worker.start();
    try {
      // Waiting for no time at all would be waiting for ever.
      worker.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(nanos)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    }
    if (worker.isAlive()) {
      throw new TimeoutException();
    }
    if (failure instanceof IOException e) {
      throw e;
    }
    if (failure instanceof RuntimeException e) {
      throw e;
    }
    if (failure != null) {
      throw (Error) failure;
    }
    return result;
  }

  private void finish() {
    try {
      result = run();
    } catch (IOException | RuntimeException | Error e) {
      failure = e;
    }
  }

  /** The thread. It is no lambda's, which would take longer to make than most files to read. */
  private static final class Worker extends Thread {
    private final TimedTask<?> task;

    Worker(TimedTask<?> task) {
      super("luakit-timed");
      this.task = task;
      setDaemon(true);
    }

    @Override
    public void run() {
      task.finish();
    }
  }
}
