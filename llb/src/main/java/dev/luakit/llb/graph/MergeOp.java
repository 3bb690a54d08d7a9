package dev.luakit.llb.graph;

import dev.luakit.llb.wire.ProtoWriter;
import java.util.List;

/** File systems on top of each other. */
public final class MergeOp extends Op {
  private final int layers;

  /**
   * Creates a merge.
   *
   * @param states at least two, none of them scratch; the same one twice is two inputs
   */
  MergeOp(List<State> states) {
    super(null);
    layers = states.size();
    for (int i = 0; i < layers; i++) {
      inputs.append(states.get(i).output());
    }
    require(Capability.MERGE_OP);
  }

  @Override
  public String kind() {
    return "merge";
  }

  @Override
  public String label() {
    return "merge of " + layers;
  }

  @Override
  public List<Detail> details() {
    return List.of(new Detail("inputs", Integer.toString(layers)));
  }

  @Override
  void writeOperation(ProtoWriter out) {
    int merge = out.begin(6);
    for (int i = 0; i < layers; i++) {
      int input = out.begin(1);
      out.integer(1, i);
      out.end(input);
    }
    out.end(merge);
  }
}
