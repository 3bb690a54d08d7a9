package dev.luakit.cli;

import java.util.Iterator;

/** The names of kinds of operations, for whoever completes them. */
final class OpKindNames implements Iterable<String> {
  @Override
  public Iterator<String> iterator() {
    return DagFilter.names().iterator();
  }
}
