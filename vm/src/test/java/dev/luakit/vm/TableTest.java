package dev.luakit.vm;

import static dev.luakit.vm.Lua.assertResult;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Tables hold any key, and are traversed in the order in which the keys were inserted. */
class TableTest {
  private static final String KEYS =
      " local ks = '' for k in next, t do ks = ks .. tostring(k) .. ' ' end return ks";

  @Test
  void traversalIsInInsertionOrder() {
    assertResult("c a b ", "local t = {} t.c = 1 t.a = 2 t.b = 3" + KEYS);
    assertResult("1 2 x 3 ", "local t = { 'a', 'b', x = 1, 'c' }" + KEYS);
    assertResult("x 1 2 ", "local t = { x = 1, 'a', 'b' }" + KEYS);
    assertResult("1 2 x 3 4 ", "local t = {} t[1] = 1 t[2] = 2 t.x = 3 t[3] = 4 t[4] = 5" + KEYS);
    assertResult("3 2 1 ", "local t = {} for i = 3, 1, -1 do t[i] = i end" + KEYS);
    assertResult("0.5 true 10 x ", "local t = {} t[0.5] = 1 t[true] = 1 t[10] = 1 t.x = 1" + KEYS);
  }

  @Test
  void aKeyThatIsRemovedAndSetAgainGoesToTheEnd() {
    assertResult("b c a ", "local t = { a = 1, b = 2, c = 3 } t.a = nil t.a = 4" + KEYS);
    assertResult("1 x ", "local t = { x = 1 } t.x = nil t[1] = 1 t.x = 2" + KEYS);
  }

  @Test
  void aSlotThatIsEmptiedAndFilledAgainKeepsItsPlace() {
    assertResult("1 2 x ", "local t = { 1, 2 } t.x = 1 t[1] = nil t[1] = 3" + KEYS);
  }

  @Test
  void entriesMayBeRemovedDuringATraversal() {
    assertResult(
        "100, nil",
        """
        local t, n = {}, 0
        for i = 1, 50 do t[i] = i t['k' .. i] = i end
        for k in next, t do t[k] = nil n = n + 1 end
        return n, next(t)
        """);
  }

  /** The key 2 was an entry of the hash part before it became the second slot of the array part. */
  @Test
  void aTraversalGoesOnFromASlotWhoseKeyWasElsewhereBefore() {
    assertResult(
        "1 2 ",
        """
        local t = { [3] = 3 }
        t[2] = 2 t[2] = nil t[1] = 1 t[2] = 2 t[3] = nil
        local visited, key = '', nil
        for step = 1, 5 do
          key = next(t, key)
          if not key then break end
          visited = visited .. key .. ' '
          if key == 2 then t[key] = nil end
        end
        return visited
        """);
  }

  @Test
  void keysThatAreEqualNumbersAreTheSame() {
    assertResult(
        "a, a, a, nil",
        "local t = { [1] = 'a', [0] = 'z' } t[-0] = 'a' return t[1.0], t[0], t[-0], t['1']");
  }

  @Test
  void lengthIsABorder() {
    assertResult(
        "3, 3, 1, 0",
        "local t = { 1, 2, 3 } local u = { 1, nil, 3 } local v = { 1, nil } return #t, #u, #v,"
            + " #{}");
    assertResult("2", "local t = { 1, 2, 3 } t[3] = nil return #t");
    assertResult("4", "local t = {} t[2] = 2 t[1] = 1 t[3] = 3 t[4] = 4 return #t");
  }

  @Test
  void anythingButNilAndNanIsAKey() {
    assertResult(
        "1, 2, 3, 4, 5",
        "local f, t = function() end, {} t[f] = 1 t[t] = 2 t[true] = 3 t[1.5] = 4 t[''] = 5 return"
            + " t[f], t[t], t[true], t[1.5], t['']");
  }

