package dev.luakit.vm.compiler;

import java.util.Arrays;

/** Jumps that wait for a common target. */
final class JumpList {
  private int[] jumps = new int[4];
  private int size;

  void add(int jump) {
    if (size == jumps.length) {
      jumps = Arrays.copyOf(jumps, size * 2);
    }
    jumps[size++] = jump;
  }

  int size() {
    return size;
  }

  int get(int i) {
    return jumps[i];
  }
}
