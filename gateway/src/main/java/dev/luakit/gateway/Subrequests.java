package dev.luakit.gateway;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.protobuf.ByteString;
import dev.luakit.llb.Build;
import dev.luakit.llb.Luakit;
import dev.luakit.proto.gateway.Result;
import java.util.List;

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
   * @throws UnsupportedRequestException if it is not one of those that this frontend knows
   */
  static Result answer(String request, String target, PlatformBuild.Plan plan, Luakit luakit) {
    return switch (request) {
      case DESCRIBE -> describe();
      case OUTLINE -> {
        Build build = plan.evaluate(luakit);
        yield Outline.of(build, target, plan).toResult();
      }
      case LINT -> {
        // What is wrong with a script is an error of its own, with the place in it.
        yield Lint.of(plan.files(), plan.evaluate(luakit));
      }
      case TARGETS -> Targets.of(plan.files().script()).toResult();
      default -> throw new UnsupportedRequestException(request);
    };
  }

  private static Result describe() {
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
    return result(requests, table.toString());
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
  static Result result(JsonElement json, String text) {
    String pretty =
        new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(json);
    return Result.newBuilder()
        .putMetadata("result.json", ByteString.copyFromUtf8(pretty))
        .putMetadata("result.txt", ByteString.copyFromUtf8(text))
        .putMetadata("version", ByteString.copyFromUtf8(VERSION))
        .build();
  }
}