  @Test
  void aTableThatMustNotGrowStaysAsItWas() {
    LuaTable table = new LuaTable(new Memory(2000));
    LimitExceeded limit =
        assertThrows(
            LimitExceeded.class,
            () -> {
              for (int i = 0; i < 100; i++) {
                table.set("k" + i, "v" + i);
                table.set(i + 1, "v" + i);
              }
            });
    assertEquals(LimitExceeded.Kind.MEMORY, limit.kind());
    int size = table.length();
    List<String> keys = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      keys.add("k" + i);
      keys.add(LuaState.first(i + 1.0).toString());
    }
    List<String> found = new ArrayList<>();
    for (Map.Entry<Object, Object> entry : entries(table)) {
      found.add(entry.getKey().toString());
    }
    assertEquals(keys, found.subList(0, keys.size()));
    assertEquals("v" + (size - 1), table.get(size));
  }

  // ---- look-ups that remember where they found a key

  @Test
  void aHintThatIsRightFindsTheValue() {
    LuaTable table = table("x", 1.0, "y", 2.0);
    int[] hints = new int[3];
    for (int round = 0; round < 3; round++) {
      assertEquals(1.0, table.get("x", hints, 1));
      assertEquals(2.0, table.get("y", hints, 2));
      assertNull(table.get("z", hints, 0));
    }
  }

  @Test
  void aHintThatIsWrongDoesNoHarm() {
    LuaTable table = table("x", 1.0, "y", 2.0);
    for (int hint = 0; hint < 40; hint++) {
      int[] hints = {2 * hint};
      assertNull(table.get("z", hints, 0));
      assertEquals(2.0, table.get("y", hints, 0));
      assertEquals(1.0, table.get("x", hints, 0));
      assertFalse(new LuaTable(new Memory(1000)).setExisting("x", 1.0, hints, 0));
    }
  }

  @Test
  void aHintedAssignmentReplacesAValueAndDoesNothingElse() {
    LuaTable table = table("x", 1.0, "y", 2.0);
    int[] hints = new int[1];
    assertTrue(table.setExisting("y", 3.0, hints, 0));
    assertTrue(table.setExisting("y", 4.0, hints, 0));
    assertFalse(table.setExisting("y", null, hints, 0));
    assertFalse(table.setExisting("z", 1.0, hints, 0));
    assertEquals(List.of(Map.entry("x", 1.0), Map.entry("y", 4.0)), entries(table));
    table.set("y", null);
    assertFalse(table.setExisting("y", 5.0, hints, 0));
    assertNull(table.get("y", hints, 0));
  }

  @Test
  void aHintFindsAKeyThatWasPutTogether() {
    LuaTable table = new LuaTable(new Memory(1000));
    table.set(copy("name"), "v");
    int[] hints = new int[1];
    assertEquals("v", table.get("name", hints, 0));
    assertEquals("v", table.get("name", hints, 0));
    assertTrue(table.setExisting("name", "w", hints, 0));
    assertEquals("w", table.get(copy("name")));
  }

  @Test
  void aHandlerIsFoundWhereverItStands() {
    for (int before = 0; before < 300; before += 3) {
      LuaTable metatable = new LuaTable(new Memory(1 << 20));
      for (int i = 0; i < before; i++) {
        metatable.set("k" + i, "v");
      }
      assertNull(metatable.metamethod(Metamethod.INDEX));
      metatable.set("__index", "first");
      assertEquals("first", metatable.metamethod(Metamethod.INDEX));
      metatable.set("__index", "second");
      assertEquals("second", metatable.metamethod(Metamethod.INDEX));
      metatable.set("__index", null);
      assertNull(metatable.metamethod(Metamethod.INDEX));
      metatable.set("__newindex", "other");
      metatable.set(copy("__index"), "third");
      assertEquals("third", metatable.metamethod(Metamethod.INDEX));
      assertEquals("other", metatable.metamethod(Metamethod.NEWINDEX));
    }
  }

  // ---- random changes, in step with a model

  /**
   * Integer keys rise, if with gaps, and stay, so that all keys keep the place of their insertion.
   */
  @Test
  void aTraversalIsInTheOrderOfTheModel() {
    for (int seed = 0; seed < 400; seed++) {
      Random random = new Random(seed);
      TableModel model = new TableModel();
      int gaps = random.nextInt(1, 5);
      int integers = random.nextInt(1, 5);
      int last = 0;
      for (int step = 0; step < 300; step++) {
        if (random.nextInt(4) < integers) {
          last += random.nextInt(3) == 0 ? random.nextInt(1, gaps + 1) : 1;
          model.set((double) last, step);
        } else {
          Object key = model.otherKey(random);
          model.set(key, random.nextInt(3) == 0 ? null : (Object) step);
        }
      }
      model.assertContents();
      assertEquals(model.inOrder(), entries(model.table()));
    }
  }

  /** Where integer keys come and go, they may move between the parts; nothing else changes. */
  @Test
  void whatIsInTheTableIsWhatIsInTheModel() {
    for (int seed = 0; seed < 600; seed++) {
      Random random = new Random(seed);
      TableModel model = new TableModel();
      int range = 1 + random.nextInt(1 << random.nextInt(8));
      for (int step = 0; step < 300; step++) {
        Object value = random.nextInt(3) == 0 ? null : (Object) step;
        Object key =
            switch (random.nextInt(6)) {
              case 0 -> model.otherKey(random);
              case 1 -> (double) (range - step);
              case 2 -> (double) model.table().length() + random.nextInt(2);
              default -> (double) random.nextInt(range);
            };
        model.set(key, value);
        model.assertLengthIsABorder();
      }
      model.assertContents();
      assertEquals(new HashSet<>(model.inOrder()), new HashSet<>(entries(model.table())));
    }
  }

  /** What is removed during a traversal is not met any more; all else is met once, in its order. */
  @Test
  void aTraversalMeetsWhatIsLeft() {
    for (int seed = 0; seed < 600; seed++) {
      Random random = new Random(seed);
      TableModel model = new TableModel();
      int range = 1 + random.nextInt(1 << random.nextInt(7));
      for (int step = 0; step < 200; step++) {
        Object key = random.nextBoolean() ? model.otherKey(random) : (Object) (double) range--;
        if (random.nextInt(4) == 0) {
          key = (double) (1 + random.nextInt(20));
        }
        model.set(key, random.nextInt(4) == 0 ? null : (Object) step);
      }
      LuaTable table = model.table();
      List<Map.Entry<Object, Object>> expected = entries(table);
      List<Map.Entry<Object, Object>> met = new ArrayList<>();
      for (int at = table.next(0); at != 0; ) {
        Object key = table.keyAt(at);
        met.add(Map.entry(key, table.valueAt(at)));
        for (int i = random.nextInt(3); i > 0; i--) {
          Map.Entry<Object, Object> removed = expected.get(random.nextInt(expected.size()));
          model.set(removed.getKey(), null);
          if (!met.contains(removed)) {
            expected.remove(removed);
          }
        }
        at = table.next(table.position(key));
      }
      assertEquals(expected, met);
      model.assertContents();
    }
  }

  private static LuaTable table(Object... keysAndValues) {
    LuaTable table = new LuaTable(new Memory(Long.MAX_VALUE));
    for (int i = 0; i < keysAndValues.length; i += 2) {
      table.set(keysAndValues[i], keysAndValues[i + 1]);
    }
    return table;
  }

  /** An equal string that is another object. */
  private static String copy(String text) {
    return new StringBuilder(text).toString();
  }

  private static List<Map.Entry<Object, Object>> entries(LuaTable table) {
    List<Map.Entry<Object, Object>> entries = new ArrayList<>();
    for (int at = table.next(0); at != 0; at = table.next(at)) {
      assertEquals(at, table.position(table.keyAt(at)));
      entries.add(Map.entry(table.keyAt(at), table.valueAt(at)));
    }
    return entries;
  }
}
