package dev.luakit.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A table beside the simplest thing that behaves like one: a map that keeps the order of insertion,
 * with every change made to both. Strings reach the table as equal objects that are not the same,
 * and by either way of look-up.
 */
final class TableModel {
  private static final double[] ODD_NUMBERS = {
    -0.0,
    0.5,
    -1,
    1e300,
    -1e-300,
    1L << 31,
    -(1L << 31),
    (1L << 31) - 1,
    1L << 53,
    1.0 / 0,
    -1.0 / 0
  };

  private static final int SITES = 8;

  private final LuaTable table = new LuaTable(new Memory(Long.MAX_VALUE));
  private final Map<Object, Object> model = new LinkedHashMap<>();
  private final int[] hints = new int[SITES];
  private final LuaTable[] objects = new LuaTable[12];

  TableModel() {
    for (int i = 0; i < objects.length; i++) {
      objects[i] = new LuaTable(new Memory(1000));
    }
  }

  LuaTable table() {
    return table;
  }

  /** Some key that is not a positive integer in the range of the array part. */
  Object otherKey(Random random) {
    return switch (random.nextInt(5)) {
      case 0 -> ODD_NUMBERS[random.nextInt(ODD_NUMBERS.length)];
      case 1 -> objects[random.nextInt(objects.length)];
      case 2 -> random.nextBoolean();
      case 3 -> "a rather long name of a field, number " + random.nextInt(30);
      default -> ("k" + random.nextInt(12)).intern();
    };
  }

  void set(Object key, Object value) {
    if (key instanceof String text && text.equals(text.intern()) && text.length() < 4) {
      int site = Math.floorMod(text.hashCode(), SITES);
      boolean existing = value != null && model.containsKey(key);
      assertEquals(existing, table.setExisting(text.intern(), value, hints, site));
      if (!existing) {
        table.set(text, value);
      }
    } else {
      table.set(key, value);
    }
    Object same = key instanceof Double number ? (Object) (number + 0.0) : key;
    if (value == null) {
      model.remove(same);
    } else {
      model.put(same, value);
    }
  }

  /** The entries by when their keys were inserted. */
  List<Map.Entry<Object, Object>> inOrder() {
    return new ArrayList<>(model.entrySet());
  }

  void assertContents() {
    model.forEach(
        (key, value) -> {
          assertEquals(value, table.get(key));
          if (key instanceof String text) {
            assertEquals(value, table.get(text.intern(), hints, 0));
          }
        });
    for (int i = -1; i < 300; i++) {
      assertEquals(model.get((double) i), table.get(i));
      assertEquals(model.get("k" + i), table.get("k" + i));
    }
    for (double number : ODD_NUMBERS) {
      assertEquals(model.get(number + 0.0), table.get(number));
    }
    for (LuaTable object : objects) {
      assertEquals(model.get(object), table.get(object));
    }
    assertNull(table.get(0.0 / 0));
  }

  void assertLengthIsABorder() {
    int length = table.length();
    assertNull(model.get(length + 1.0));
    if (length > 0) {
      assertNotNull(model.get((double) length));
    }
  }
}
