package dev.luakit.gateway;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.luakit.llb.Build;
import dev.luakit.llb.bk.BuildArgument;
import dev.luakit.proto.gateway.Result;
import dev.luakit.proto.ops.Definition;
import dev.luakit.proto.ops.ExecOp;
import dev.luakit.proto.ops.Location;
import dev.luakit.proto.ops.Locations;
import dev.luakit.proto.ops.Mount;
import dev.luakit.proto.ops.MountType;
import dev.luakit.proto.ops.Op;
import dev.luakit.proto.ops.SecretEnv;
import dev.luakit.proto.ops.SourceInfo;
import dev.luakit.vm.ByteStrings;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a build can be given: its arguments, secrets, SSH agents and caches. */
final class Outline {
  private final String target;
  private final String description;
  private final List<SourceInfo> sources;

  /** What is said in those that were asked for, by their place. */
  private final Map<Integer, ScriptComments> comments = new HashMap<>();

  private final List<Argument> arguments = new ArrayList<>();
  private final Map<String, Use> secrets = new LinkedHashMap<>();
  private final Map<String, Use> agents = new LinkedHashMap<>();
  private final Map<String, Use> caches = new LinkedHashMap<>();

  /**
   * A build argument.
   *
   * @param place where the script asks for it, in JSON; null where that is not known
   */
  private record Argument(String name, String value, String description, JsonObject place) {}

  /** A thing that commands use. */
  private record Use(boolean required, JsonObject place) {}

  private Outline(String target, String description, List<SourceInfo> sources) {
    this.target = target;
    this.description = description;
    this.sources = sources;
  }

  /**
   * What a build that was evaluated says.
   *
   * @param target what it was asked for, or empty
   */
  static Outline of(Build build, String target, PlatformBuild.Plan plan) {
    Definition definition = Definitions.of(build.definition());
    List<SourceInfo> sources = new ArrayList<>(definition.getSource().getInfosList());
    Outline outline =
        new Outline(target, new ScriptComments(plan.files().script().text()).header(), sources);
    for (BuildArgument argument : build.arguments()) {
      outline.add(argument, plan);
    }
    for (ByteString operation : definition.getDefList()) {
      outline.add(operation, definition);
    }
    return outline;
  }

  private void add(BuildArgument argument, PlatformBuild.Plan plan) {
    String description = "";
    JsonObject place = null;
    if (!argument.at().isEmpty()) {
      dev.luakit.llb.graph.Location at = argument.at().getFirst();
      String file = ByteStrings.toText(at.file().name());
      int index = index(file, plan);
      if (index >= 0) {
        description = comments.computeIfAbsent(index, this::read).above(at.startLine());
        place = Places.json(index, Places.range(at));
      }
    }
    String value = argument.value() == null ? "" : ByteStrings.toText(argument.value());
    arguments.add(new Argument(ByteStrings.toText(argument.name()), value, description, place));
  }

  private ScriptComments read(int source) {
    return new ScriptComments(sources.get(source).getData().toByteArray());
  }

  /** Which of the sources a file is; it becomes one if it is the script. */
  private int index(String file, PlatformBuild.Plan plan) {
    for (int i = 0; i < sources.size(); i++) {
      if (sources.get(i).getFilename().equals(file)) {
        return i;
      }
    }
    byte[] text = plan.files().text(file);
    if (text == null) {
      return -1;
    }
    sources.add(ScriptText.info(file, text));
    return sources.size() - 1;
  }

