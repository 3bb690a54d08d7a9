package dev.luakit.llb.graph;

import dev.luakit.llb.wire.ProtoWriter;
import dev.luakit.llb.wire.Sha256;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What BuildKit is given to build: the operations that a state needs, each once, each after its
 * inputs, and last the terminal one, which names the state.
 */
public final class Definition {
  private final List<Node> nodes = new ArrayList<>();
  private final Map<String, Node> byDigest = new HashMap<>();
  private final Node exported;
  private final String imageConfig;
  private final byte[] terminal;
  private final String terminalDigest;

  /** From how many calls one operation is said to come; BuildKit prints all of them. */
  private static final int MOST_CALLS = 8;

  /** One operation of the definition, for all vertices that are this one to BuildKit. */
  private static final class Node {
    final Vertex vertex;
    Metadata metadata;
    List<List<Location>> locations;

    Node(Vertex vertex) {
      this.vertex = vertex;
      metadata = vertex.metadata();
      locations = List.of(vertex.locations());
    }

    boolean isLocated() {
      return locations.size() > 1 || !locations.get(0).isEmpty();
    }

    /** Adds what another vertex says about the same operation. */
    void add(Vertex other) {
      metadata = metadata.merge(other.metadata());
      if (locations.size() < MOST_CALLS && !locations.contains(other.locations())) {
        List<List<Location>> all = new ArrayList<>(locations);
        all.add(other.locations());
        locations = all;
      }
    }
  }

  private Definition(State state, String imageConfig) {
    this.imageConfig = imageConfig;
    Output output = state.output();
    ProtoWriter out = new ProtoWriter(128);
    if (output == null) {
      exported = null;
    } else {
      collect(output.vertex(), state.graph().vertices());
      exported = byDigest.get(output.vertex().digest());
      Inputs.write(out, 1, output);
    }
    terminal = out.toByteArray();
    terminalDigest = "sha256:" + Sha256.hex(terminal);
  }

  /** The definition of a state, without an image configuration. */
  public static Definition of(State state) {
    return new Definition(state, null);
  }

  /**
   * The definition of a state that is exported as an image.
   *
   * @param config the image's configuration
   * @throws InvalidGraphException if some text in it is not UTF-8
   */
  public static Definition of(State state, ImageConfig config) {
    return new Definition(state, config.toJson(state.graph().defaultPlatform()));
  }

  /** Goes depth first with a stack of its own, since a chain may be as long as memory allows. */
  private void collect(Vertex last, int vertices) {
    BitSet seen = new BitSet(vertices);
    List<Vertex> path = new ArrayList<>();
    int[] next = new int[64];
    seen.set(last.id());
    path.add(last);
    while (!path.isEmpty()) {
      int depth = path.size() - 1;
      Vertex vertex = path.get(depth);
      List<Output> inputs = vertex.op().inputs.added();
      if (next[depth] == inputs.size()) {
        add(vertex);
        path.remove(depth);
        continue;
      }
      Vertex input = inputs.get(next[depth]++).vertex();
      if (!seen.get(input.id())) {
        seen.set(input.id());
        path.add(input);
        if (path.size() > next.length) {
          next = Arrays.copyOf(next, next.length * 2);
        }
        next[depth + 1] = 0;
      }
    }
  }

  private void add(Vertex vertex) {
    Node node = byDigest.get(vertex.digest());
    if (node == null) {
      node = new Node(vertex);
      byDigest.put(vertex.digest(), node);
      nodes.add(node);
    } else {
      node.add(vertex);
    }
  }

  /** The operations in their order, without the terminal one. */
  public List<Vertex> vertices() {
    List<Vertex> vertices = new ArrayList<>(nodes.size());
    for (int i = 0; i < nodes.size(); i++) {
      vertices.add(nodes.get(i).vertex);
    }
    return Collections.unmodifiableList(vertices);
  }

