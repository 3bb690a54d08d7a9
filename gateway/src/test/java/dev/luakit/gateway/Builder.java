package dev.luakit.gateway;

import dev.luakit.llb.ScriptException;
import dev.luakit.proto.gateway.Result;
import dev.luakit.proto.gateway.ReturnRequest;
import dev.luakit.proto.ops.Op;
import dev.luakit.vm.Limits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** Starts builds at a double, as BuildKit starts a frontend. */
final class Builder {
  static final String SESSION = "session-1";

  private static final int SECONDS = 60;

  private final BuildKitDouble daemon;
  private final Map<String, String> options = new LinkedHashMap<>();
  private Limits limits = Limits.DEFAULT;

  Builder(BuildKitDouble daemon) {
    this.daemon = daemon;
  }

  /** Messages without excerpts, and whatever limits a test wants. */
  final class PlainManners implements Manners {
    @Override
    public String describe(ScriptException error) {
      return error.file() + ":" + error.line() + ": " + error.message();
    }

    @Override
    public String visible(String text) {
      return text.replace('\33', '?');
    }

    @Override
    public Limits limits(Map<String, String> given) {
      String time = given.get("TIMEOUT");
      if (time != null) {
        throw new IllegalArgumentException("LUAKIT_TIMEOUT: '" + time + "' is not a duration");
      }
      return limits;
    }
  }

  Builder option(String name, String value) {
    options.put(name, value);
    return this;
  }

  Builder limits(Limits limits) {
    this.limits = limits;
    return this;
  }

  private Map<String, String> environment() {
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("PATH", "/bin");
    environment.put("BUILDKIT_SESSION_ID", SESSION);
    int i = 0;
    for (Map.Entry<String, String> option : options.entrySet()) {
      environment.put("BUILDKIT_FRONTEND_OPT_" + i++, option.getKey() + "=" + option.getValue());
    }
    return environment;
  }

  /** Starts a build and does not wait for it. */
  FutureTask<Gateway.Ending> start() {
    return start(thread -> {});
  }

  /** The same; {@code started} is given the build's thread. */
  FutureTask<Gateway.Ending> start(Consumer<Thread> started) {
    FutureTask<Gateway.Ending> task =
        new FutureTask<>(
            () -> {
              try (Socket socket = daemon.connect()) {
                return new Gateway(environment(), new PlainManners())
                    .run(socket.getInputStream(), socket.getOutputStream());
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    Thread thread = new Thread(null, task, "frontend", 16 << 20);
    thread.setDaemon(true);
    started.accept(thread);
    thread.start();
    return task;
  }

  static Gateway.Ending await(FutureTask<Gateway.Ending> task) throws InterruptedException {
    try {
      return task.get(SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new AssertionError(e);
    }
  }

  /** Runs a build, which must end well. */
  Result build() throws InterruptedException {
    Gateway.Ending ending = await(start());
    ReturnRequest returned = daemon.returned();
    if (ending != Gateway.Ending.DONE || !returned.hasResult()) {
      throw new AssertionError(ending + ": " + returned.getError());
    }
    return returned.getResult();
  }

  /** Runs a build of one platform; gives the operations of its result. */
  List<Op> buildOps() throws InterruptedException {
    return daemon.built(build().getRef().getId());
  }

  /** Runs a build, which must fail. */
  dev.luakit.proto.rpc.Status fail() throws InterruptedException {
    Gateway.Ending ending = await(start());
    ReturnRequest returned = daemon.returned();
    if (ending != Gateway.Ending.FAILED || !returned.hasError() || returned.hasResult()) {
      throw new AssertionError(ending + ": " + returned);
    }
    return returned.getError();
  }
}
