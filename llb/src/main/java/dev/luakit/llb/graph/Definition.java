package dev.luakit.llb.graph;

import dev.luakit.llb.wire.MessageTooLongException;
import dev.luakit.llb.wire.ProtoWriter;
import dev.luakit.llb.wire.Sha256;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What BuildKit is given to build: the operations that a state needs, each once, each after its
 * inputs, and last the terminal one, which names the state.
 */
public final class Definition {
  private final List<Node> nodes = new ArrayList<>();
  private final NodeTable byDigest = new NodeTable();
  private final Node exported;
  private final String imageConfig;
  private final byte[] terminal;
  private final String terminalDigest;

  /** From how many calls one operation is said to come; BuildKit prints all of them. */
  private static final int MOST_CALLS = 8;

  /** What an operation's metadata take, mostly, and its locations: a digest, and some more. */
  private static final int METADATA_BYTES = 160;

  /** One operation of the definition, for all vertices that are this one to BuildKit. */
  private static final class Node {
    final Vertex vertex;
    Metadata metadata;

    /** All places that it comes from, or null where those are the vertex's own. */
    private List<List<Location>> places;

    Node(Vertex vertex) {
      this.vertex = vertex;
      metadata = vertex.metadata();
    }

    int places() {
      return places == null ? 1 : places.size();
    }

    List<Location> place(int i) {
      return places == null ? vertex.locations() : places.get(i);
    }

    boolean isLocated() {
      return places() > 1 || !place(0).isEmpty();
    }

    /** Adds what another vertex says about the same operation. */
    void add(Vertex other) {
      metadata = metadata.merge(other.metadata());
      if (places() >= MOST_CALLS) {
        return;
      }
      for (int i = 0; i < places(); i++) {
        if (place(i).equals(other.locations())) {
          return;
        }
      }
      if (places == null) {
        places = new ArrayList<>();
        places.add(vertex.locations());
      }
      places.add(other.locations());
    }
  }

  /**
   * Finds nodes by digest: a hash table for whose keys no object is made, as a digest is a hash.
   */
  private static final class NodeTable {
    private Node[] slots = new Node[64];
    private int size;

    Node get(Vertex vertex) {
      return slots[slot(vertex)];
    }

    void put(Node node) {
      slots[slot(node.vertex)] = node;
      if (++size > slots.length / 2) {
        Node[] old = slots;
        slots = new Node[old.length * 2];
        for (Node each : old) {
          if (each != null) {
            slots[slot(each.vertex)] = each;
          }
        }
      }
    }

    /** Where the node of a vertex is, or would be. */
    private int slot(Vertex vertex) {
      int mask = slots.length - 1;
      int slot = (int) vertex.order() & mask;
      while (slots[slot] != null && !slots[slot].vertex.isSameAs(vertex)) {
        slot = slot + 1 & mask;
      }
      return slot;
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
      exported = byDigest.get(output.vertex());
      Inputs.write(out, 1, output);
    }
    terminal = out.toByteArray();
    terminalDigest = new Sha256().digest(terminal);
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
    return of(state, config, Long.MAX_VALUE);
  }

