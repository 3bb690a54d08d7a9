package dev.luakit.llb.graph;

import dev.luakit.llb.wire.MalformedTextException;
import dev.luakit.llb.wire.ProtoWriter;
import dev.luakit.llb.wire.Sha256;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A graph that grows: it makes the states that need no other state, and numbers its vertices.
 *
 * <p>An operation is marshaled as soon as it is made. Its inputs are by then, so that a chain of
 * any length needs no recursion, and what is wrong with it is known at the line that made it.
 *
 * <p>One graph belongs to one evaluation of a script, and to one thread.
 */
public final class Graph {
  private final Platform defaultPlatform;
  private final ProtoWriter writer = new ProtoWriter(512);
  private final Sha256 sha256 = new Sha256();
  private final State scratch = new State(this, null, ImageConfig.EMPTY);

  /** All vertices, by their numbers. */
  private final List<Vertex> vertices = new ArrayList<>();

  /** How many of the vertices were made as something that is done with files. */
  private int changes;

  private long size;
  private long bytes;
  private long room = Long.MAX_VALUE;

  /**
   * Creates an empty graph.
   *
   * @param defaultPlatform the platform of images and commands that have none of their own, or null
   *     to leave it to the daemon
   */
  public Graph(Platform defaultPlatform) {
    this.defaultPlatform = defaultPlatform;
  }

  /** The platform of images and commands that have none of their own, or null. */
  public Platform defaultPlatform() {
    return defaultPlatform;
  }

  /** How many operations have been made that are no sources. */
  int changes() {
    return changes;
  }

  /** How many operations have been made. */
  public int vertices() {
    return vertices.size();
  }

  /** Bytes of memory that all operations made so far take, roughly. */
  public long size() {
    return size;
  }

  /**
   * Bytes of all marshaled operations made so far, and of what is said about them; those that are
   * the same to BuildKit too.
   */
  public long bytes() {
    return bytes;
  }

  /**
   * Sets how much memory there is for further operations; more than that is a {@link
   * dev.luakit.llb.wire.MessageTooLongException} of the operation that would take it.
   */
  public void setRoom(long bytes) {
    room = bytes;
  }

  /** The empty file system, without configuration. */
  public State scratch() {
    return scratch;
  }

  /**
   * The file system that a source gives.
   *
   * @param at where the script makes it: the call, then its callers; must not change any more
   * @throws InvalidGraphException if some text is not UTF-8
   */
  public State source(Source source, List<Location> at) {
    return source(source, ImageConfig.EMPTY, at);
  }

  /**
   * The file system that a source gives, with the configuration that comes with it.
   *
   * @param config the image's configuration, as it was resolved
   * @param at where the script makes it: the call, then its callers; must not change any more
   * @throws InvalidGraphException if some text is not UTF-8
   */
  public State source(Source source, ImageConfig config, List<Location> at) {
    Platform platform = null;
    ImageConfig carried = config;
    if (source.isPlatformSpecific()) {
      platform = source.platform();
      if (platform == null) {
        platform = defaultPlatform != null ? defaultPlatform : config.platform();
      }
      if (config.platform() == null && source.platform() != null) {
        carried = config.toBuilder().platform(source.platform()).build();
      }
    }
    Vertex vertex = add(new SourceOp(source, platform), Metadata.NONE, at);
    return new State(this, new Output(vertex, 0), carried);
  }

  /**
   * What an operation of another definition makes. The operations that it needs are not a part of
   * this graph: whoever uses a definition with it must add them.
   *
   * @param name what people call it
   * @param operation the operation, marshaled; must not change any more
   * @param output which of its outputs, from 0
   * @param config the configuration that comes with it
   * @param at where the script names it; must not change any more
   */
  public State imported(
      String name, byte[] operation, int output, ImageConfig config, List<Location> at) {
    String digest = sha256.digest(operation);
    Vertex vertex =
        number(new ImportedOp(name), operation, digest, Metadata.NONE, Metadata.NONE, at);
    return new State(this, new Output(vertex, output), config);
  }

  /**
   * The states' file systems on top of each other, the last one uppermost, with the configuration
   * of the first. Scratch is left out; what then needs no merging is not merged.
   *
   * @param at where the script makes it: the call, then its callers; must not change any more
   * @throws InvalidGraphException if a state is of another graph
   */
  public State merge(List<State> states, List<Location> at) {
    List<State> layers = new ArrayList<>(states.size());
    for (int i = 0; i < states.size(); i++) {
      State state = states.get(i);
      check(state);
      if (!state.isScratch()) {
        layers.add(state);
      }
    }
    State first = states.isEmpty() ? scratch : states.get(0);
    if (layers.isEmpty()) {
      return first;
    }
    if (layers.size() == 1) {
      return first.with(layers.get(0).output());
    }
    return first.with(new Output(add(new MergeOp(layers), Metadata.NONE, at), 0));
  }

  /**
   * What {@code upper} has that {@code lower} has not, with the configuration of {@code lower}.
   * Over scratch that is all the files of {@code upper}.
   *
   * @param at where the script makes it: the call, then its callers; must not change any more
   * @throws InvalidGraphException if a state is of another graph
   */
  public State diff(State lower, State upper, List<Location> at) {
    check(lower);
    check(upper);
    if (lower.isScratch()) {
      return lower.with(upper.output());
    }
    return lower.with(new Output(add(new DiffOp(lower, upper), Metadata.NONE, at), 0));
  }

  /** See {@link State#unusedOperations}. */
  List<Vertex> unusedBeside(State result) {
    Set<String> used = new HashSet<>();
    if (!result.isScratch()) {
      used.add(result.output().vertex().digest());
    }
    for (Vertex vertex : vertices) {
      for (Output input : vertex.op().inputs()) {
        used.add(input.vertex().digest());
      }
    }
    List<Vertex> unused = new ArrayList<>();
    for (Vertex vertex : vertices) {
      boolean source = vertex.op() instanceof SourceOp || vertex.op() instanceof ImportedOp;
      if (!source && !used.contains(vertex.digest())) {
        unused.add(vertex);
      }
    }
    return unused;
  }

  void check(State state) {
    if (state.graph() != this) {
      throw new InvalidGraphException("a state of another evaluation can't be used in this one");
    }
  }

  /** Marshals an operation and makes it a vertex. */
  Vertex add(Op op, Metadata metadata, List<Location> at) {
    writer.restart(room / 2); // The other half is for the copy that is kept.
    try {
      op.write(writer);
    } catch (MalformedTextException e) {
      throw new InvalidGraphException(e.getMessage());
    }
    byte[] bytes = writer.toByteArray();
    changes += op instanceof SourceOp ? 0 : 1;
    return number(op, bytes, sha256.digest(bytes), metadata, metadata, at);
  }

  /** The same operation once more, with more said about it. */
  Vertex annotate(Vertex vertex, Metadata metadata) {
    return number(
        vertex.op(),
        vertex.bytes(),
        vertex.digest(),
        metadata,
        vertex.metadata().merge(metadata),
        vertex.locations());
  }

  /**
   * @param added what is new of the metadata, and takes memory
   */
  private Vertex number(
      Op op, byte[] bytes, String digest, Metadata added, Metadata metadata, List<Location> at) {
    Vertex vertex = new Vertex(vertices.size(), op, bytes, digest, metadata, at);
    vertices.add(vertex);
    size += vertex.size() + added.size();
    this.bytes += bytes.length + metadata.size();
    return vertex;
  }
}