  private void add(ByteString operation, Definition definition) {
    ExecOp exec;
    try {
      exec = Op.parseFrom(operation).getExec();
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException(e);
    }
    Locations locations =
        definition.getSource().getLocationsMap().get(Definitions.digest(operation));
    JsonObject place = locations == null ? null : place(locations.getLocations(0));
    for (Mount mount : exec.getMountsList()) {
      if (mount.getMountType() == MountType.SECRET) {
        add(secrets, mount.getSecretOpt().getID(), !mount.getSecretOpt().getOptional(), place);
      } else if (mount.getMountType() == MountType.SSH) {
        add(agents, mount.getSSHOpt().getID(), !mount.getSSHOpt().getOptional(), place);
      } else if (mount.getMountType() == MountType.CACHE) {
        add(caches, mount.getCacheOpt().getID(), false, place);
      }
    }
    for (SecretEnv secret : exec.getSecretenvList()) {
      add(secrets, secret.getID(), !secret.getOptional(), place);
    }
  }

  /** What one command can do without, another may need. */
  private static void add(Map<String, Use> uses, String id, boolean required, JsonObject place) {
    Use known = uses.get(id);
    if (known == null) {
      uses.put(id, new Use(required, place));
    } else if (required) {
      uses.put(id, new Use(true, known.place()));
    }
  }

  private static JsonObject place(Location location) {
    return location.getRangesCount() == 0
        ? null
        : Places.json(location.getSourceIndex(), location.getRanges(0));
  }

  /** As an answer. */
  Result toResult(Manners manners) {
    return Subrequests.result(json(), text(), manners);
  }

  private JsonObject json() {
    JsonObject json = new JsonObject();
    addText(json, "name", target);
    addText(json, "description", description);
    JsonArray args = new JsonArray();
    for (Argument argument : arguments) {
      JsonObject arg = new JsonObject();
      arg.addProperty("name", argument.name());
      addText(arg, "description", argument.description());
      addText(arg, "value", argument.value());
      addPlace(arg, argument.place());
      args.add(arg);
    }
    addList(json, "args", args);
    addList(json, "secrets", uses(secrets, "name"));
    addList(json, "ssh", uses(agents, "name"));
    addList(json, "cache", uses(caches, "ID"));
    JsonArray texts = new JsonArray();
    for (SourceInfo source : sources) {
      texts.add(Base64.getEncoder().encodeToString(source.getData().toByteArray()));
    }
    addList(json, "sources", texts);
    return json;
  }

  private static JsonArray uses(Map<String, Use> uses, String key) {
    JsonArray array = new JsonArray();
    for (Map.Entry<String, Use> use : uses.entrySet()) {
      JsonObject json = new JsonObject();
      json.addProperty(key, use.getKey());
      if (use.getValue().required()) {
        json.addProperty("required", true);
      }
      addPlace(json, use.getValue().place());
      array.add(json);
    }
    return array;
  }

  private static void addText(JsonObject json, String key, String text) {
    if (!text.isEmpty()) {
      json.addProperty(key, text);
    }
  }

  private static void addPlace(JsonObject json, JsonObject place) {
    if (place != null) {
      json.add("location", place);
    }
  }

  private static void addList(JsonObject json, String key, JsonArray list) {
    if (!list.isEmpty()) {
      json.add(key, list);
    }
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    if (!target.isEmpty() || !description.isEmpty()) {
      text.append("TARGET:      ").append(target.isEmpty() ? "(default)" : target);
      text.append("\nDESCRIPTION: ").append(description).append("\n\n");
    }
    TextTable args = new TextTable(3, "BUILD ARG", "VALUE", "DESCRIPTION");
    for (Argument argument : arguments) {
      args.add(argument.name(), argument.value(), argument.description());
    }
    append(text, args);
    append(text, table("SECRET", secrets));
    append(text, table("SSH", agents));
    return text.toString();
  }

  private static TextTable table(String heading, Map<String, Use> uses) {
    TextTable table = new TextTable(3, heading, "REQUIRED");
    for (Map.Entry<String, Use> use : uses.entrySet()) {
      table.add(use.getKey(), use.getValue().required() ? "true" : "");
    }
    return table;
  }

  private static void append(StringBuilder text, TextTable table) {
    if (!table.isEmpty()) {
      text.append(table).append('\n');
    }
  }
}
