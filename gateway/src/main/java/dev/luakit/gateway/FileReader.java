package dev.luakit.gateway;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.luakit.proto.gateway.ReadFileRequest;
import dev.luakit.proto.gateway.Result;
import dev.luakit.proto.gateway.SolveRequest;
import dev.luakit.proto.gateway.SolveResponse;
import dev.luakit.proto.ops.Definition;
import java.util.List;

/** Reads files of directories. Only the files that are asked for are transferred. */
final class FileReader {
  private final Bridge bridge;

  FileReader(Bridge bridge) {
    this.bridge = bridge;
  }

  /**
   * Transfers files, and makes them ready to be read.
   *
   * @param paths the files that are wanted, whether they are there or not
   * @param purpose what the build's progress says of it
   * @return what {@link #read} takes
   */
  String open(Directory directory, List<String> paths, String purpose) {
    Definition definition;
    try {
      definition = Definition.parseFrom(directory.definition(paths, purpose));
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException(e);
    }
    SolveResponse response =
        bridge.solve(
            SolveRequest.newBuilder()
                .setDefinition(definition)
                .setAllowResultReturn(true)
                .setAllowResultArrayRef(true)
                .build());
    return ref(response);
  }

  /** The one reference of a result; empty for scratch. */
  static String ref(SolveResponse response) {
    Result result = response.getResult();
    return switch (result.getResultCase()) {
      case REF -> result.getRef().getId();
      case REFDEPRECATED -> result.getRefDeprecated();
      default -> response.getRef();
    };
  }

  /**
   * Reads a file.
   *
   * @return its bytes, or null where there is none
   */
  byte[] read(String ref, String path) {
    if (ref.isEmpty()) {
      return null;
    }
    try {
      return bridge
          .readFile(ReadFileRequest.newBuilder().setRef(ref).setFilePath(path).build())
          .getData()
          .toByteArray();
    } catch (BridgeException e) {
      if (e.text().contains("no such file or directory")) {
        return null;
      }
      throw e;
    }
  }
}
