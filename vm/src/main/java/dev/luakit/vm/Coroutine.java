package dev.luakit.vm;

/** A thread of Lua: a stack of frames that can be left and entered again. */
public final class Coroutine {
  static final int COROUTINE_BYTES = 512;
  static final int FRAME_BYTES = 96;
  static final int REGISTER_BYTES = 8;

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

  /** How often it was resumed. */
  int resumptions;

  /** Whether who resumed it waits on the Java stack, in a call of its own. */
  boolean nested;

  /** How many coroutines wait below this one while it runs. */
  int nesting;

  /** The marker at the bottom. */
  private final Frame bottom;

  /** The frame that runs; translated code moves it only where somebody may ask for it. */
  Frame top;

  /** The environment of chunks that this thread loads. */
  LuaTable environment;

  int identity;

  /** Which trace has reached the coroutine last; see {@link Reachability}. */
  byte mark;

  Coroutine(LuaState state, LuaFunction function) {
    state.memory().allocate(COROUTINE_BYTES);
    this.state = state;
    this.function = function;
    this.status = Status.SUSPENDED;
    // The host's call, whose marker is always there, is the first level of the main coroutine.
    bottom = new Frame(null, function == null ? 0 : 1);
    bottom.marker = Frame.Marker.COROUTINE;
    top = bottom;
  }

  /** {@code suspended}, {@code running}, {@code normal} or {@code dead}. */
  public String status() {
    return status.luaName;
  }

  Frame bottom() {
    return bottom;
  }

  /** A new frame on top, whose fields are the caller's to set. */
  Frame push(int registers) {
    Frame frame = top.next;
    if (frame == null) {
      frame = deepen(registers);
    }
    top = frame;
    return frame;
  }

  /** Makes the frame above the top, for a function with that many registers. */
  Frame deepen(int registers) {
    int depth = top.depth + 1;
    if (depth > state.limits().callDepth() + extraDepth) {
      throw state.error("stack overflow");
    }
    state.memory().allocate(FRAME_BYTES + (long) registers * REGISTER_BYTES);
    Frame frame = new Frame(top, depth);
    top.next = frame;
    return frame;
  }

  Frame pushMarker(Frame.Marker kind) {
    Frame frame = push(0);
    frame.closure = null;
    frame.marker = kind;
    return frame;
  }

  /** Gives back the frames above the top, with all that their registers still hold. */
  void dropUnusedFrames() {
    top.next = null;
  }

  /** Drops all frames above {@code frame}. */
  void cutTo(Frame frame) {
    while (top != frame) {
      top.tailCalls = 0;
      if (top.is(Frame.Marker.BOUNDARY)) {
        boundaries--;
      }
      top = top.previous;
    }
  }

  /** Drops all frames of a coroutine that has come to its end. */
  void clear() {
    cutTo(bottom);
    bottom.next = null;
  }
}
