package dev.luakit.vm;

import java.util.Arrays;

/** A thread of Lua: a stack of frames that can be left and entered again. */
public final class Coroutine {
  private static final int COROUTINE_BYTES = 512;
  private static final int FRAME_BYTES = 96;
  private static final int REGISTER_BYTES = 8;

  enum Status {
    SUSPENDED("suspended"),
    RUNNING("running"),
    /** It resumed another one and waits for it. */
    NORMAL("normal"),
    DEAD("dead");

    final String luaName;

    Status(String luaName) {
      this.luaName = luaName;
    }
  }

  private final LuaState state;

  /** What it runs when it is first resumed; {@code null} for the main coroutine. */
  final LuaFunction function;

  Status status;
  boolean started;

  /** Who waits for this coroutine, and where that one wants the results. */
  Coroutine resumer;

  int resumeDestination;
  int resumeWanted;

  /** Whether results and errors go to the resumer as they are, as for {@code coroutine.wrap}. */
  boolean wrapped;

  /** Where the values of the next resume go. */
  int yieldDestination;

  int yieldWanted;

  /** Boundaries on the stack; where there is one, Java code would have to be left by a yield. */
  int boundaries;

  /** Room beyond the limit of calls for an error handler that runs where the limit was hit. */
  int extraDepth;

  /** How many coroutines wait below this one while it runs. */
  int nesting;

  private Frame[] frames = new Frame[8];
  private int depth;
  private int deepest;

  /** The environment of chunks that this thread loads. */
  LuaTable environment;

  int identity;

  Coroutine(LuaState state, LuaFunction function) {
    state.memory().allocate(COROUTINE_BYTES);
    this.state = state;
    this.function = function;
    this.status = Status.SUSPENDED;
  }

  /** {@code suspended}, {@code running}, {@code normal} or {@code dead}. */
  public String status() {
    return status.luaName;
  }

  int depth() {
    return depth;
  }

  /** The frame at a depth, from 0 at the bottom. */
  Frame frame(int at) {
    return frames[at];
  }

  Frame top() {
    return frames[depth - 1];
  }

  /** A new frame on top, whose fields are the caller's to set. */
  Frame push(int registers) {
    if (depth >= deepest) {
      deepen(registers);
    }
    return frames[depth++];
  }

  private void deepen(int registers) {
    if (depth >= state.limits().callDepth() + extraDepth) {
      throw state.error("stack overflow");
    }
    state.memory().allocate(FRAME_BYTES + (long) registers * REGISTER_BYTES);
    if (depth == frames.length) {
      frames = Arrays.copyOf(frames, depth * 2);
    }
    frames[depth] = new Frame();
    deepest = depth + 1;
  }

  /** Drops the top frame; returns the one below it. */
  Frame pop() {
    return frames[--depth - 1];
  }

  void cutTo(int newDepth) {
    while (depth > newDepth) {
      if (frames[--depth].kind == Frame.Kind.BOUNDARY) {
        boundaries--;
      }
    }
  }
}
