package dev.luakit.llb.testing;

import dev.luakit.llb.Build;
import dev.luakit.llb.bk.BuildArgument;
import dev.luakit.llb.graph.Definition;
import dev.luakit.llb.graph.ImageConfig;
import dev.luakit.llb.graph.Output;
import dev.luakit.llb.graph.State;
import dev.luakit.llb.graph.Vertex;
import dev.luakit.llb.image.ImageRequest;
import dev.luakit.vm.ByteStrings;
import dev.luakit.vm.LuaState;
import dev.luakit.vm.LuaTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Tells a graph in tables of Lua, which keep nothing of the graph itself. */
final class GraphTables {
  private final Tables tables;
  private final LuaTable buildMetatable;
  private final LuaTable configMetatable;
  private final OpTables ops;

  /**
   * @param metatables those of builds, operations, mounts and configurations, by these names
   */
  GraphTables(LuaState state, LuaTable metatables) {
    tables = new Tables(state);
    buildMetatable = (LuaTable) metatables.get("build");
    configMetatable = (LuaTable) metatables.get("config");
    ops = new OpTables(tables, (LuaTable) metatables.get("op"), (LuaTable) metatables.get("mount"));
  }

  /** What a script builds. */
  LuaTable of(Build build) {
    LuaTable table = of(build.exported(), build.imageConfig(), build.definition());
    LuaTable arguments = tables.table(null);
    for (BuildArgument argument : build.arguments()) {
      tables.set(arguments, argument.name(), argument.value());
    }
    table.set("args", arguments);
    Set<String> images = new LinkedHashSet<>();
    for (ImageRequest image : build.images()) {
      images.add(ByteStrings.fromText(image.reference().format()));
    }
    table.set("images", tables.list(new ArrayList<>(images)));
    return table;
  }

  /**
   * A state, as if a script exported it.
   *
   * @param config the configuration of the image that it becomes
   */
  LuaTable of(State state, ImageConfig config, Definition definition) {
    LuaTable table = tables.table(buildMetatable);
    LuaTable list = tables.table(null);
    Map<String, LuaTable> byDigest = new HashMap<>();
    int count = 0;
    for (Vertex vertex : definition.vertices()) {
      LuaTable op = ops.of(vertex, definition, byDigest);
      list.set(++count, op);
      tables.set(op, "name", "op" + count);
    }
    table.set("ops", list);
    Output exported = state.output();
    table.set("exported", exported == null ? null : byDigest.get(exported.vertex().digest()));
    tables.set(table, "digest", definition.digest());
    table.set("config", config(config));
    table.set("args", tables.table(null));
    table.set("images", tables.table(null));
    return table;
  }

  private LuaTable config(ImageConfig config) {
    LuaTable table = tables.table(configMetatable);
    table.set("entrypoint", tables.list(config.entrypoint()));
    table.set("cmd", tables.list(config.cmd()));
    table.set("env", tables.pairs(config.env().entries()));
    tables.set(table, "workdir", config.workingDirectory());
    tables.set(table, "user", config.user());
    table.set("ports", tables.list(config.exposedPorts()));
    LuaTable labels = tables.table(null);
    for (Map.Entry<String, String> label : config.labels().entrySet()) {
      labels.set(tables.string(label.getKey()), tables.string(label.getValue()));
    }
    table.set("labels", labels);
    table.set("volumes", tables.list(config.volumes()));
    tables.set(table, "stop_signal", config.stopSignal());
    tables.set(table, "platform", config.platform() == null ? null : config.platform().format());
    return table;
  }
}