  /**
   * The same where there is room for so many bytes of the configuration.
   *
   * @throws InvalidGraphException if some text in it is not UTF-8
   * @throws MessageTooLongException if it takes more
   */
  public static Definition of(State state, ImageConfig config, long room) {
    return new Definition(state, config.toJson(state.graph().defaultPlatform(), room));
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
    Node node = byDigest.get(vertex);
    if (node == null) {
      node = new Node(vertex);
      byDigest.put(node);
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
    return byDigest.get(vertex).metadata;
  }

  /**
   * The calls that made an operation of this definition, at most the first {@value #MOST_CALLS}
   * that differ: each where it is, then its callers. A call that nobody knows the place of is
   * empty.
   *
   * @throws NullPointerException if the definition has no such operation
   */
  public List<List<Location>> calls(Vertex vertex) {
    Node node = byDigest.get(vertex);
    return node.places == null
        ? List.of(node.vertex.locations())
        : Collections.unmodifiableList(node.places);
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
    ProtoWriter out = new ProtoWriter(capacity());
    for (int i = 0; i < nodes.size(); i++) {
      out.bytes(1, nodes.get(i).vertex.bytes());
    }
    out.bytes(1, terminal);

    int[] sorted = sortedNodes();
    writeMetadata(out, sorted);
    writeSource(out, sorted);
    return out.toByteArray();
  }

  /**
   * Writes the metadata in the order of the digests. They are written in the nodes' own order at
   * first: nodes that follow each other are near each other in memory, and those whose digests do
   * are not.
   */
  private void writeMetadata(ProtoWriter out, int[] sorted) {
    ProtoWriter entries = new ProtoWriter(METADATA_BYTES * Math.min(nodes.size(), 1 << 20));
    int[] ends = new int[nodes.size() + 1];
    for (int i = 0; i < nodes.size(); i++) {
      Node node = nodes.get(i);
      int entry = entries.begin(2);
      entries.string(1, "digest", node.vertex.digest());
      int metadata = entries.begin(2);
      node.metadata.write(
          entries, node.vertex.op().capabilities(), node == exported ? imageConfig : null);
      entries.end(metadata);
      entries.end(entry);
      ends[i + 1] = entries.size();
    }
    int before = nodesBefore(terminalDigest, sorted);
    copy(out, entries, ends, sorted, 0, before);
    writeTerminalMetadata(out);
    copy(out, entries, ends, sorted, before, sorted.length);
  }

  /** Copies the entries of some of the sorted nodes. */
  private static void copy(
      ProtoWriter out, ProtoWriter entries, int[] ends, int[] sorted, int from, int to) {
    for (int i = from; i < to; i++) {
      out.copy(entries, ends[sorted[i]], ends[sorted[i] + 1]);
    }
  }

  /** How many nodes have lower digests. */
  private int nodesBefore(String digest, int[] sorted) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = low + high >>> 1;
      if (nodes.get(sorted[middle]).vertex.digest().compareTo(digest) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** About as many bytes as are going to be written. */
  private int capacity() {
    long capacity = 4096;
    for (int i = 0; i < nodes.size(); i++) {
      Node node = nodes.get(i);
      capacity += node.vertex.bytes().length + METADATA_BYTES;
      if (node.isLocated()) {
        capacity += METADATA_BYTES;
      }
    }
    return (int) Math.min(capacity, 1 << 30);
  }

  /**
   * Which nodes have the lowest digest, the next one, and so on. Sorted are numbers, each of a
   * digest's first bits and a node; where two digests share those, the rest of them decides.
   */
  private int[] sortedNodes() {
    int count = nodes.size();
    long numbers = (Long.highestOneBit(count) << 1) - 1;
    long[] keys = new long[count];
    for (int i = 0; i < count; i++) {
      long unsigned = nodes.get(i).vertex.order() ^ Long.MIN_VALUE;
      keys[i] = unsigned & ~numbers | i;
    }
    Arrays.sort(keys);
    int[] sorted = new int[count];
    for (int i = 0; i < count; i++) {
      int node = (int) (keys[i] & numbers);
      int at = i;
      while (at > 0
          && (keys[at - 1] & ~numbers) == (keys[i] & ~numbers)
          && isBefore(node, sorted[at - 1])) {
        sorted[at] = sorted[at - 1];
        at--;
      }
      sorted[at] = node;
    }
    return sorted;
  }

  private boolean isBefore(int node, int other) {
    return nodes.get(node).vertex.digest().compareTo(nodes.get(other).vertex.digest()) < 0;
  }

  private void writeTerminalMetadata(ProtoWriter out) {
    int entry = out.begin(2);
    out.string(1, "digest", terminalDigest);
    int metadata = out.begin(2);
    Metadata.NONE.write(out, terminalCapabilities(), exported == null ? imageConfig : null);
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

  private void writeSource(ProtoWriter out, int[] sorted) {
    Map<SourceFile, Integer> files = sourceFiles();
    if (files.isEmpty()) {
      return;
    }
    ProtoWriter entries = new ProtoWriter(METADATA_BYTES * Math.min(nodes.size(), 1 << 20));
    int[] ends = new int[nodes.size() + 1];
    for (int i = 0; i < nodes.size(); i++) {
      if (nodes.get(i).isLocated()) {
        writeLocations(entries, nodes.get(i), files);
      }
      ends[i + 1] = entries.size();
    }
    int source = out.begin(3);
    copy(out, entries, ends, sorted, 0, sorted.length);
    for (SourceFile file : files.keySet()) {
      file.write(out, 2);
    }
    out.end(source);
  }

  private static void writeLocations(ProtoWriter out, Node node, Map<SourceFile, Integer> files) {
    int entry = out.begin(1);
    out.string(1, "digest", node.vertex.digest());
    int locations = out.begin(2);
    for (int i = 0; i < node.places(); i++) {
      List<Location> calls = node.place(i);
      for (int j = 0; j < calls.size(); j++) {
        Location location = calls.get(j);
        location.write(out, 1, files.get(location.file()));
      }
    }
    out.end(locations);
    out.end(entry);
  }

  /** The files that made an operation, numbered in the order in which they first did. */
  private Map<SourceFile, Integer> sourceFiles() {
    Map<SourceFile, Integer> files = new LinkedHashMap<>();
    for (int i = 0; i < nodes.size(); i++) {
      Node node = nodes.get(i);
      for (int j = 0; j < node.places(); j++) {
        List<Location> calls = node.place(j);
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
