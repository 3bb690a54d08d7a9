package dev.luakit.gateway;

import dev.luakit.proto.gateway.FileRange;
import dev.luakit.proto.gateway.ReadFileRequest;
import io.grpc.Status;
import java.io.IOException;
import java.util.List;

/** Reads files of directories, through the daemon. */
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
    return Solving.solve(bridge, directory.definition(paths, purpose), List.of());
  }

  /**
   * Reads a file.
   *
   * @return its bytes, or null where there is none
   * @throws IOException if it can't be read; the message says why, to follow the file's name
   */
  byte[] read(String ref, String path) throws IOException {
    return read(ReadFileRequest.newBuilder().setRef(ref).setFilePath(path).build());
  }

  /**
   * Reads how a file begins.
   *
   * @param length how many bytes are wanted; a shorter file gives fewer
   * @return the bytes, or null where there is no file
   * @throws IOException if it can't be read; the message says why, to follow the file's name
   */
  byte[] readStart(String ref, String path, int length) throws IOException {
    FileRange start = FileRange.newBuilder().setLength(length).build();
    return read(ReadFileRequest.newBuilder().setRef(ref).setFilePath(path).setRange(start).build());
  }

  private byte[] read(ReadFileRequest request) throws IOException {
    if (request.getRef().isEmpty()) {
      return null;
    }
    try {
      return bridge.readFile(request).getData().toByteArray();
    } catch (BridgeException e) {
      String reason = e.text();
      // The daemon has no code of its own for these two.
      if (reason.contains("no such file or directory") || reason.contains("not a directory")) {
        return null;
      }
      if (reason.endsWith("is a directory")) {
        return null;
      }
      if (e.is(Status.Code.RESOURCE_EXHAUSTED)) {
        throw new IOException("it is longer than 16 MiB", e);
      }
      throw new IOException(reason, e);
    }
  }
}
