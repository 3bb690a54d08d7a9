package dev.luakit.llb.graph;

import java.util.List;

/** A command that was run, and the file systems that come out of it. */
public final class Execution {
  private final State base;
  private final ExecOp op;
  private final Vertex vertex;

  Execution(State base, ExecOp op, Vertex vertex) {
    this.base = base;
    this.op = op;
    this.vertex = vertex;
  }

  /** The command's mounts, in the order in which they were given. */
  public List<Mount> mounts() {
    return op.command().mounts();
  }

  /**
   * The file system that the command ran in, as it leaves it. Where it could not write, that is the
   * one it was given, and a definition of it does not run the command.
   */
  public State root() {
    return state(base, op.rootOutput());
  }

  /**
   * The source of a mount as the command leaves it, with the source's configuration.
   *
   * @param position which of the command's mounts, from 0
   * @throws InvalidGraphException if the mount is no writable bind
   */
  public State mount(int position) {
    Mount mount = op.command().mounts().get(position);
    int index = op.mountOutput(position);
    if (index < 0) {
      throw new InvalidGraphException(
          "nothing comes out of the mount at " + mount.target() + "; it is not a writable bind");
    }
    return state(mount.source(), index);
  }

  private State state(State source, int index) {
    return index < 0 ? source : source.with(new Output(vertex, index));
  }
}
