package dev.luakit.llb.graph;

import java.util.List;

/**
 * A file system, and the configuration with which commands run in it. Immutable: what changes it
 * makes another one.
 */
public final class State {
  private final Graph graph;
  private final Output output;
  private final ImageConfig config;

  State(Graph graph, Output output, ImageConfig config) {
    this.graph = graph;
    this.output = output;
    this.config = config;
  }

  Graph graph() {
    return graph;
  }

  /** The operation's output that the file system is, or null for scratch. */
  public Output output() {
    return output;
  }

  /** Whether the file system is the empty one. */
  public boolean isScratch() {
    return output == null;
  }

  /** The configuration that the file system carries. */
  public ImageConfig config() {
    return config;
  }

  /**
   * The operations of the graph which neither this state nor any other operation is made of, in the
   * order in which they were made: nobody will carry them out. Sources are not among them.
   */
  public List<Vertex> unusedOperations() {
    return graph.unusedBeside(this);
  }

  /**
   * Whether {@link #unusedOperations} has any: mostly to count them is enough to know.
   *
   * @param definition that of this state
   */
  public boolean leavesOperations(Definition definition) {
    int used = 0;
    for (Vertex vertex : definition.vertices()) {
      boolean change = !(vertex.op() instanceof SourceOp || vertex.op() instanceof ImportedOp);
      used += change ? 1 : 0;
    }
    return used < graph.changes() && !unusedOperations().isEmpty();
  }

  /** The directory in which commands run and from which relative paths are seen. */
  public String workingDirectory() {
    String directory = config.workingDirectory();
    return directory.isEmpty() ? "/" : directory;
  }

  /**
   * The file system as a command leaves it. Where the command can't write to it, that is this one,
   * and only a definition that uses another output of the command runs it.
   *
   * @param at where the script makes it: the call, then its callers; must not change any more
   * @throws InvalidGraphException if some text is not UTF-8, or a mount's source is of another
   *     graph
   */
  public State run(Command command, List<Location> at) {
    return exec(command, at).root();
  }

  /**
   * A command run in this file system, for all that comes out of it.
   *
   * @param at where the script makes it: the call, then its callers; must not change any more
   * @throws InvalidGraphException if some text is not UTF-8, or a mount's source is of another
   *     graph
   */
  public Execution exec(Command command, List<Location> at) {
    Platform platform = config.platform() != null ? config.platform() : graph.defaultPlatform();
    ExecOp op = new ExecOp(this, command, platform);
    return new Execution(this, op, graph.add(op, command.metadata(), at));
  }

  /**
   * The file system after a change to its files.
   *
   * @param at where the script makes it: the call, then its callers; must not change any more
   * @throws InvalidGraphException if some text is not UTF-8, or a state is of another graph
   */
  public State file(FileAction action, List<Location> at) {
    return with(new Output(graph.add(new FileOp(this, action), Metadata.NONE, at), 0));
  }

  /** The same state, with more said about the operation that made it; scratch as it is. */
  public State withMetadata(Metadata metadata) {
    if (output == null || metadata == Metadata.NONE) {
      return this;
    }
    return with(new Output(graph.annotate(output.vertex(), metadata), output.index()));
  }

  /** The same file system with another configuration. */
  public State withConfig(ImageConfig config) {
    return new State(graph, output, config);
  }

  /** The same file system with more environment variables. */
  public State withEnv(Environment env) {
    return withConfig(config.toBuilder().env(env).build());
  }

  /** The same file system with another working directory; a relative one is below the last. */
  public State withWorkingDirectory(String path) {
    return withConfig(config.toBuilder().workingDirectory(path).build());
  }

  /** The same file system with another user. */
  public State withUser(String user) {
    return withConfig(config.toBuilder().user(user).build());
  }

  /** Another file system with the same configuration. */
  State with(Output output) {
    return new State(graph, output, config);
  }
}
