package dev.luakit.stdlib;

import dev.luakit.vm.Arguments;
import dev.luakit.vm.LuaFunction;
import dev.luakit.vm.LuaState;
import dev.luakit.vm.LuaTable;

/**
 * The quicksort of {@code table.sort}. It compares and swaps the same elements in the same order as
 * the reference implementation, so that equal elements end up in the same places and an order
 * function that contradicts itself shows in the same way.
 */
final class Sort {
  /** Comparisons of numbers and strings before they are accounted for as work. */
  private static final int BATCH = 1000;

  private final Arguments arguments;
  private final LuaState state;
  private final LuaTable table;

  /** The order function, {@code null} for the operator. */
  private final LuaFunction order;

  private int comparisons;

  Sort(Arguments arguments, LuaTable table, LuaFunction order) {
    this.arguments = arguments;
    this.state = arguments.state();
    this.table = table;
    this.order = order;
  }

  private boolean less(Object a, Object b) {
    if (++comparisons == BATCH) {
      state.work(BATCH);
      comparisons = 0;
    }
    if (order != null) {
      return LuaState.isTrue(LuaState.first(state.call(order, a, b)));
    }
    if (a instanceof Double x && b instanceof Double y) {
      return x < y;
    }
    return state.lessThan(a, b);
  }

  private void put(int i, Object a, int j, Object b) {
    table.set(i, a);
    table.set(j, b);
  }

  /** Sorts the elements from {@code from} to {@code to}, both included. */
  void sort(int from, int to) {
    int low = from;
    int high = to;
    while (low < high) {
      // Put the first, the middle and the last element in order; the middle one is the pivot.
      Object a = table.get(low);
      Object b = table.get(high);
      if (less(b, a)) {
        put(low, b, high, a);
      }
      if (high - low == 1) {
        return;
      }
      int middle = (int) (((long) low + high) / 2);
      Object pivot = table.get(middle);
      a = table.get(low);
      if (less(pivot, a)) {
        put(middle, a, low, pivot);
      } else {
        b = table.get(high);
        if (less(b, pivot)) {
          put(middle, b, high, pivot);
        }
      }
      if (high - low == 2) {
        return;
      }
      pivot = table.get(middle);
      put(middle, table.get(high - 1), high - 1, pivot);
      int i = partition(low, high, pivot);
      // The smaller part is sorted by a call, so that the calls nest by the logarithm at most.
      if (i - low < high - i) {
        sort(low, i - 1);
        low = i + 1;
      } else {
        sort(i + 1, high);
        high = i - 1;
      }
    }
  }

  /** Puts the smaller elements before the pivot, which lies last but one; tells its new place. */
  private int partition(int low, int high, Object pivot) {
    int i = low;
    int j = high - 1;
    while (true) {
      Object small;
      while (less(small = table.get(++i), pivot)) {
        if (i > high) {
          throw arguments.error("invalid order function for sorting");
        }
      }
      Object big;
      while (less(pivot, big = table.get(--j))) {
        if (j < low) {
          throw arguments.error("invalid order function for sorting");
        }
      }
      if (j < i) {
        break;
      }
      put(i, big, j, small);
    }
    put(high - 1, table.get(i), i, table.get(high - 1));
    return i;
  }
}
