package dev.luakit.llb.graph;

import dev.luakit.llb.wire.ProtoWriter;
import java.util.List;

/** What one file system has that another has not. */
public final class DiffOp extends Op {
  private final int lower;
  private final int upper;

  /** Creates a diff; {@code lower} is not scratch, {@code upper} may be. */
  DiffOp(State lower, State upper) {
    super(null);
    this.lower = inputs.append(lower.output());
    this.upper = inputs.append(upper.output());
    require(Capability.DIFF_OP);
  }

  @Override
  public String kind() {
    return "diff";
  }

  @Override
  public String label() {
    return "diff";
  }

  @Override
  public List<Detail> details() {
    return List.of();
  }

  @Override
  void writeOperation(ProtoWriter out) {
    int diff = out.begin(7);
    input(out, 1, lower);
    input(out, 2, upper);
    out.end(diff);
  }

  private static void input(ProtoWriter out, int field, int index) {
    int input = out.begin(field);
    out.integer(1, index);
    out.end(input);
  }
}
