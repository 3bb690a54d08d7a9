package dev.luakit.gateway;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.luakit.llb.graph.Location;
import dev.luakit.proto.ops.Position;
import dev.luakit.proto.ops.Range;
import dev.luakit.proto.ops.SourceInfo;
import java.util.Base64;

/** Places in scripts, in BuildKit's words: as messages, and in JSON, which leaves out what is 0. */
final class Places {
  private Places() {}

  /** A call. */
  static Range range(Location call) {
    return Range.newBuilder()
        .setStart(position(call.startLine(), call.startColumn()))
        .setEnd(position(call.endLine(), call.endColumn()))
        .build();
  }

  /**
   * A line, which clients show as a whole.
   *
   * @param line from 1
   * @param column where in it to look, from 1; 0 where that is not known
   */
  static Range range(int line, int column) {
    Position position = position(line, Math.max(column - 1, 0));
    return Range.newBuilder().setStart(position).setEnd(position).build();
  }

  private static Position position(int line, int character) {
    return Position.newBuilder().setLine(line).setCharacter(character).build();
  }

  /**
   * A place in one of several files.
   *
   * @param source which of them, from 0
   */
  static JsonObject json(int source, Range range) {
    JsonObject place = new JsonObject();
    if (source > 0) {
      place.addProperty("sourceIndex", source);
    }
    place.add("ranges", ranges(range));
    return place;
  }

  /** A place in a file that is known. */
  static JsonArray ranges(Range range) {
    JsonObject json = new JsonObject();
    json.add("start", json(range.getStart()));
    json.add("end", json(range.getEnd()));
    JsonArray ranges = new JsonArray();
    ranges.add(json);
    return ranges;
  }

  private static JsonObject json(Position position) {
    JsonObject json = new JsonObject();
    json.addProperty("line", position.getLine());
    if (position.getCharacter() > 0) {
      json.addProperty("character", position.getCharacter());
    }
    return json;
  }

  /** A file. */
  static JsonObject json(SourceInfo file) {
    JsonObject json = new JsonObject();
    json.addProperty("filename", file.getFilename());
    json.addProperty("data", Base64.getEncoder().encodeToString(file.getData().toByteArray()));
    json.addProperty("language", file.getLanguage());
    return json;
  }
}
