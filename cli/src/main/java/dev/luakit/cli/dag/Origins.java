package dev.luakit.cli.dag;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The shown operations that a hidden one comes from. Few of them are held as they are; of many,
 * only where to find them, so that all of a graph's origins together take no more room than its
 * edges. A chain of hidden operations has one object for all of them.
 */
final class Origins {
  /** Most that are held as they are. */
  private static final int FEW = 32;

  private static final Origins NONE = new Origins(List.of(), List.of());

  private final List<Origin> few;
  private final List<Origins> parts;

  /** An output of a shown operation. */
  record Origin(Dag.Node node, int output) {}

  private Origins(List<Origin> few, List<Origins> parts) {
    this.few = few;
    this.parts = parts;
  }

  static Origins of(Origin origin) {
    return new Origins(List.of(origin), List.of());
  }

  /** The origins of an operation with inputs of these origins. */
  static Origins of(List<Origins> inputs) {
    Set<Origin> all = new LinkedHashSet<>();
    Set<Origins> different = new LinkedHashSet<>();
    boolean many = false;
    for (Origins input : inputs) {
      if (input == NONE || !different.add(input)) {
        continue;
      }
      many |= !input.parts.isEmpty();
      if (!many) {
        all.addAll(input.few);
        many = all.size() > FEW;
      }
    }
    if (different.isEmpty()) {
      return NONE;
    }
    List<Origins> parts = List.copyOf(different);
    Origins first = parts.getFirst();
    if (parts.size() == 1 || !many && all.size() == first.few.size()) {
      return first;
    }
    return many ? new Origins(List.of(), parts) : new Origins(List.copyOf(all), List.of());
  }

  /** All of them, each once, in the order of the inputs that they come by. */
  List<Origin> all() {
    if (parts.isEmpty()) {
      return few;
    }
    Set<Origin> all = new LinkedHashSet<>();
    Set<Origins> met = Collections.newSetFromMap(new IdentityHashMap<>());
    List<Origins> open = new ArrayList<>();
    open.add(this);
    while (!open.isEmpty()) {
      Origins next = open.removeLast();
      if (met.add(next)) {
        all.addAll(next.few);
        for (int i = next.parts.size() - 1; i >= 0; i--) {
          open.add(next.parts.get(i));
        }
      }
    }
    return List.copyOf(all);
  }
}
