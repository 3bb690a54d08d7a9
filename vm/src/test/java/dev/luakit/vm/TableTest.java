package dev.luakit.vm;

import static dev.luakit.vm.Lua.assertResult;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.LinkedHashMap;
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

  /** Compares with a map that keeps insertion order, over many random changes. */
  @Test
  void randomChangesAreKeptInOrder() {
    Random random = new Random(42);
    for (int round = 0; round < 200; round++) {
      LuaTable table = new LuaTable(new Memory(Long.MAX_VALUE));
      Map<Object, Object> model = new LinkedHashMap<>();
      for (int step = 0; step < 300; step++) {
        Object key =
            random.nextBoolean()
                ? (Object) ("k" + random.nextInt(40))
                : (Object) (random.nextInt(40) + 0.5);
        if (random.nextInt(3) == 0) {
          table.set(key, null);
          model.remove(key);
        } else {
          table.set(key, (double) step);
          model.put(key, (double) step);
        }
      }
      assertEquals(new ArrayList<>(model.entrySet()), entries(table));
    }
  }

  /** Integer keys may move between the parts; what is in the table stays the same. */
  @Test
  void randomIntegerKeysAreFoundAgain() {
    Random random = new Random(7);
    for (int round = 0; round < 300; round++) {
      LuaTable table = new LuaTable(new Memory(Long.MAX_VALUE));
      Map<Object, Object> model = new LinkedHashMap<>();
      int range = 1 + random.nextInt(60);
      for (int step = 0; step < 300; step++) {
        Object key = (double) random.nextInt(range);
        if (random.nextInt(4) == 0) {
          table.set(key, null);
          model.remove(key);
        } else {
          table.set(key, (double) step);
          model.put(key, (double) step);
        }
        for (int i = 0; i < range; i++) {
          assertEquals(model.get((double) i), table.get(i));
        }
      }
      assertEquals(model.size(), entries(table).size());
      assertEquals(
          model.keySet(),
          new java.util.HashSet<>(entries(table).stream().map(Map.Entry::getKey).toList()));
    }
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
