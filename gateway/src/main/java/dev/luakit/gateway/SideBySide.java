package dev.luakit.gateway;

import dev.luakit.llb.Luakit;
import dev.luakit.llb.graph.Platform;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;

/** Builds for several platforms at once, each on a thread of its own. */
final class SideBySide {
  /** What a script may need that is nested as deeply as its limits allow. */
  private static final long STACK_BYTES = 16 << 20;

  private SideBySide() {}

  /**
   * Builds for all platforms; the first that fails ends the others.
   *
   * @param printed gets what the script prints, which is told once, not once for each platform
   */
  static List<PlatformBuild> build(
      PlatformBuild.Plan plan,
      Luakit.Builder settings,
      List<Platform> platforms,
      PrintedLines printed) {
    List<FutureTask<PlatformBuild>> tasks = new ArrayList<>();
    List<Thread> threads = new ArrayList<>();
    LinkedBlockingQueue<FutureTask<PlatformBuild>> ended = new LinkedBlockingQueue<>();
    for (int i = 0; i < platforms.size(); i++) {
      Platform platform = platforms.get(i);
      Luakit luakit = settings.platform(platform).print(i == 0 ? printed : null).build();
      FutureTask<PlatformBuild> task =
          new FutureTask<>(() -> plan.carryOut(luakit, platform)) {
            @Override
            protected void done() {
              ended.add(this);
            }
          };
      tasks.add(task);
      threads.add(new Thread(null, task, "build " + platform.format(), STACK_BYTES));
    }
    for (Thread thread : threads) {
      thread.setDaemon(true);
      thread.start();
    }
    try {
      for (int i = 0; i < tasks.size(); i++) {
        ended.take().get(); // In the order in which they end: the first failure is the one to tell.
      }
      List<PlatformBuild> built = new ArrayList<>();
      for (FutureTask<PlatformBuild> task : tasks) {
        built.add(task.get());
      }
      return built;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AbandonedException(e);
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case RuntimeException failure -> throw failure;
        case Error failure -> throw failure;
        default -> throw new IllegalStateException(e.getCause());
      }
    } finally {
      for (Thread thread : threads) {
        thread.interrupt();
      }
    }
  }
}
