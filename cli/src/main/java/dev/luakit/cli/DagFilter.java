package dev.luakit.cli;

import dev.luakit.cli.dag.OpKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Reads which operations a graph is to show. */
final class DagFilter {
  private DagFilter() {}

  /**
   * Reads names of kinds and sorts, with commas between them.
   *
   * @throws UsageException if one of them is none of a kind or sort
   */
  static Set<OpKind> parse(String names) {
    Set<OpKind> kinds = EnumSet.noneOf(OpKind.class);
    for (String part : names.split(",", -1)) {
      String name = part.strip();
      boolean known = false;
      for (OpKind kind : OpKind.values()) {
        if (name.equals(kind.text()) || !name.isEmpty() && name.equals(kind.sort())) {
          kinds.add(kind);
          known = true;
        }
      }
      if (!known) {
        throw unknown(name);
      }
    }
    return kinds;
  }

  /** All names that are known. */
  static List<String> names() {
    List<String> names = new ArrayList<>();
    for (OpKind kind : OpKind.values()) {
      names.add(kind.text());
      if (!kind.sort().isEmpty() && !names.contains(kind.sort())) {
        names.add(kind.sort());
      }
    }
    return names;
  }

  private static UsageException unknown(String name) {
    List<String> names = names();
    return new UsageException(
        "--filter: '" + name + "' is no kind of operation" + Suggestion.among(name, names),
        "the kinds are " + String.join(", ", names));
  }
}
