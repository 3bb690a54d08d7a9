package dev.luakit.gateway;

import com.google.gson.JsonObject;
import com.google.protobuf.Any;
import com.google.protobuf.ByteString;
import dev.luakit.proto.ops.Range;
import dev.luakit.proto.ops.SourceInfo;
import dev.luakit.proto.rpc.Status;

/** Failures in the words in which BuildKit passes them on to its clients. */
final class Failure {
  /** gRPC's code for which clients show nothing but the message. */
  private static final int UNKNOWN = 2;

  /** What BuildKit calls the detail that its clients show as an excerpt; it is JSON. */
  private static final String SOURCE_DETAIL = "github.com/moby/buildkit/errdefs.Source+json";

  /** gRPC's code for what a service does not know. */
  private static final int UNIMPLEMENTED = 12;

  /** What BuildKit calls the detail that names a request that is not known; it is JSON too. */
  private static final String REQUEST_DETAIL = "github.com/moby/buildkit/errdefs.Subrequest+json";

  private Failure() {}

  /** A failure of which there is only a message. */
  static Status of(String message) {
    return Status.newBuilder().setCode(UNKNOWN).setMessage(message).build();
  }

  /**
   * A failure at a place in a script.
   *
   * @param source the file; null where that is not known
   * @param range where in it; null where that is not known
   */
  static Status of(String message, SourceInfo source, Range range) {
    Status status = of(message);
    if (source == null || range == null) {
      return status;
    }
    return status.toBuilder()
        .addDetails(
            Any.newBuilder()
                .setTypeUrl(SOURCE_DETAIL)
                .setValue(ByteString.copyFromUtf8(json(source, range))))
        .build();
  }

  /** A request that is not known. */
  static Status of(UnsupportedRequestException failure) {
    JsonObject name = new JsonObject();
    name.addProperty("name", failure.request());
    return Status.newBuilder()
        .setCode(UNIMPLEMENTED)
        .setMessage(failure.getMessage())
        .addDetails(
            Any.newBuilder()
                .setTypeUrl(REQUEST_DETAIL)
                .setValue(ByteString.copyFromUtf8(name.toString())))
        .build();
  }

  private static String json(SourceInfo source, Range range) {
    JsonObject json = new JsonObject();
    json.add("info", Places.json(source));
    json.add("ranges", Places.ranges(range));
    return json.toString();
  }
}
