package dev.luakit.gateway;

import com.google.protobuf.ByteString;
import dev.luakit.llb.Build;
import dev.luakit.llb.Luakit;
import dev.luakit.llb.ScriptException;
import dev.luakit.proto.gateway.Ref;
import dev.luakit.proto.gateway.Result;
import dev.luakit.proto.gateway.ReturnRequest;
import dev.luakit.proto.gateway.SolveRequest;
import dev.luakit.proto.ops.Definition;
import dev.luakit.proto.rpc.Status;
import dev.luakit.stdlib.ModuleLoader;
import dev.luakit.vm.ByteStrings;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;

/** A frontend's run: one build, whose daemon is at the other end of two streams. */
public final class Gateway {
  private Gateway() {}

  /**
   * Runs a build.
   *
   * @param environment what BuildKit says about it
   * @param in what the daemon writes
   * @param out what the daemon reads; nothing else may ever be written to it
   * @return the process's exit code
   */
  public static int run(Map<String, String> environment, InputStream in, OutputStream out) {
    FrontendOptions options = new FrontendOptions(environment);
    try (Bridge bridge = new Bridge(in, out)) {
      bridge.ping();
      ReturnRequest answer;
      int code = 0;
      try {
        answer = ReturnRequest.newBuilder().setResult(build(bridge, options)).build();
      } catch (ScriptException e) {
        answer = failure(Status.newBuilder().setCode(2).setMessage(e.message()).build());
        code = 1;
      } catch (BridgeException e) {
        answer = failure(e.status());
        code = 1;
      }
      bridge.giveBack(answer);
      return code;
    }
  }

  private static ReturnRequest failure(Status status) {
    return ReturnRequest.newBuilder().setError(status).build();
  }

  private static Result build(Bridge bridge, FrontendOptions options) {
    String filename = options.get("filename", "build.lua");
    FileReader reader = new FileReader(bridge);
    Directory directory = new LocalDirectory("dockerfile", options.sessionId());
    String ref =
        reader.open(directory, List.of(filename), "load build definition from " + filename);
    byte[] script = reader.read(ref, filename);
    Build build =
        Luakit.builder()
            .buildArguments(options.all("build-arg:"))
            .build()
            .evaluate(filename, script, ModuleLoader.EMPTY);
    Definition definition;
    try {
      definition = Definition.parseFrom(build.definition().toByteArray());
    } catch (com.google.protobuf.InvalidProtocolBufferException e) {
      throw new IllegalStateException(e);
    }
    String built =
        FileReader.ref(
            bridge.solve(
                SolveRequest.newBuilder()
                    .setDefinition(definition)
                    .setAllowResultReturn(true)
                    .setAllowResultArrayRef(true)
                    .build()));
    return Result.newBuilder()
        .setRef(Ref.newBuilder().setId(built))
        .putMetadata(
            "containerimage.config",
            ByteString.copyFrom(ByteStrings.toBytes(build.definition().imageConfig())))
        .build();
  }
}
