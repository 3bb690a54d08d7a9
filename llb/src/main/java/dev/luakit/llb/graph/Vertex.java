package dev.luakit.llb.graph;

import java.util.List;

/** An operation in a graph: its bytes, and what is said about it. Immutable. */
public final class Vertex {
  /** What an object of a few fields takes, roughly, on a 64-bit machine. */
  private static final int OBJECT_BYTES = 48;

  /** Where a digest's hexadecimal digits begin. */
  private static final int DIGITS = "sha256:".length();

  private final int id;
  private final Op op;
  private final byte[] bytes;
  private final String digest;
  private final long order;
  private final Metadata metadata;
  private final List<Location> locations;

  Vertex(int id, Op op, byte[] bytes, String digest, Metadata metadata, List<Location> locations) {
    this.id = id;
    this.op = op;
    this.bytes = bytes;
    this.digest = digest;
    this.order = Long.parseUnsignedLong(digest, DIGITS, DIGITS + 16, 16);
    this.metadata = metadata;
    this.locations = locations;
  }

  /** The vertex's number in its graph, from 0; greater than that of all its inputs. */
  int id() {
    return id;
  }

  /** The operation. */
  public Op op() {
    return op;
  }

  /** The marshaled Op; not to be changed. */
  byte[] bytes() {
    return bytes;
  }

  /** {@code sha256:} and 64 hexadecimal digits, the digest of the marshaled operation. */
  public String digest() {
    return digest;
  }

  /** The digest's first 16 digits, unsigned: vertices are in the order of their digests by it. */
  long order() {
    return order;
  }

  /** Whether BuildKit takes this vertex and another for the same. */
  boolean isSameAs(Vertex other) {
    return this == other || order == other.order && digest.equals(other.digest);
  }

  /** What is said about the operation. */
  Metadata metadata() {
    return metadata;
  }

  /** Where the script made it: the call, then its callers. */
  public List<Location> locations() {
    return locations;
  }

  /** Bytes of memory that the vertex takes, roughly, without its inputs. */
  long size() {
    // The operation's own objects hold about as much as its bytes do.
    return 6L * OBJECT_BYTES + 2L * bytes.length + (long) OBJECT_BYTES * locations.size();
  }
}
