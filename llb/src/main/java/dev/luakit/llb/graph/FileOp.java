package dev.luakit.llb.graph;

import dev.luakit.llb.wire.ProtoWriter;
import java.util.List;

/**
 * One change to the files of a state. BuildKit could do several in one operation, and then caches
 * them only together.
 */
public final class FileOp extends Op {
  private final FileAction action;
  private final String directory;
  private final int base;
  private final int source;

  FileOp(State base, FileAction action) {
    super(null);
    this.action = action;
    directory = base.workingDirectory();
    this.base = inputs.add(base.output());
    State other = action.source();
    if (other == null) {
      source = Inputs.SCRATCH;
    } else {
      base.graph().check(other);
      source = inputs.add(other.output());
    }
    require(Capability.FILE_BASE);
  }

  /** Whether files are copied from the input of this number, from 0. */
  public boolean copiesFrom(int input) {
    return input == source;
  }

  /** What is done to the files. */
  public FileAction action() {
    return action;
  }

  @Override
  public String kind() {
    return action.kind();
  }

  @Override
  public String label() {
    return action.label();
  }

  @Override
  public List<Detail> details() {
    return action.details();
  }

  @Override
  void writeOperation(ProtoWriter out) {
    int file = out.begin(4);
    int message = out.begin(2);
    out.integer(1, base);
    out.integer(2, source);
    action.write(out, directory, base);
    out.end(message);
    out.end(file);
  }
}
