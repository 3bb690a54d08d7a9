package dev.luakit.llb.testing;

import dev.luakit.llb.graph.Definition;
import dev.luakit.llb.graph.Detail;
import dev.luakit.llb.graph.DiffOp;
import dev.luakit.llb.graph.ExecOp;
import dev.luakit.llb.graph.FileOp;
import dev.luakit.llb.graph.ImportedOp;
import dev.luakit.llb.graph.Location;
import dev.luakit.llb.graph.MergeOp;
import dev.luakit.llb.graph.Metadata;
import dev.luakit.llb.graph.MkfileAction;
import dev.luakit.llb.graph.Mount;
import dev.luakit.llb.graph.Op;
import dev.luakit.llb.graph.Output;
import dev.luakit.llb.graph.SourceOp;
import dev.luakit.llb.graph.State;
import dev.luakit.llb.graph.Vertex;
import dev.luakit.vm.LuaTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Tells operations in tables: each detail that an operation says of itself is a field. */
final class OpTables {
  private final Tables tables;
  private final LuaTable opMetatable;
  private final LuaTable mountMetatable;

  OpTables(Tables tables, LuaTable opMetatable, LuaTable mountMetatable) {
    this.tables = tables;
    this.opMetatable = opMetatable;
    this.mountMetatable = mountMetatable;
  }

  /**
   * The table of an operation.
   *
   * @param known the tables of the operations that it needs, by digest; gets this one
   */
  LuaTable of(Vertex vertex, Definition definition, Map<String, LuaTable> known) {
    Op op = vertex.op();
    LuaTable table = tables.table(opMetatable);
    known.put(vertex.digest(), table);
    tables.set(table, "kind", sort(op));
    tables.set(table, "type", op.kind());
    tables.set(table, "digest", vertex.digest());
    table.set("label", tables.string(op.label()));
    tables.set(table, "platform", op.platform() == null ? null : op.platform().format());
    LuaTable inputs = tables.table(null);
    int count = 0;
    for (Output input : op.inputs()) {
      inputs.set(++count, known.get(input.vertex().digest()));
    }
    table.set("inputs", inputs);
    addMetadata(table, definition.metadata(vertex));
    addPlace(table, definition.calls(vertex).getFirst());
    switch (op) {
      case SourceOp source -> addSource(table, source);
      case ExecOp exec -> addExec(table, exec, known);
      case FileOp file -> addFile(table, file);
      case MergeOp merge -> tables.state().work(1);
      case DiffOp diff -> tables.state().work(1);
      case ImportedOp imported -> tables.state().work(1);
    }
    return table;
  }

  /** The kind of operation that it is to BuildKit. */
  private static String sort(Op op) {
    return switch (op) {
      case SourceOp source -> "source";
      case ExecOp exec -> "exec";
      case FileOp file -> "file";
      case MergeOp merge -> "merge";
      case DiffOp diff -> "diff";
      case ImportedOp imported -> "input";
    };
  }

  private void addMetadata(LuaTable table, Metadata metadata) {
    tables.set(table, "description", metadata.description());
    if (metadata.progressGroup() != null) {
      tables.set(table, "progress_group", metadata.progressGroup().name());
    }
    tables.set(table, "ignore_cache", metadata.ignoreCache());
    table.set("export_cache", metadata.exportCache());
  }

  private void addPlace(LuaTable table, List<Location> call) {
    if (!call.isEmpty()) {
      Location at = call.getFirst();
      tables.set(table, "at", at.file().name() + ":" + at.startLine());
    }
  }

  private void addSource(LuaTable table, SourceOp source) {
    tables.set(table, "identifier", source.identifier());
    LuaTable attributes = tables.table(null);
    for (Detail detail : source.details()) {
      if (!detail.name().equals("identifier")) {
        tables.set(attributes, detail.name(), detail.value());
      }
    }
    table.set("attributes", attributes);
  }

  private void addExec(LuaTable table, ExecOp exec, Map<String, LuaTable> known) {
    table.set("command", table.get("label"));
    table.set("args", tables.list(exec.command().arguments()));
    List<String> env = new ArrayList<>();
    for (Detail detail : exec.details()) {
      switch (detail.name()) {
        case "arg", "mount" -> tables.state().work(1);
        case "env" -> env.add(detail.value());
        case "extra_host" -> tables.add(table, "extra_hosts", detail.value());
        case "device" -> tables.add(table, "devices", detail.value());
        case "secret_env", "ulimit" -> tables.add(table, detail.name(), detail.value());
        default -> add(table, detail);
      }
    }
    table.set("env", tables.pairs(env));
    tables.set(table, "network", exec.command().network().text());
    tables.set(table, "security", exec.command().security().text());
    LuaTable mounts = tables.table(null);
    int count = 0;
    for (Mount mount : exec.command().mounts()) {
      mounts.set(++count, mount(mount, known));
    }
    table.set("mounts", mounts);
  }

  private LuaTable mount(Mount mount, Map<String, LuaTable> known) {
    LuaTable table = tables.table(mountMetatable);
    tables.set(table, "kind", mount.kind());
    tables.set(table, "target", mount.target());
    State source = mount.source();
    if (source != null && !source.isScratch()) {
      table.set("source", known.get(source.output().vertex().digest()));
    }
    for (Detail detail : mount.details()) {
      add(table, detail);
    }
    return table;
  }

  private void addFile(LuaTable table, FileOp file) {
    for (Detail detail : file.details()) {
      add(table, detail);
    }
    if (file.action() instanceof MkfileAction mkfile) {
      table.set("data", tables.string(mkfile.data()));
    }
  }

  private void add(LuaTable table, Detail detail) {
    switch (detail.name()) {
      case "include", "exclude", "required_paths" ->
          tables.add(table, detail.name(), detail.value());
      case "size", "uid", "gid", "created_time" ->
          table.set(detail.name(), Double.valueOf(detail.value()));
      case "follow_symlink",
          "dir_contents_only",
          "attempt_unpack",
          "create_dest_path",
          "allow_wildcard",
          "allow_empty_wildcard",
          "always_replace_existing_dest_paths",
          "make_parents",
          "allow_not_found",
          "readonly_rootfs",
          "readonly",
          "optional" ->
          table.set(detail.name(), Boolean.TRUE);
      default -> tables.set(table, detail.name(), detail.value());
    }
  }
}
