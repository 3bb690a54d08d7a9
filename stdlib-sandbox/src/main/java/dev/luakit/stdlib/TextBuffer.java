package dev.luakit.stdlib;

import dev.luakit.vm.Memory;

/** Puts a string together from pieces, and accounts for its memory before it takes it. */
final class TextBuffer {
  /** Bytes of a buffer that are not accounted for, as it is soon gone. */
  private static final int FIRST_ROOM = 256;

  /** Close to the longest array that every JVM can make. */
  private static final int MAX_LENGTH = Integer.MAX_VALUE - 16;

  private final Memory memory;
  private final StringBuilder text;

  /** Bytes that the buffer may hold before more must be accounted for. */
  private long room = FIRST_ROOM;

  TextBuffer(Memory memory) {
    this.memory = memory;
    text = new StringBuilder();
  }

  /**
   * @param length the length that the string will have, as far as is known
   */
  TextBuffer(Memory memory, long length) {
    this.memory = memory;
    if (length > room) {
      allocateRoom(length);
    }
    text = new StringBuilder((int) Math.min(length, room));
  }

  /** Accounts for a string of that length, which is more than an array can hold at the most. */
  static void allocateString(Memory memory, long length) {
    memory.allocateString(length > MAX_LENGTH ? Long.MAX_VALUE / 2 : length);
  }

  int length() {
    return text.length();
  }

  TextBuffer append(char c) {
    reserve(1);
    text.append(c);
    return this;
  }

  TextBuffer append(String piece) {
    reserve(piece.length());
    text.append(piece);
    return this;
  }

  /** Appends {@code piece.substring(from, to)}. */
  TextBuffer append(String piece, int from, int to) {
    reserve(to - from);
    text.append(piece, from, to);
    return this;
  }

  TextBuffer append(char c, int count) {
    if (count > 0) {
      reserve(count);
      text.repeat(c, count);
    }
    return this;
  }

  private void reserve(int more) {
    long needed = (long) text.length() + more;
    if (needed > room) {
      allocateRoom(needed);
      text.ensureCapacity((int) room);
    }
  }

  private void allocateRoom(long needed) {
    if (needed > MAX_LENGTH) {
      allocateString(memory, needed);
    }
    long wanted = Math.min(Math.max(needed, 2 * room), MAX_LENGTH);
    memory.allocate(wanted - room);
    memory.checkString(needed);
    room = wanted;
  }

  /** The string; the buffer is not used any more. */
  String finish() {
    memory.checkString(text.length());
    memory.allocateString(Math.max(0, text.length() - (room - FIRST_ROOM)));
    return text.toString();
  }
}
