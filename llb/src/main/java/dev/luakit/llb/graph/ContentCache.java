package dev.luakit.llb.graph;

/**
 * Whether a command's result is looked up by the content of a mount's files, and not only by how
 * they were made. The constants stand in the order of their numbers on the wire.
 */
public enum ContentCache {
  /** As the daemon decides: where the mount is read-only. */
  DEFAULT,
  ON,
  OFF
}
