package dev.luakit.cli.registry;

import dev.luakit.cli.registry.RegistryFailure.Kind;
import dev.luakit.llb.graph.ImageReference;
import dev.luakit.llb.graph.ResolveMode;
import dev.luakit.llb.image.ImageRequest;
import dev.luakit.llb.image.ImageResolver;
import dev.luakit.llb.image.Resolution;
import dev.luakit.vm.ByteStrings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Looks images up in their registries, all at once. What was asked once is not asked again.
 *
 * <p>Where not all images are required, one that can't be looked up is warned of, and the build
 * goes on without; but one that is there and can't be what the script means is an error.
 */
public final class RegistryImages implements ImageResolver {
  /** How long nothing is shown, in milliseconds: most look-ups are over by then. */
  private static final long QUIET = 300;

  /** What to do about a server that is not to be reached. */
  private static final String ASK_NOBODY =
      "--resolve=never asks nobody; with a lock file (luakit lock) nobody has to be asked";

  private final RegistryOptions options;
  private final RegistryNotices notices;
  private final Deadline deadline = new Deadline();
  private final Registries registries;
  private final ContentCache cache;

  /** What was warned of; once is enough. */
  private final Set<String> warned = new HashSet<>();

  /**
   * Reads the configuration files; nobody is asked yet.
   *
   * @throws RegistryConfigException if one of them or an option makes no sense
   */
  public RegistryImages(RegistryOptions options, RegistryNotices notices) {
    this.options = options;
    this.notices = notices;
    registries = new Registries(options, notices, deadline);
    cache = ContentCache.of(options);
  }

  @Override
  public List<Resolution> resolve(List<ImageRequest> requests) {
    deadline.restart();
    LinkedBlockingQueue<FutureTask<?>> done = new LinkedBlockingQueue<>();
    List<Task> tasks = new ArrayList<>();
    int asked = 0;
    for (ImageRequest request : requests) {
      Task task = null;
      if (options.required() || request.mode() != ResolveMode.LOCAL) {
        List<Server> servers = registries.of(request.reference().domain());
        task = new Task(new ImageLookup(request, servers, cache), done);
        Thread.ofVirtual().start(task);
        asked++;
      }
      tasks.add(task);
    }
    await(done, asked);
    return results(requests, tasks);
  }

  /** The look-up of one image. */
  private static final class Task extends FutureTask<Resolution.Resolved> {
    private final LinkedBlockingQueue<FutureTask<?>> done;

    Task(ImageLookup lookup, LinkedBlockingQueue<FutureTask<?>> done) {
      super(lookup);
      this.done = done;
    }

    @Override
    protected void done() {
      done.add(this);
    }
  }

  /** Waits for all tasks, or until the time is up. */
  private void await(LinkedBlockingQueue<FutureTask<?>> done, int all) {
    boolean shown = false;
    try {
      for (int count = 0; count < all; count++) {
        long wait = shown ? deadline.millis() : Math.min(QUIET, deadline.millis());
        FutureTask<?> next = done.poll(wait, TimeUnit.MILLISECONDS);
        if (!shown && next == null) {
          notices.progress(count, all);
          shown = true;
          next = done.poll(deadline.millis(), TimeUnit.MILLISECONDS);
        }
        if (next == null) {
          return;
        }
        if (shown) {
          notices.progress(count + 1, all);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      if (shown) {
        notices.endProgress();
      }
    }
  }

  private List<Resolution> results(List<ImageRequest> requests, List<Task> tasks) {
    List<Resolution> results = new ArrayList<>();
    Map<String, Away> unreachable = new LinkedHashMap<>();
    for (int i = 0; i < requests.size(); i++) {
      results.add(result(requests.get(i), tasks.get(i), unreachable));
    }
    warn(unreachable);
    return results;
  }

  /**
   * What came of one image.
   *
   * @param unreachable receives the images that could not be looked up, by why
   */
  private Resolution result(ImageRequest request, Task task, Map<String, Away> unreachable) {
    if (task == null) {
      return Resolution.UNKNOWN;
    }
    try {
      if (task.isDone()) {
        return task.get();
      }
      task.cancel(true);
      String late = "no answer within " + Deadline.ALL.toSeconds() + " seconds";
      return unresolved(request, new RegistryFailure(Kind.UNREACHABLE, late, null), unreachable);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Resolution.UNKNOWN;
    } catch (ExecutionException e) {
      return switch (e.getCause()) {
        case RegistryFailure failure -> unresolved(request, failure, unreachable);
        case RuntimeException bug -> throw bug;
        case Error error -> throw error;
        default -> throw new IllegalStateException(e.getCause());
      };
    }
  }

  private Resolution unresolved(
      ImageRequest request, RegistryFailure failure, Map<String, Away> unreachable) {
    ImageReference reference = request.reference();
    boolean away = failure.kind() == Kind.UNREACHABLE;
    String message = failure.getMessage();
    if (away) {
      message = registryOf(reference) + " can't be reached: " + message;
    }
    boolean fatal = failure.kind() == Kind.OTHER_PLATFORM || failure.kind() == Kind.MALFORMED;
    if (options.required() || fatal) {
      return failed(away ? "can't be looked up: " + message : message, failure.hint());
    }
    if (away) {
      unreachable
          .computeIfAbsent(message, why -> new Away(failure.hint(), new ArrayList<>()))
          .images
          .add(name(reference));
    } else if (warned.add(reference.format())) {
      notices.warn(
          "image \"" + name(reference) + "\" " + message + ": going on without its configuration",
          failure.hint());
    }
    return Resolution.UNKNOWN;
  }

  private static Resolution failed(String message, String hint) {
    String text = hint == null ? message : message + "; " + hint;
    return new Resolution.Failed(ByteStrings.fromText(text));
  }

  /**
   * A server that can't be reached.
   *
   * @param hint what to do about it, or null
   * @param images what it was asked for
   */
  private record Away(String hint, List<String> images) {}

  /** Warns of servers, by why they can't be reached; the same hint is given but once. */
  private void warn(Map<String, Away> unreachable) {
    for (Map.Entry<String, Away> entry : unreachable.entrySet()) {
      Away away = entry.getValue();
      if (warned.add(entry.getKey())) {
        String hint = away.hint;
        if (hint == null && warned.add(ASK_NOBODY)) {
          hint = ASK_NOBODY;
        }
        notices.warn(
            entry.getKey()
                + ": going on without the configuration of "
                + (away.images.size() == 1 ? "" : away.images.size() + " images: ")
                + String.join(", ", away.images),
            hint);
      }
    }
  }

  private String registryOf(ImageReference reference) {
    List<Server> servers = registries.of(reference.domain());
    return servers.getLast().address().toString();
  }

  /** An image's name as people write it. */
  private static String name(ImageReference reference) {
    String name = reference.format();
    return name.startsWith("docker.io/library/")
        ? name.substring("docker.io/library/".length())
        : name;
  }
}
