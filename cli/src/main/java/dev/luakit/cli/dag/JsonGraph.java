package dev.luakit.cli.dag;

import dev.luakit.llb.graph.BindMount;
import dev.luakit.llb.graph.Detail;
import dev.luakit.llb.graph.ExecOp;
import dev.luakit.llb.graph.LinuxResources;
import dev.luakit.llb.graph.Location;
import dev.luakit.llb.graph.Metadata;
import dev.luakit.llb.graph.Mount;
import dev.luakit.llb.graph.Op;
import dev.luakit.llb.graph.Output;
import dev.luakit.llb.graph.ProgressGroup;
import dev.luakit.llb.graph.State;
import dev.luakit.vm.ByteStrings;
import java.util.List;

/**
 * A graph as JSON. What its members mean is told in {@code docs/dag.md}. Members are only ever
 * added; whoever reads it passes over those it doesn't know.
 */
public final class JsonGraph {
  private final JsonWriter json = new JsonWriter();

  private JsonGraph() {}

  /** Writes a graph. */
  public static String write(Dag dag) {
    return new JsonGraph().graph(dag);
  }

  private String graph(Dag dag) {
    json.beginObject();
    json.member("digest", dag.build().definition().digest());
    json.key("exported");
    exported(dag);
    json.key("ops");
    json.beginArray();
    for (Dag.Node node : dag.nodes()) {
      json.element();
      op(dag, node);
    }
    json.endArray();
    json.key("image_config");
    json.raw(ByteStrings.toText(dag.build().definition().imageConfig()));
    json.endObject();
    return json.toString();
  }

  private void exported(Dag dag) {
    Output output = dag.build().exported().output();
    if (output == null) {
      json.value(null);
      return;
    }
    json.beginObject();
    json.member("digest", output.vertex().digest());
    json.member("index", output.index());
    inputs(dag.exported());
    json.endObject();
  }

  private void op(Dag dag, Dag.Node node) {
    Op op = node.vertex().op();
    String description = Caption.description(node);
    json.beginObject();
    json.member("name", node.name());
    json.member("digest", node.vertex().digest());
    json.member("kind", node.kind().text());
    json.member("label", ByteStrings.toText(op.label()));
    json.member("description", description.isEmpty() ? null : description);
    json.member("platform", op.platform() == null ? null : op.platform().format());
    inputs(node.inputs());
    details(op.details());
    json.key("mounts");
    json.beginArray();
    if (op instanceof ExecOp exec) {
      for (Mount mount : exec.command().mounts()) {
        json.element();
        mount(mount);
      }
    }
    json.endArray();
    json.key("metadata");
    metadata(node.metadata());
    calls(dag.build().definition().calls(node.vertex()));
    json.endObject();
  }

  private void inputs(List<Dag.Edge> inputs) {
    json.key("inputs");
    json.beginArray();
    for (Dag.Edge input : inputs) {
      json.element();
      json.beginObject();
      json.member("name", input.from().name());
      json.member("digest", input.from().vertex().digest());
      json.member("index", input.output());
      json.member("label", input.label());
      json.member("direct", input.direct());
      json.endObject();
    }
    json.endArray();
  }

  private void details(List<Detail> details) {
    json.key("details");
    json.beginArray();
    for (Detail detail : details) {
      json.element();
      json.beginObject();
      json.member("name", detail.name());
      json.member("value", ByteStrings.toText(detail.value()));
      json.endObject();
    }
    json.endArray();
  }

  private void mount(Mount mount) {
    json.beginObject();
    json.member("kind", mount.kind());
    json.member("target", ByteStrings.toText(mount.target()));
    json.key("source");
    State source = mount instanceof BindMount bind ? bind.source() : null;
    if (source == null || source.isScratch()) {
      json.value(null);
    } else {
      json.beginObject();
      json.member("digest", source.output().vertex().digest());
      json.member("index", source.output().index());
      json.endObject();
    }
    details(mount.details());
    json.endObject();
  }

  private void metadata(Metadata metadata) {
    json.beginObject();
    json.key("progress_group");
    ProgressGroup group = metadata.progressGroup();
    if (group == null) {
      json.value(null);
    } else {
      json.beginObject();
      json.member("id", ByteStrings.toText(group.id()));
      json.member("name", ByteStrings.toText(group.name()));
      json.member("weak", group.weak());
      json.endObject();
    }
    json.member("ignore_cache", metadata.ignoreCache());
    json.key("export_cache");
    json.raw(String.valueOf(metadata.exportCache()));
    json.key("resources");
    LinuxResources resources = metadata.resources();
    if (resources == null) {
      json.value(null);
    } else {
      resources(resources);
    }
    json.endObject();
  }

  private void resources(LinuxResources resources) {
    json.beginObject();
    json.member("memory", resources.memory());
    json.member("memory_swap", resources.memorySwap());
    json.member("cpu_shares", resources.cpuShares());
    json.member("cpu_period", resources.cpuPeriod());
    json.member("cpu_quota", resources.cpuQuota());
    json.member("cpuset_cpus", ByteStrings.toText(resources.cpusetCpus()));
    json.member("cpuset_mems", ByteStrings.toText(resources.cpusetMems()));
    json.endObject();
  }

  private void calls(List<List<Location>> calls) {
    List<Location> first = calls.getFirst();
    json.key("location");
    if (first.isEmpty()) {
      json.value(null);
    } else {
      location(first.getFirst());
    }
    json.key("callers");
    locations(first.isEmpty() ? first : first.subList(1, first.size()));
    json.key("other_calls");
    json.beginArray();
    for (List<Location> call : calls.subList(1, calls.size())) {
      json.element();
      locations(call);
    }
    json.endArray();
  }

  private void locations(List<Location> locations) {
    json.beginArray();
    for (Location at : locations) {
      json.element();
      location(at);
    }
    json.endArray();
  }

  private void location(Location at) {
    json.beginObject();
    json.member("file", Dag.fileName(at));
    json.member("line", at.startLine());
    json.member("column", at.startColumn() + 1);
    json.member("end_line", at.endLine());
    json.member("end_column", at.endColumn() + 1);
    json.endObject();
  }
}
