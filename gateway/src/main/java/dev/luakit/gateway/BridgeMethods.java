package dev.luakit.gateway;

import com.google.protobuf.MessageLite;
import com.google.protobuf.Parser;
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
import dev.luakit.proto.gateway.ReturnResponse;
import dev.luakit.proto.gateway.SolveRequest;
import dev.luakit.proto.gateway.SolveResponse;
import dev.luakit.proto.gateway.WarnRequest;
import dev.luakit.proto.gateway.WarnResponse;
import io.grpc.MethodDescriptor;

/** The calls of the service that BuildKit offers to frontends. */
final class BridgeMethods {
  static final String SERVICE = "moby.buildkit.v1.frontend.LLBBridge";

  static final MethodDescriptor<PingRequest, PongResponse> PING =
      method("Ping", PingRequest.parser(), PongResponse.parser());
  static final MethodDescriptor<ResolveImageConfigRequest, ResolveImageConfigResponse>
      RESOLVE_IMAGE_CONFIG =
          method(
              "ResolveImageConfig",
              ResolveImageConfigRequest.parser(),
              ResolveImageConfigResponse.parser());
  static final MethodDescriptor<ResolveSourceMetaRequest, ResolveSourceMetaResponse>
      RESOLVE_SOURCE_META =
          method(
              "ResolveSourceMeta",
              ResolveSourceMetaRequest.parser(),
              ResolveSourceMetaResponse.parser());
  static final MethodDescriptor<SolveRequest, SolveResponse> SOLVE =
      method("Solve", SolveRequest.parser(), SolveResponse.parser());
  static final MethodDescriptor<ReadFileRequest, ReadFileResponse> READ_FILE =
      method("ReadFile", ReadFileRequest.parser(), ReadFileResponse.parser());
  static final MethodDescriptor<InputsRequest, InputsResponse> INPUTS =
      method("Inputs", InputsRequest.parser(), InputsResponse.parser());
  static final MethodDescriptor<WarnRequest, WarnResponse> WARN =
      method("Warn", WarnRequest.parser(), WarnResponse.parser());
  static final MethodDescriptor<ReturnRequest, ReturnResponse> RETURN =
      method("Return", ReturnRequest.parser(), ReturnResponse.parser());

  private BridgeMethods() {}

  private static <Q extends MessageLite, A extends MessageLite> MethodDescriptor<Q, A> method(
      String name, Parser<Q> request, Parser<A> response) {
    return MethodDescriptor.newBuilder(
            new MessageMarshaller<>(request), new MessageMarshaller<>(response))
        .setType(MethodDescriptor.MethodType.UNARY)
        .setFullMethodName(MethodDescriptor.generateFullMethodName(SERVICE, name))
        .build();
  }
}
