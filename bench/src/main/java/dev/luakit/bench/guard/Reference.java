package dev.luakit.bench.guard;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Work that has nothing to do with luakit, of the same kinds: a loop over instructions, a table by
 * name, numbers in boxes, strings that grow, a sort. Times are told in units of it, so that a
 * machine that is slower is so for both. It must never be changed: the baseline is in its units.
 */
public final class Reference {
  private static final int INSTRUCTIONS = 60_000;
  private static final int NAMES = 256;

  private final int[] code = new int[INSTRUCTIONS];
  private final String[] names = new String[NAMES];

  /** Makes the instructions and names, the same each time. */
  public Reference() {
    int random = 12345;
    for (int i = 0; i < code.length; i++) {
      random = random * 1_103_515_245 + 12_345;
      code[i] = random >>> 8;
    }
    for (int i = 0; i < names.length; i++) {
      names[i] = "name" + i * 7919;
    }
  }

  /** Does it once; the result is the same each time. */
  public long run() {
    Map<String, Object> table = new HashMap<>();
    StringBuilder text = new StringBuilder();
    double accumulator = 1;
    for (int instruction : code) {
      String name = names[instruction >>> 3 & NAMES - 1];
      switch (instruction & 7) {
        case 0 -> table.put(name, accumulator);
        case 1 -> accumulator += table.get(name) instanceof Double value ? value : 1;
        case 2 -> accumulator = accumulator * 0.5 + 1;
        case 3 -> text.append(name);
        case 4 -> accumulator -= text.length() & 15;
        case 5 -> table.put(name, text.length() < 4096 ? name : text.substring(0, 32));
        case 6 -> accumulator = Math.abs(accumulator) % 1000;
        default -> {
          if (text.length() > 4096) {
            text.setLength(0);
          }
        }
      }
    }
    Object[] keys = table.keySet().toArray();
    Arrays.sort(keys);
    return (keys[0] + text.toString()).hashCode() + (long) accumulator;
  }
}
