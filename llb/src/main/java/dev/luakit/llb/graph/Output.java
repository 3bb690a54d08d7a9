package dev.luakit.llb.graph;

/**
 * One of the file systems that an operation makes.
 *
 * @param vertex the operation in its graph
 * @param index which of its outputs, from 0
 */
public record Output(Vertex vertex, int index) {

  /** Whether both are the same to BuildKit, which tells operations apart by their digests. */
  boolean isSameAs(Output other) {
    return index == other.index && vertex.isSameAs(other.vertex);
  }
}
