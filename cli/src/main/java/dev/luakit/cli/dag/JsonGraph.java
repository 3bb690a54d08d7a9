package dev.luakit.cli;

import dev.luakit.llb.graph.Detail;
import dev.luakit.llb.graph.Location;
import dev.luakit.llb.graph.Op;
import dev.luakit.llb.graph.Output;
import dev.luakit.vm.ByteStrings;
import java.util.List;

/**
 * A graph as JSON. Members are only ever added; whoever reads it passes over those it doesn't know.
 *
 * <pre>
 * {
 *   "digest": "sha256:…",          the whole definition's
 *   "exported": {                  the operation that makes what is exported; null for scratch
 *     "digest": "sha256:…",
 *     "index": 0                   which of its outputs
 *   },
 *   "ops": [                       each after those that it needs
 *     {
 *       "digest": "sha256:…",
 *       "kind": "run",             image, oci-layout, local, git, http, run, copy, mkdir, mkfile,
 *                                  rm, symlink, merge or diff
 *       "label": "go build",       what it does, in a line
 *       "description": null,       what the script says that it does, or null
 *       "platform": "linux/amd64", or null where BuildKit decides
 *       "inputs": [                outputs of other operations; with --filter the nearest shown
 *         {
 *           "digest": "sha256:…",
 *           "index": 0,
 *           "label": "/src",       a mount's target, a merge's place, a diff's side, or empty
 *           "direct": true         false where operations that are not shown are in between
 *         }
 *       ],
 *       "details": [               all that it says; names may come more than once
 *         {"name": "arg", "value": "go"}
 *       ],
 *       "location": {              the call that made it, or null; the others are in "callers"
 *         "file": "build.lua",
 *         "line": 3, "column": 1,        from 1, the columns in bytes
 *         "end_line": 3, "end_column": 9 behind the last byte
 *       },
 *       "callers": []              locations: who called the function that made it, innermost first
 *     }
 *   ],
 *   "image_config": {…}            the image's configuration, as the OCI specification has it
 * }
 * </pre>
 */
final class DagJson {
  private final JsonWriter json = new JsonWriter();

  private DagJson() {}

  static String write(Dag dag) {
    return new DagJson().graph(dag);
  }

  private String graph(Dag dag) {
    json.beginObject();
    json.member("digest", dag.build().definition().digest());
    json.key("exported");
    exported(dag.build().exported().output());
    json.key("ops");
    json.beginArray();
    for (Dag.Node node : dag.nodes()) {
      json.element();
      op(node);
    }
    json.endArray();
    json.key("image_config");
    json.raw(ByteStrings.toText(dag.build().definition().imageConfig()));
    json.endObject();
    return json.toString();
  }

  private void exported(Output output) {
    if (output == null) {
      json.value(null);
      return;
    }
    json.beginObject();
    json.member("digest", output.vertex().digest());
    json.member("index", output.index());
    json.endObject();
  }

  private void op(Dag.Node node) {
    Op op = node.vertex().op();
    String description = ByteStrings.toText(node.metadata().description());
    json.beginObject();
    json.member("digest", node.vertex().digest());
    json.member("kind", node.kind().text());
    json.member("label", ByteStrings.toText(op.label()));
    json.member("description", description.isEmpty() ? null : description);
    json.member("platform", op.platform() == null ? null : op.platform().format());
    inputs(node.inputs());
    details(op.details());
    List<Location> locations = node.vertex().locations();
    json.key("location");
    if (locations.isEmpty()) {
      json.value(null);
    } else {
      location(locations.getFirst());
    }
    json.key("callers");
    json.beginArray();
    for (int i = 1; i < locations.size(); i++) {
      json.element();
      location(locations.get(i));
    }
    json.endArray();
    json.endObject();
  }

  private void inputs(List<Dag.Edge> inputs) {
    json.key("inputs");
    json.beginArray();
    for (Dag.Edge input : inputs) {
      json.element();
      json.beginObject();
      json.member("digest", input.from().vertex().digest());
      json.member("index", input.output());
      json.member("label", input.label());
      json.key("direct");
      json.raw(Boolean.toString(input.direct()));
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

  private void location(Location at) {
    json.beginObject();
    json.member("file", ByteStrings.toText(at.file().name()));
    json.member("line", at.startLine());
    json.member("column", at.startColumn() + 1);
    json.member("end_line", at.endLine());
    json.member("end_column", at.endColumn() + 1);
    json.endObject();
  }
}
