package dev.luakit.gateway;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.protobuf.ByteString;
import dev.luakit.llb.Build;
import dev.luakit.llb.Luakit;
import dev.luakit.proto.gateway.Result;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** Requests that want to know something of a build, and build nothing. */
final class Subrequests {
  static final String DESCRIBE = "frontend.subrequests.describe";
  static final String OUTLINE = "frontend.outline";
  static final String TARGETS = "frontend.targets";
  static final String LINT = "frontend.lint";

  /** The version of all the formats. */
  private static final String VERSION = "1.0.0";

  private Subrequests() {}

  /**
   * Answers a request.
   *
   * @param target what {@code bk.target} is, or empty
   * @param luakit evaluates the script; it need not resolve images
   * @param manners what keeps the client's terminal from obeying the script
   * @throws UnsupportedRequestException if it is not one of those that this frontend knows
   */
  static Result answer(
      String request, String target, PlatformBuild.Plan plan, Luakit luakit, Manners manners) {
    return switch (request) {
      case DESCRIBE -> describe(manners);
      case OUTLINE -> {
        Build build = plan.evaluate(luakit);
        yield Outline.of(build, target, plan).toResult(manners);
      }
      case LINT -> {
        // What is wrong with a script is an error of its own, with the place in it.
        yield Lint.of(plan.files(), plan.evaluate(luakit), manners);
      }
      case TARGETS -> Targets.of(plan.files().script()).toResult(manners);
      default -> throw new UnsupportedRequestException(request);
    };
  }

  private static Result describe(Manners manners) {
    JsonArray requests = new JsonArray();
    requests.add(request(OUTLINE, "List all parameters current build target supports", "target"));
    requests.add(request(TARGETS, "List all targets current build supports", null));
    requests.add(request(LINT, "Check the script without building anything", "target"));
    requests.add(request(DESCRIBE, "List available subrequest types", null));
    TextTable table = new TextTable(1, "NAME", "VERSION", "DESCRIPTION");
    for (JsonElement element : requests) {
      JsonObject request = element.getAsJsonObject();
      table.add(
          request.get("name").getAsString().substring("frontend.".length()),
          VERSION,
          request.get("description").getAsString());
    }
    return result(requests, table.toString(), manners);
  }

  private static JsonObject request(String name, String description, String option) {
    JsonObject request = new JsonObject();
    request.addProperty("name", name);
    request.addProperty("version", VERSION);
    request.addProperty("type", "rpc");
    request.addProperty("description", description);
    JsonArray options = new JsonArray();
    if (option != null) {
      options.add(named(option, "What bk.target is"));
    }
    request.add("opts", options);
    request.add("inputs", new JsonArray());
    JsonArray metadata = new JsonArray();
    for (String key : List.of("result.json", "result.txt")) {
      metadata.add(named(key, ""));
    }
    request.add("metadata", metadata);
    request.add("refs", new JsonArray());
    return request;
  }

  private static JsonObject named(String name, String description) {
    JsonObject named = new JsonObject();
    named.addProperty("name", name);
    named.addProperty("description", description);
    return named;
  }

  /** An answer, for programs and for people. */
  static Result result(JsonElement json, String text, Manners manners) {
    String pretty =
        new GsonBuilder()
            .setPrettyPrinting()
            .disableHtmlEscaping()
            .create()
            .toJson(visible(json, manners));
    return Result.newBuilder()
        .putMetadata("result.json", ByteString.copyFromUtf8(pretty))
        .putMetadata("result.txt", ByteString.copyFromUtf8(visible(text, manners)))
        .putMetadata("version", ByteString.copyFromUtf8(VERSION))
        .build();
  }

  /** The same for terminals: clients print the texts that they find in JSON. */
  private static JsonElement visible(JsonElement json, Manners manners) {
    return switch (json) {
      case JsonObject object -> {
        JsonObject members = new JsonObject();
        for (Map.Entry<String, JsonElement> member : object.entrySet()) {
          members.add(member.getKey(), visible(member.getValue(), manners));
        }
        yield members;
      }
      case JsonArray array -> {
        JsonArray elements = new JsonArray(array.size());
        for (JsonElement element : array) {
          elements.add(visible(element, manners));
        }
        yield elements;
      }
      case JsonPrimitive value when value.isString() ->
          new JsonPrimitive(visible(value.getAsString(), manners));
      default -> json;
    };
  }

  private static String visible(String text, Manners manners) {
    StringJoiner lines = new StringJoiner("\n");
    for (String line : text.split("\n", -1)) {
      lines.add(manners.visible(line));
    }
    return lines.toString();
  }
}
