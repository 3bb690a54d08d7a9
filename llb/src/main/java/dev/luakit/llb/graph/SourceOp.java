package dev.luakit.llb.graph;

import dev.luakit.llb.wire.ProtoWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Brings files into the graph. */
public final class SourceOp extends Op {
  private final String kind;
  private final String identifier;
  private final TreeMap<String, String> attributes = new TreeMap<>();

  SourceOp(Source source, Platform platform) {
    super(platform);
    kind = source.kind();
    identifier = source.identifier();
    require(source.describe(attributes));
  }

  /** The source as an URL, such as {@code docker-image://docker.io/library/alpine:latest}. */
  public String identifier() {
    return identifier;
  }

  @Override
  public String kind() {
    return kind;
  }

  @Override
  public String label() {
    return identifier;
  }

  @Override
  public List<Detail> details() {
    List<Detail> details = new ArrayList<>();
    details.add(new Detail("identifier", identifier));
    for (Map.Entry<String, String> attribute : attributes.entrySet()) {
      details.add(new Detail(attribute.getKey(), attribute.getValue()));
    }
    return details;
  }

  @Override
  void writeOperation(ProtoWriter out) {
    int source = out.begin(3);
    out.string(1, "the name of a source", identifier);
    for (Map.Entry<String, String> attribute : attributes.entrySet()) {
      out.entry(2, attribute.getKey(), attribute.getKey(), attribute.getValue());
    }
    out.end(source);
  }
}
