package dev.luakit.llb.advice;

import dev.luakit.llb.graph.Location;
import java.util.List;

/** Tells what a script that is in order may have got wrong. */
public interface Reporter {
  /** Whether nothing more is told, so that nobody need look for it. */
  boolean isFull();

  /**
   * Tells something of a call.
   *
   * @param call the call; null for the script as a whole
   * @param message what is odd about it
   * @param hint what to write instead
   */
  void add(Location call, String message, String hint);

  /**
   * The innermost call that is in a file of the user's, not in a library of luakit's; or null.
   *
   * @param calls a call, then its callers
   */
  Location ownCall(List<Location> calls);
}
