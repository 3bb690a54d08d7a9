package dev.luakit.vm;

import java.util.ArrayList;
import java.util.List;

/**
 * The active calls, innermost first.
 *
 * @param calls without the functions written in Java
 */
public record Traceback(List<Call> calls) {
  /**
   * An active call.
   *
   * @param chunk the name of the chunk that the function is in
   * @param line the line that is being run, from 1
   * @param column the column in it, from 1
   * @param function how the function is called, such as {@code function 'build'} or {@code main
   *     chunk}
   */
  public record Call(String chunk, int line, int column, String function) {}

  /** The same with another column in the innermost call. */
  Traceback at(int column) {
    if (calls.isEmpty()) {
      return this;
    }
    List<Call> moved = new ArrayList<>(calls);
    Call call = calls.getFirst();
    moved.set(0, new Call(call.chunk(), call.line(), column, call.function()));
    return new Traceback(moved);
  }
}