  /**
   * What is said about an operation of this definition, by all vertices that are this operation.
   *
   * @throws NullPointerException if the definition has no such operation
   */
  public Metadata metadata(Vertex vertex) {
    return byDigest.get(vertex.digest()).metadata;
  }

  /** The vertex that is exported, or null for scratch. */
  public Vertex exported() {
    return exported == null ? null : exported.vertex;
  }

  /** The exported image's configuration as JSON, a byte string, or null if there is none. */
  public String imageConfig() {
    return imageConfig;
  }

  /** The digest of the terminal operation, which stands for the whole definition. */
  public String digest() {
    return terminalDigest;
  }

  /** The definition as BuildKit reads it; the same bytes for the same graph, always. */
  public byte[] toByteArray() {
    long capacity = 1024;
    for (int i = 0; i < nodes.size(); i++) {
      capacity += nodes.get(i).vertex.bytes().length + 512;
    }
    ProtoWriter out = new ProtoWriter((int) Math.min(capacity, 1 << 30));
    for (int i = 0; i < nodes.size(); i++) {
      out.bytes(1, nodes.get(i).vertex.bytes());
    }
    out.bytes(1, terminal);

    String[] digests = sortedDigests();
    for (String digest : digests) {
      writeMetadata(out, digest);
    }
    writeSource(out, digests);
    return out.toByteArray();
  }

  private String[] sortedDigests() {
    String[] digests = new String[nodes.size() + 1];
    for (int i = 0; i < nodes.size(); i++) {
      digests[i] = nodes.get(i).vertex.digest();
    }
    digests[nodes.size()] = terminalDigest;
    Arrays.sort(digests);
    return digests;
  }

  private void writeMetadata(ProtoWriter out, String digest) {
    int entry = out.begin(2);
    out.string(1, "digest", digest);
    int metadata = out.begin(2);
    Node node = byDigest.get(digest);
    if (node == null) {
      Metadata.NONE.write(out, terminalCapabilities(), exported == null ? imageConfig : null);
    } else {
      node.metadata.write(
          out, node.vertex.op().capabilities(), node == exported ? imageConfig : null);
    }
    out.end(metadata);
    out.end(entry);
  }

  private long terminalCapabilities() {
    long needed = Capability.CONSTRAINTS.bit() | Capability.PLATFORM.bit();
    for (int i = 0; i < nodes.size(); i++) {
      needed |= nodes.get(i).metadata.capabilitiesOfBuild();
    }
    return needed;
  }

  private void writeSource(ProtoWriter out, String[] digests) {
    Map<SourceFile, Integer> files = sourceFiles();
    if (files.isEmpty()) {
      return;
    }
    int source = out.begin(3);
    for (String digest : digests) {
      Node node = byDigest.get(digest);
      if (node == null || !node.isLocated()) {
        continue;
      }
      int entry = out.begin(1);
      out.string(1, "digest", digest);
      int locations = out.begin(2);
      for (int i = 0; i < node.locations.size(); i++) {
        List<Location> calls = node.locations.get(i);
        for (int j = 0; j < calls.size(); j++) {
          Location location = calls.get(j);
          location.write(out, 1, files.get(location.file()));
        }
      }
      out.end(locations);
      out.end(entry);
    }
    for (SourceFile file : files.keySet()) {
      file.write(out, 2);
    }
    out.end(source);
  }

  /** The files that made an operation, numbered in the order in which they first did. */
  private Map<SourceFile, Integer> sourceFiles() {
    Map<SourceFile, Integer> files = new LinkedHashMap<>();
    for (int i = 0; i < nodes.size(); i++) {
      List<List<Location>> all = nodes.get(i).locations;
      for (int j = 0; j < all.size(); j++) {
        List<Location> calls = all.get(j);
        for (int k = 0; k < calls.size(); k++) {
          SourceFile file = calls.get(k).file();
          if (!files.containsKey(file)) {
            files.put(file, files.size());
          }
        }
      }
    }
    return files;
  }
}
