package dev.luakit.gateway;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.protobuf.ByteString;
import dev.luakit.llb.Build;
import dev.luakit.llb.advice.Doubt;
import dev.luakit.llb.advice.LostResults;
import dev.luakit.llb.advice.OddOperations;
import dev.luakit.llb.advice.Reporter;
import dev.luakit.llb.graph.Location;
import dev.luakit.proto.gateway.Result;
import dev.luakit.proto.ops.Range;
import dev.luakit.vm.ByteStrings;
import java.util.ArrayList;
import java.util.List;

/** What a script that is in order may have got wrong: what {@code luakit validate} warns of. */
final class Lint implements Reporter {
  /** The name that BuildKit wants for the rule that was broken. luakit's have no names. */
  private static final String RULE = "luakit";

  /** Most warnings that are told: a program can write a script with any number of oddities. */
  private static final int MOST = 100;

  private final UserFiles files;

  /** The files that warnings are about; what is not about a place is about none. */
  private final List<String> sources = new ArrayList<>();

  private final JsonArray texts = new JsonArray();
  private final JsonArray warnings = new JsonArray();
  private final StringBuilder report = new StringBuilder();

  private Lint(UserFiles files) {
    this.files = files;
  }

  /** Looks at a script and at what it builds. */
  static Result of(UserFiles files, Build build, Manners manners) {
    Lint lint = new Lint(files);
    ScriptText script = files.script();
    for (Doubt doubt : Doubt.of(script.text())) {
      Range range = Places.range(doubt.line(), doubt.column());
      lint.add(doubt.text(), doubt.hint(), lint.place(script.file(), range));
    }
    new LostResults(lint).warn(build.exported());
    new OddOperations(lint).warn(build);
    return lint.toResult(manners);
  }

  @Override
  public boolean isFull() {
    return warnings.size() == MOST;
  }

  @Override
  public void add(Location call, String message, String hint) {
    JsonObject place = null;
    if (call != null) {
      String file = files.path(ByteStrings.toText(call.file().name()));
      place = place(file, Places.range(call));
    }
    add(message, hint, place);
  }

  private void add(String message, String hint, JsonObject place) {
    if (isFull()) {
      return;
    }
    JsonObject warning = new JsonObject();
    warning.addProperty("ruleName", RULE);
    warning.addProperty("description", message);
    warning.addProperty("detail", message + "\nhint: " + hint);
    if (place != null) {
      warning.add("location", place);
    }
    warnings.add(warning);
    report.append("\nWARNING: ").append(warning.get("detail").getAsString()).append('\n');
  }

  private JsonObject place(String file, Range range) {
    int index = sources.indexOf(file);
    if (index < 0) {
      index = sources.size();
      sources.add(file);
      texts.add(Places.json(files.source(file)));
    }
    return Places.json(index, range);
  }

  @Override
  public Location ownCall(List<Location> calls) {
    return files.ownCall(calls);
  }

  private Result toResult(Manners manners) {
    JsonObject json = new JsonObject();
    json.add("warnings", warnings);
    json.add("sources", texts);
    return Subrequests.result(json, report.toString(), manners).toBuilder()
        .putMetadata("result.statuscode", ByteString.copyFromUtf8(warnings.isEmpty() ? "0" : "1"))
        .build();
  }
}
