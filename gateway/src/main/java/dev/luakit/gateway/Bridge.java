package dev.luakit.gateway;

import dev.luakit.proto.gateway.InputsRequest;
import dev.luakit.proto.gateway.InputsResponse;
import dev.luakit.proto.gateway.PingRequest;
import dev.luakit.proto.gateway.PongResponse;
import dev.luakit.proto.gateway.ReadFileRequest;
import dev.luakit.proto.gateway.ReadFileResponse;
import dev.luakit.proto.gateway.ResolveImageConfigRequest;
import dev.luakit.proto.gateway.ResolveImageConfigResponse;
import dev.luakit.proto.gateway.ResolveSourceMetaRequest;
import dev.luakit.proto.gateway.ResolveSourceMetaResponse;
import dev.luakit.proto.gateway.ReturnRequest;
import dev.luakit.proto.gateway.SolveRequest;
import dev.luakit.proto.gateway.SolveResponse;
import dev.luakit.proto.gateway.WarnRequest;
import io.grpc.CallOptions;
import io.grpc.ConnectivityState;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import io.grpc.StatusRuntimeException;
import io.grpc.okhttp.OkHttpChannelBuilder;
import io.grpc.stub.ClientCalls;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.TimeUnit;

/**
 * The daemon, as a frontend sees it. Every call may be made from any thread. All throw {@link
 * BridgeException} where the daemon says no, and {@link AbandonedException} where the connection is
 * lost or the thread is interrupted, which cancels the call.
 */
final class Bridge implements AutoCloseable {
  /** Seconds until a daemon that does not answer at all counts as gone. */
  private static final int PING_SECONDS = 60;

  /** BuildKit sends no message of more than 16 MiB. */
  private static final int MOST_BYTES = 64 << 20;

  private final ManagedChannel channel;
  private volatile boolean lost;
  private volatile boolean closing;

  /**
   * Connects, in the background.
   *
   * @param in what the daemon writes
   * @param out what the daemon reads
   * @param whenLost run once, on any thread, when the daemon is gone
   */
  Bridge(InputStream in, OutputStream out, Runnable whenLost) {
    WatchedInput watched =
        new WatchedInput(
            in,
            () -> {
              if (!closing) {
                lost = true;
                whenLost.run();
              }
            });
    // The address is a number, so that nobody is asked for it; nothing is ever sent there.
    channel =
        OkHttpChannelBuilder.forAddress("127.0.0.1", 1)
            .usePlaintext()
            .overrideAuthority("localhost")
            .socketFactory(new PipeSocketFactory(new PipeSocket(watched, out)))
            .proxyDetector(address -> null)
            .disableServiceConfigLookUp()
            .disableRetry()
            .idleTimeout(365, TimeUnit.DAYS)
            .maxInboundMessageSize(MOST_BYTES)
            .build();
  }

  /** Whether the daemon is gone. */
  boolean isLost() {
    return lost;
  }

  PongResponse ping() {
    return call(
        BridgeMethods.PING,
        PingRequest.getDefaultInstance(),
        CallOptions.DEFAULT.withDeadlineAfter(PING_SECONDS, TimeUnit.SECONDS));
  }

  ResolveImageConfigResponse resolveImageConfig(ResolveImageConfigRequest request) {
    return call(BridgeMethods.RESOLVE_IMAGE_CONFIG, request);
  }

  ResolveSourceMetaResponse resolveSourceMeta(ResolveSourceMetaRequest request) {
    return call(BridgeMethods.RESOLVE_SOURCE_META, request);
  }

  SolveResponse solve(SolveRequest request) {
    return call(BridgeMethods.SOLVE, request);
  }

  ReadFileResponse readFile(ReadFileRequest request) {
    return call(BridgeMethods.READ_FILE, request);
  }

  InputsResponse inputs() {
    return call(BridgeMethods.INPUTS, InputsRequest.getDefaultInstance());
  }

  void warn(WarnRequest request) {
    call(BridgeMethods.WARN, request);
  }

  /** Tells what came of the build; to be called once. */
  void giveBack(ReturnRequest request) {
    call(BridgeMethods.RETURN, request);
  }

  private <Q, A> A call(MethodDescriptor<Q, A> method, Q request) {
    return call(method, request, CallOptions.DEFAULT);
  }

  private <Q, A> A call(MethodDescriptor<Q, A> method, Q request, CallOptions options) {
    try {
      return ClientCalls.blockingUnaryCall(channel, method, options, request);
    } catch (StatusRuntimeException e) {
      boolean connected = channel.getState(false) == ConnectivityState.READY;
      if (lost || !connected || Thread.currentThread().isInterrupted()) {
        throw new AbandonedException(e);
      }
      throw new BridgeException(e);
    }
  }

  @Override
  public void close() {
    closing = true;
    channel.shutdownNow();
  }
}
