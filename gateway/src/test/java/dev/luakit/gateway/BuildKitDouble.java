package dev.luakit.gateway;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageLite;
import dev.luakit.proto.gateway.APICap;
import dev.luakit.proto.gateway.InputsResponse;
import dev.luakit.proto.gateway.PongResponse;
import dev.luakit.proto.gateway.ReadFileRequest;
import dev.luakit.proto.gateway.ReadFileResponse;
import dev.luakit.proto.gateway.Ref;
import dev.luakit.proto.gateway.ResolveImageConfigRequest;
import dev.luakit.proto.gateway.ResolveImageConfigResponse;
import dev.luakit.proto.gateway.ResolveSourceImageResponse;
import dev.luakit.proto.gateway.ResolveSourceMetaRequest;
import dev.luakit.proto.gateway.ResolveSourceMetaResponse;
import dev.luakit.proto.gateway.Result;
import dev.luakit.proto.gateway.ReturnRequest;
import dev.luakit.proto.gateway.ReturnResponse;
import dev.luakit.proto.gateway.SolveRequest;
import dev.luakit.proto.gateway.SolveResponse;
import dev.luakit.proto.gateway.WarnRequest;
import dev.luakit.proto.gateway.WarnResponse;
import dev.luakit.proto.gateway.WorkerRecord;
import dev.luakit.proto.ops.Definition;
import dev.luakit.proto.ops.Op;
import dev.luakit.proto.ops.Platform;
import dev.luakit.proto.ops.SourceOp;
import io.grpc.InsecureServerCredentials;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Server;
import io.grpc.ServerServiceDefinition;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.okhttp.OkHttpServerBuilder;
import io.grpc.stub.ServerCalls;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * A daemon that builds nothing. It serves what a frontend asks for from tables, as BuildKit would,
 * and keeps all that it is told. Of a local directory it gives only the files that were
 * transferred.
 */
final class BuildKitDouble implements AutoCloseable {
  static final String DIGEST = "sha256:" + "ab".repeat(32);
  static final String CONFIG =
      "{\"architecture\":\"amd64\",\"os\":\"linux\",\"config\":{\"Env\":[\"PATH=/bin\"],"
          + "\"WorkingDir\":\"/work\"}}";

  /** What came over the wire, in order. */
  final List<MessageLite> calls = new CopyOnWriteArrayList<>();

  final Map<String, Map<String, String>> directories = new TreeMap<>();

  /** What is at a URL, or in a repository: files by path. */
  final Map<String, Map<String, String>> sources = new TreeMap<>();

  /** Configurations of images by reference; all others have {@link #CONFIG}. */
  final Map<String, String> images = new TreeMap<>();

  /** What the daemon's policy puts in the place of sources. */
  final Map<String, String> replacements = new TreeMap<>();

  final Map<String, Definition> inputs = new HashMap<>();
  final List<String> callCapabilities =
      new ArrayList<>(
          List.of(
              "return",
              "returnmap",
              "proto.refarray",
              "importcaches",
              "frontend.inputs",
              "gateway.warnings",
              "source.metaresolver"));
  final List<String> lacking = new ArrayList<>();
  final List<String> platforms = new ArrayList<>(List.of("linux/amd64"));

  /** Called before each answer; what it throws is the answer. */
  volatile Function<MessageLite, RuntimeException> trouble = message -> null;

  private final Map<String, Definition> solved = new ConcurrentHashMap<>();
  private final AtomicInteger refs = new AtomicInteger();
  private final Server server;

  BuildKitDouble() throws IOException {
    ServerServiceDefinition.Builder service =
        ServerServiceDefinition.builder(BridgeMethods.SERVICE);
    add(service, BridgeMethods.PING, request -> pong());
    add(service, BridgeMethods.INPUTS, request -> inputs());
    add(service, BridgeMethods.SOLVE, this::solve);
    add(service, BridgeMethods.READ_FILE, this::read);
    add(service, BridgeMethods.RESOLVE_SOURCE_META, this::resolve);
    add(service, BridgeMethods.RESOLVE_IMAGE_CONFIG, this::resolve);
    add(service, BridgeMethods.WARN, request -> WarnResponse.getDefaultInstance());
    add(service, BridgeMethods.RETURN, request -> ReturnResponse.getDefaultInstance());
    server =
        OkHttpServerBuilder.forPort(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                InsecureServerCredentials.create())
            .addService(service.build())
            .build()
            .start();
  }

  private <Q extends MessageLite, A> void add(
      ServerServiceDefinition.Builder service,
      MethodDescriptor<Q, A> method,
      Function<Q, A> handler) {
    service.addMethod(
        method,
        ServerCalls.asyncUnaryCall(
            (request, observer) -> {
              calls.add(request);
              try {
                RuntimeException refusal = trouble.apply(request);
                if (refusal != null) {
                  throw refusal;
                }
                A answer = handler.apply(request);
                observer.onNext(answer);
                observer.onCompleted();
              } catch (RuntimeException e) {
                observer.onError(e);
              }
            }));
  }

