package dev.luakit.llb.graph;

import dev.luakit.llb.wire.ProtoWriter;
import java.util.List;

/**
 * An operation of another definition, as it was marshaled there. Whoever uses a definition that
 * refers to one must add that which the operation itself refers to.
 */
public final class ImportedOp extends Op {
  private final String name;

  /**
   * @param name what people call it
   */
  ImportedOp(String name) {
    super(null);
    this.name = name;
  }

  @Override
  public String kind() {
    return "input";
  }

  @Override
  public String label() {
    return name;
  }

  @Override
  public List<Detail> details() {
    return List.of(new Detail("name", name));
  }

  @Override
  void writeOperation(ProtoWriter out) {
    throw new IllegalStateException("it is marshaled already");
  }
}
