package dev.luakit.cli.registry;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Something that is found out once, by whoever asks first; all others wait for what came of it. */
final class Once<T> {
  private final FutureTask<T> task;

  /**
   * Nothing is found out yet.
   *
   * @param question may throw a {@link RegistryFailure}, and nothing else that is checked
   */
  Once(Callable<T> question) {
    task = new FutureTask<>(question);
  }

  /**
   * What came of it.
   *
   * @throws RegistryFailure that one which came of it, or if the thread is interrupted
   */
  T get() throws RegistryFailure {
    task.run();
    try {
      return task.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RegistryFailure(RegistryFailure.Kind.UNREACHABLE, "the time is up", null);
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case RegistryFailure failure -> throw failure;
        case RuntimeException bug -> throw bug;
        case Error error -> throw error;
        default -> throw new IllegalStateException(e.getCause());
      }
    }
  }
}