  /** A connection to it, which stands for the two pipes. */
  Socket connect() throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), server.getPort());
  }

  /** Breaks all connections. */
  void vanish() {
    server.shutdownNow();
  }

  @Override
  public void close() {
    server.shutdownNow();
  }

  // ---- what it was told

  /** All calls of a kind. */
  <M extends MessageLite> List<M> calls(Class<M> kind) {
    List<M> found = new ArrayList<>();
    for (MessageLite call : calls) {
      if (kind.isInstance(call)) {
        found.add(kind.cast(call));
      }
    }
    return found;
  }

  /** The one answer that the frontend gave. */
  ReturnRequest returned() {
    List<ReturnRequest> all = calls(ReturnRequest.class);
    if (all.size() != 1) {
      throw new AssertionError("Return was called " + all.size() + " times");
    }
    return all.getFirst();
  }

  /** The messages of all warnings. */
  List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    for (WarnRequest warning : calls(WarnRequest.class)) {
      warnings.add(warning.getShort().toStringUtf8());
    }
    return warnings;
  }

  /** The files that were asked for from a local directory, over all transfers. */
  List<String> transferred(String directory) {
    List<String> paths = new ArrayList<>();
    for (SolveRequest request : calls(SolveRequest.class)) {
      for (Op op : ops(request.getDefinition())) {
        if (op.getSource().getIdentifier().equals("local://" + directory)) {
          paths.addAll(followed(op.getSource()));
        }
      }
    }
    return paths;
  }

  /** The operations of the definition that a reference stands for, without the last one. */
  List<Op> built(String ref) {
    List<Op> ops = ops(solved.get(ref));
    return ops.subList(0, ops.size() - 1);
  }

  /** The definition that a reference stands for. */
  Definition definition(String ref) {
    return solved.get(ref);
  }

  static List<Op> ops(Definition definition) {
    List<Op> ops = new ArrayList<>();
    for (ByteString bytes : definition.getDefList()) {
      try {
        ops.add(Op.parseFrom(bytes));
      } catch (InvalidProtocolBufferException e) {
        throw new AssertionError(e);
      }
    }
    return ops;
  }

  // ---- what it answers

  private PongResponse pong() {
    PongResponse.Builder pong = PongResponse.newBuilder();
    for (String capability : callCapabilities) {
      pong.addFrontendAPICaps(APICap.newBuilder().setID(capability).setEnabled(true));
    }
    if (!callCapabilities.isEmpty()) {
      for (String capability : Capabilities.ALL) {
        boolean enabled = !lacking.contains(capability);
        pong.addLLBCaps(APICap.newBuilder().setID(capability).setEnabled(enabled));
      }
    }
    WorkerRecord.Builder worker = WorkerRecord.newBuilder();
    for (String platform : platforms) {
      String[] parts = platform.split("/");
      worker.addPlatforms(Platform.newBuilder().setOS(parts[0]).setArchitecture(parts[1]));
    }
    return pong.addWorkers(worker).build();
  }

  private InputsResponse inputs() {
    return InputsResponse.newBuilder().putAllDefinitions(inputs).build();
  }

  private SolveResponse solve(SolveRequest request) {
    for (Op op : ops(request.getDefinition())) {
      String identifier = op.getSource().getIdentifier();
      if (identifier.startsWith("local://")
          && !directories.containsKey(identifier.substring("local://".length()))) {
        String name = identifier.substring("local://".length());
        throw Status.NOT_FOUND
            .withDescription("no access allowed to dir \"" + name + "\"")
            .asRuntimeException();
      }
    }
    String ref = "ref" + refs.incrementAndGet();
    solved.put(ref, request.getDefinition());
    return SolveResponse.newBuilder()
        .setResult(Result.newBuilder().setRef(Ref.newBuilder().setId(ref)))
        .build();
  }

  private ReadFileResponse read(ReadFileRequest request) {
    Definition definition = solved.get(request.getRef());
    for (Op op : ops(definition)) {
      String identifier = op.getSource().getIdentifier();
      Map<String, String> files = sources.get(identifier);
      if (identifier.startsWith("local://")) {
        files =
            followed(op.getSource()).contains(request.getFilePath())
                ? directories.get(identifier.substring("local://".length()))
                : Map.of();
      }
      if (files != null && files.containsKey(request.getFilePath())) {
        byte[] bytes = files.get(request.getFilePath()).getBytes(StandardCharsets.UTF_8);
        return ReadFileResponse.newBuilder().setData(ByteString.copyFrom(bytes)).build();
      }
    }
    throw Status.UNKNOWN
        .withDescription("open /tmp/x/" + request.getFilePath() + ": no such file or directory")
        .asRuntimeException();
  }

  private static List<String> followed(SourceOp source) {
    String json = source.getAttrsMap().getOrDefault("local.followpaths", "[]");
    List<String> paths = new ArrayList<>();
    com.google.gson.JsonParser.parseString(json)
        .getAsJsonArray()
        .forEach(path -> paths.add(path.getAsString()));
    return paths;
  }

  private ResolveSourceMetaResponse resolve(ResolveSourceMetaRequest request) {
    String reference = request.getSource().getIdentifier().substring("docker-image://".length());
    return ResolveSourceMetaResponse.newBuilder()
        .setSource(
            request.getSource().toBuilder()
                .setIdentifier(
                    replacements.getOrDefault(
                        request.getSource().getIdentifier(), request.getSource().getIdentifier())))
        .setImage(
            ResolveSourceImageResponse.newBuilder()
                .setDigest(DIGEST)
                .setConfig(ByteString.copyFromUtf8(images.getOrDefault(reference, CONFIG))))
        .build();
  }

  private ResolveImageConfigResponse resolve(ResolveImageConfigRequest request) {
    return ResolveImageConfigResponse.newBuilder()
        .setDigest(DIGEST)
        .setConfig(ByteString.copyFromUtf8(images.getOrDefault(request.getRef(), CONFIG)))
        .build();
  }

  /** A refusal with details, as a build that fails has them. */
  static StatusRuntimeException refusal(dev.luakit.proto.rpc.Status status) {
    Metadata trailers = new Metadata();
    trailers.put(
        Metadata.Key.of("grpc-status-details-bin", Metadata.BINARY_BYTE_MARSHALLER),
        status.toByteArray());
    return Status.fromCodeValue(status.getCode())
        .withDescription(status.getMessage())
        .asRuntimeException(trailers);
  }
}
