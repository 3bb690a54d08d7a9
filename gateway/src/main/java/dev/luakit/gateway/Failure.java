package dev.luakit.gateway;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.protobuf.Any;
import com.google.protobuf.ByteString;
import dev.luakit.proto.ops.Position;
import dev.luakit.proto.ops.Range;
import dev.luakit.proto.ops.SourceInfo;
import dev.luakit.proto.rpc.Status;
import java.util.Base64;

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
    JsonObject info = new JsonObject();
    info.addProperty("filename", source.getFilename());
    info.addProperty("data", Base64.getEncoder().encodeToString(source.getData().toByteArray()));
    info.addProperty("language", source.getLanguage());
    JsonObject place = new JsonObject();
    place.add("start", json(range.getStart()));
    place.add("end", json(range.getEnd()));
    JsonArray ranges = new JsonArray();
    ranges.add(place);
    JsonObject json = new JsonObject();
    json.add("info", info);
    json.add("ranges", ranges);
    return json.toString();
  }

  private static JsonObject json(Position position) {
    JsonObject json = new JsonObject();
    json.addProperty("line", position.getLine());
    json.addProperty("character", position.getCharacter());
    return json;
  }

  /** The whole of a line, or of a part of it that begins at a column. */
  static Range range(int line, int column) {
    Position position =
        Position.newBuilder().setLine(line).setCharacter(Math.max(column - 1, 0)).build();
    return Range.newBuilder().setStart(position).setEnd(position).build();
  }
}
