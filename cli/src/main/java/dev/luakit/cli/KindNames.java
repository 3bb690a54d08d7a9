package dev.luakit.cli;

import java.util.Iterator;

/** The names of kinds of projects, for whoever completes them. */
final class KindNames implements Iterable<String> {
  @Override
  public Iterator<String> iterator() {
    return ProjectKind.names().iterator();
  }
}
