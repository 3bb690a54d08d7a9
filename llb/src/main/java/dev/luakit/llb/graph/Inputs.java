package dev.luakit.llb.graph;

import dev.luakit.llb.wire.ProtoWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The inputs of an operation while it is being made, and in the order in which they are written.
 */
final class Inputs {
  /** The index that stands for scratch. */
  static final int SCRATCH = -1;

  private static final int FEW = 16;

  private final List<Output> written = new ArrayList<>(2);

  /**
   * All that were added. Two that BuildKit can't tell apart are one input, and yet two vertices,
   * whose metadata and locations differ. The same list as the written ones until there are such.
   */
  private List<Output> added = written;

  /** The index of each written input, once they are more than a few. */
  private Map<String, Integer> indices;

  /** Adds a file system, or scratch where it is null; the same one again is the same input. */
  int add(Output output) {
    if (output == null) {
      return SCRATCH;
    }
    int index = indexOf(output);
    if (index < 0) {
      return append(output);
    }
    if (added == written) {
      added = new ArrayList<>(written);
    }
    added.add(output);
    return index;
  }

  private int indexOf(Output output) {
    if (written.size() < FEW) {
      for (int i = 0; i < written.size(); i++) {
        if (written.get(i).isSameAs(output)) {
          return i;
        }
      }
      return -1;
    }
    if (indices == null) {
      indices = new HashMap<>();
    }
    for (int i = indices.size(); i < written.size(); i++) {
      indices.put(key(written.get(i)), i);
    }
    Integer index = indices.get(key(output));
    return index == null ? -1 : index;
  }

  private static String key(Output output) {
    return output.vertex().digest() + output.index();
  }

  /** Adds a file system, or scratch where it is null, as an input of its own. */
  int append(Output output) {
    if (output == null) {
      return SCRATCH;
    }
    written.add(output);
    if (added != written) {
      added.add(output);
    }
    return written.size() - 1;
  }

  List<Output> written() {
    return written;
  }

  List<Output> added() {
    return added;
  }

  void write(ProtoWriter out, int field) {
    for (int i = 0; i < written.size(); i++) {
      write(out, field, written.get(i));
    }
  }

  static void write(ProtoWriter out, int field, Output output) {
    int input = out.begin(field);
    out.string(1, "digest", output.vertex().digest());
    out.integer(2, output.index());
    out.end(input);
  }
}
