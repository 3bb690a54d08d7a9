package dev.luakit.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Moving several elements of a table at once. */
class SlotsTest {
  private final LuaTable table = new LuaTable(new Memory(1 << 20));

  private void fill(Object... values) {
    for (int i = 0; i < values.length; i++) {
      table.set(i + 1, values[i]);
    }
  }

  private String values() {
    StringBuilder text = new StringBuilder();
    for (int i = 1; i <= table.length(); i++) {
      text.append(table.get(i));
    }
    return text.toString();
  }

  @Test
  void valuesMoveUpAndDownAsIfAllWereReadFirst() {
    fill("a", "b", "c", "d", "e");
    assertTrue(table.moveSlots(1, 2, 4));
    assertEquals("aabcd", values());
    assertTrue(table.moveSlots(3, 1, 3));
    assertEquals("bcdcd", values());
  }

  @Test
  void theTableEndsBeforeNilsThatMoveToItsEnd() {
    fill("a", "b", "c", "d", "e");
    table.set(3, null);
    assertTrue(table.moveSlots(3, 5, 1));
    assertEquals(4, table.length());
    table.set(5, "f");
    assertEquals("abnulldf", values());
  }

  @Test
  void whatIsNotInTheArrayPartIsNotMoved() {
    fill("a", "b", "c");
    assertFalse(table.moveSlots(0, 1, 2));
    assertFalse(table.moveSlots(1, 0, 2));
    assertFalse(table.moveSlots(2, 3, 2));
    assertFalse(table.moveSlots(3, 2, 2));
    assertFalse(table.moveSlots(1, 2, Integer.MAX_VALUE));
    assertFalse(table.moveSlots(1, 2, -1));
    assertEquals("abc", values());
  }

  @Test
  void nothingMayBeMovedBehindTheEnd() {
    fill("a", "b", "c");
    assertTrue(table.moveSlots(4, 3, 0));
    assertEquals("abc", values());
  }
}
