package dev.luakit.gateway;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.luakit.proto.gateway.Result;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The targets that a script knows: the texts that it compares {@code bk.target} with. What is built
 * where none is given is one too.
 */
final class Targets {
  private static final String TEXT = "\"([^\"\\\\]*)\"|'([^'\\\\]*)'";
  private static final Pattern COMPARISON =
      Pattern.compile(
          "\\bbk\\.target\\s*[=~]=\\s*(?:"
              + TEXT
              + ")|(?:"
              + TEXT
              + ")\\s*[=~]=\\s*bk\\.target\\b");

  private final byte[] script;
  private final String description;
  private final Map<String, Target> targets = new LinkedHashMap<>();

  /**
   * A target.
   *
   * @param line where the script first compares with it, from 1
   */
  private record Target(String name, String description, int line) {}

  private Targets(byte[] script, String description) {
    this.script = script;
    this.description = description;
  }

  static Targets of(ScriptText script) {
    ScriptComments comments = new ScriptComments(script.text());
    Targets targets = new Targets(script.text(), comments.header());
    List<String> lines = comments.lines();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      int comment = line.indexOf("--");
      Matcher matcher = COMPARISON.matcher(comment < 0 ? line : line.substring(0, comment));
      while (matcher.find()) {
        String name = "";
        for (int group = 1; group <= matcher.groupCount(); group++) {
          name = matcher.group(group) == null ? name : matcher.group(group);
        }
        if (!targets.targets.containsKey(name)) {
          targets.targets.put(name, new Target(name, comments.above(i + 1), i + 1));
        }
      }
    }
    return targets;
  }

  /** As an answer. */
  Result toResult(Manners manners) {
    TextTable table = new TextTable(1, "TARGET", "DESCRIPTION");
    JsonArray list = new JsonArray();
    for (Target target : targets.values()) {
      table.add(target.name(), target.description());
      JsonObject json = new JsonObject();
      json.addProperty("name", target.name());
      addDescription(json, target.description());
      json.add("location", Places.json(0, Places.range(target.line(), 1)));
      list.add(json);
    }
    table.add("(default)", description);
    JsonObject usual = new JsonObject();
    usual.addProperty("default", true);
    addDescription(usual, description);
    list.add(usual);
    JsonArray sources = new JsonArray();
    sources.add(Base64.getEncoder().encodeToString(script));
    JsonObject json = new JsonObject();
    json.add("targets", list);
    json.add("sources", sources);
    return Subrequests.result(json, table.toString(), manners);
  }

  private static void addDescription(JsonObject json, String description) {
    if (!description.isEmpty()) {
      json.addProperty("description", description);
    }
  }
}
