package dev.luakit.llb.graph;

import dev.luakit.llb.wire.ProtoWriter;
import java.util.Collections;
import java.util.List;

/**
 * An operation: what makes a file system out of others, or out of nothing. Immutable once it is
 * constructed.
 */
public abstract sealed class Op permits SourceOp, ExecOp, FileOp, MergeOp, DiffOp, ImportedOp {
  final Inputs inputs = new Inputs();
  private final Platform platform;
  private long capabilities;

  Op(Platform platform) {
    this.platform = platform;
  }

  /** Notes, while the operation is constructed, what a builder must understand. */
  final void require(Capability capability) {
    capabilities |= capability.bit();
  }

  final void require(long set) {
    capabilities |= set;
  }

  final long capabilities() {
    return capabilities;
  }

  /** The inputs, in the order in which the operation counts them. */
  public final List<Output> inputs() {
    return Collections.unmodifiableList(inputs.written());
  }

  /** The platform that the operation is for, or null where it has none or the daemon decides. */
  public final Platform platform() {
    return platform;
  }

  /** What the operation is, in one word: {@code image}, {@code run}, {@code copy}. */
  public abstract String kind();

  /** What it does, in a line; a byte string. */
  public abstract String label();

  /** All that it says, in a fixed order. */
  public abstract List<Detail> details();

  /** Writes the one field that tells what kind of operation it is. */
  abstract void writeOperation(ProtoWriter out);

  /**
   * Writes the whole Op. The Go client writes a oneof after the plain fields, though the numbers of
   * its fields are lower; with any other order the digest would not be the one that everyone else
   * computes.
   */
  final void write(ProtoWriter out) {
    inputs.write(out, 1);
    if (platform != null) {
      platform.write(out, 10);
    }
    out.end(out.begin(11)); // constraints, which are always there and always empty
    writeOperation(out);
  }
}
