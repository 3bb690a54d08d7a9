package dev.luakit.vm;

import java.util.Arrays;

/**
 * A table: an array part for the keys 1 to n, and a hash part that keeps its entries in the order
 * in which they were inserted.
 *
 * <p>A traversal goes in insertion order over both parts together. The array part's slots were
 * filled by rising index, so it is enough that each hash entry knows how many slots stood before it
 * ({@link #rank}). For the same reason integer keys that were not inserted in rising order stay in
 * the hash part.
 *
 * <p>Setting an entry to nil leaves its key behind with no value until the hash part is next
 * rebuilt (by an insertion), so that a traversal can go on from it.
 */
public final class LuaTable {
  private static final Object[] NO_SLOTS = {};
  private static final int[] NO_INDEX = {0};

  /** Stands in place of a key that was removed and inserted again further on. Equal to no key. */
  private static final Object MOVED = new Object();

  /** What a table costs by itself; see {@link Memory} for how the costs were chosen. */
  private static final int TABLE_BYTES = 64;

  private static final int SLOT_BYTES = 24;
  private static final int ENTRY_BYTES = 56;

  private final Memory memory;

  private Object[] array = NO_SLOTS;
  private int arrayCount;

  private Object[] keys = NO_SLOTS;
  private Object[] values = NO_SLOTS;

  /** For each entry the number of array slots that precede it; never falls from entry to entry. */
  private int[] rank = NO_INDEX;

  /** Entries in use, those without a value included. */
  private int entryCount;

  /** Whether a number was ever a key of the hash part. */
  private boolean hasNumberKeys;

  /** Open addressing by hash: 0, or an entry's position plus 1. Its length is a power of two. */
  private int[] index = NO_INDEX;

  private LuaTable metatable;

  /** Bits of the {@link Metamethod}s that this table is known not to define. */
  private int absentMetamethods;

  int identity;

  public LuaTable(Memory memory) {
    memory.allocate(TABLE_BYTES);
    this.memory = memory;
  }

  /** A table with room for {@code slots} array slots and {@code entries} hash entries. */
  public LuaTable(Memory memory, int slots, int entries) {
    this(memory);
    if (slots > 0) {
      memory.allocate((long) slots * SLOT_BYTES);
      array = new Object[slots];
    }
    if (entries > 0) {
      resizeEntries(entries);
    }
  }

  public LuaTable metatable() {
    return metatable;
  }

  public void setMetatable(LuaTable metatable) {
    this.metatable = metatable;
  }

  /** The handler that this table, as a metatable, has for {@code event}, or {@code null}. */
  Object metamethod(Metamethod event) {
    if ((absentMetamethods & event.bit) != 0) {
      return null;
    }
    Object handler = get(event.key);
    if (handler == null) {
      absentMetamethods |= event.bit;
    }
    return handler;
  }

  // ---- reading

  /** The value at {@code key}, without metamethods. */
  public Object get(Object key) {
    if (key instanceof String string) {
      return get(string);
    }
    if (key instanceof Double number) {
      return get(number.doubleValue());
    }
    if (key == null || entryCount == 0) {
      return null;
    }
    int entry = find(key, key.hashCode());
    return entry < 0 ? null : values[entry];
  }

  public Object get(String key) {
    int[] index = this.index;
    int mask = index.length - 1;
    for (int i = spread(key.hashCode()) & mask; ; i = (i + 1) & mask) {
      int entry = index[i] - 1;
      if (entry < 0) {
        return null;
      }
      Object candidate = keys[entry];
      if (candidate == key || key.equals(candidate)) {
        return values[entry];
      }
    }
  }

  Object get(String key, int[] hints, int site) {
    int hint = hints[site];
    Object[] keys = this.keys;
    if (hint < keys.length && keys[hint] == key) {
      return values[hint];
    }
    return find(key, hints, site);
  }

  private Object find(String key, int[] hints, int site) {
    int entry = find(key, key.hashCode());
    if (entry < 0) {
      return null;
    }
    hints[site] = entry;
    return values[entry];
  }

  boolean setExisting(String key, Object value, int[] hints, int site) {
    int hint = hints[site];
    Object[] keys = this.keys;
    if (hint < keys.length && keys[hint] == key && values[hint] != null && value != null) {
      values[hint] = value;
      return true;
    }
    if (value == null || find(key, hints, site) == null) {
      return false;
    }
    values[hints[site]] = value;
    return true;
  }

  /** Stores at an existing slot or appends where there is room, without a metatable. */
  boolean setSlot(double key, Object value) {
    int slot = (int) key - 1;
    if (slot + 1 != key || value == null || slot < 0 || metatable != null) {
      return false;
    }
    if (slot < arrayCount) {
      array[slot] = value;
      return true;
    }
    if (slot == arrayCount && slot < array.length && !hasNumberKeys) {
      array[slot] = value;
      arrayCount = slot + 1;
      return true;
    }
    return false;
  }

  public Object get(double key) {
    int integer = (int) key;
    if (integer == key) {
      return get(integer);
    }
    return hasNumberKeys ? getNumber(key) : null;
  }

  public Object get(int key) {
    int slot = key - 1;
    if (slot >= 0 && slot < arrayCount) {
      return array[slot];
    }
    return hasNumberKeys ? getNumber(key) : null;
  }

  private Object getNumber(double key) {
    Double boxed = key;
    int entry = find(boxed, boxed.hashCode());
    return entry < 0 ? null : values[entry];
  }

  /**
   * The entry of {@code key}, or -1. Numbers and strings are equal by value, others by identity.
   */
  private int find(Object key, int hash) {
    int mask = index.length - 1;
    boolean byValue = key instanceof String || key instanceof Double;
    for (int i = spread(hash) & mask; ; i = (i + 1) & mask) {
      int entry = index[i] - 1;
      if (entry < 0) {
        return -1;
      }
      Object candidate = keys[entry];
      if (candidate == key || (byValue && key.equals(candidate))) {
        return entry;
      }
    }
  }

  private static int spread(int hash) {
    int mixed = hash * 0x9E3779B9;
    return mixed ^ (mixed >>> 15);
  }

  // ---- writing

  /**
   * Sets {@code key}, which is neither nil nor NaN, without metamethods.
   *
   * @param value {@code null} to remove the key
   */
  public void set(Object key, Object value) {
    if (key instanceof Double number) {
      set(number.doubleValue(), value);
    } else {
      setHash(key, value);
    }
  }

  public void set(double key, Object value) {
    int integer = (int) key;
    if (integer == key) {
      set(integer, value);
    } else {
      setHash(key, value);
    }
  }

  public void set(int key, Object value) {
    int slot = key - 1;
    if (slot >= 0 && slot < arrayCount) {
      array[slot] = value;
      if (value == null && slot == arrayCount - 1) {
        dropEmptySlots();
      }
    } else if (slot == arrayCount && !(hasNumberKeys && getNumber(key) != null)) {
      if (value != null) {
        append(value);
      }
    } else {
      setHash((double) key, value);
    }
  }

  private void dropEmptySlots() {
    int count = arrayCount;
    while (count > 0 && array[count - 1] == null) {
      count--;
    }
    arrayCount = count;
  }

  private void append(Object value) {
    if (arrayCount == array.length) {
      growArray(arrayCount + 1);
    }
    array[arrayCount++] = value;
  }

  private void growArray(int needed) {
    int capacity = Math.max(4, Math.max(needed, array.length + (array.length >> 1)));
    memory.allocate((long) (capacity - array.length) * SLOT_BYTES);
    array = Arrays.copyOf(array, capacity);
  }

  /**
   * Stores {@code values[from]} and the {@code count - 1} after it at the keys from {@code first}
   * on, as a table constructor does: nils in between keep their slots.
   */
  void setList(int first, Object[] values, int from, int count) {
    if (count == 0) {
      return;
    }
    if (first != arrayCount + 1 || hasNumberKeys) {
      for (int i = 0; i < count; i++) {
        set(first + i, values[from + i]);
      }
      return;
    }
    if (arrayCount + count > array.length) {
      growArray(arrayCount + count);
    }
    System.arraycopy(values, from, array, arrayCount, count);
    arrayCount += count;
    dropEmptySlots();
  }

  private void setHash(Object key, Object value) {
    int hash = key.hashCode();
    int entry = find(key, hash);
    if (entry >= 0) {
      if (values[entry] != null || value == null) {
        values[entry] = value;
        return;
      }
      if (entry == entryCount - 1) {
        values[entry] = value;
        absentMetamethods = 0;
        return;
      }
    }
    if (value == null) {
      return;
    }
    if (entryCount == keys.length) {
      makeRoom();
      if (key instanceof Double number && isSlot(number)) {
        set(number.doubleValue(), value);
        return;
      }
      entry = find(key, hash);
    }
    insert(key, hash, value, entry);
  }

  /** Appends an entry; {@code removed} is the entry that the key had before, or -1. */
  private void insert(Object key, int hash, Object value, int removed) {
    int mask = index.length - 1;
    int entry = entryCount++;
    if (removed >= 0) {
      int i = spread(hash) & mask;
      while (index[i] != removed + 1) {
        i = (i + 1) & mask;
      }
      index[i] = entry + 1;
      keys[removed] = MOVED;
    } else {
      int i = spread(hash) & mask;
      while (index[i] != 0) {
        i = (i + 1) & mask;
      }
      index[i] = entry + 1;
    }
    keys[entry] = key;
    values[entry] = value;
    int before = arrayCount;
    if (entry > 0 && rank[entry - 1] > before) {
      before = rank[entry - 1];
    }
    rank[entry] = before;
    hasNumberKeys |= key instanceof Double;
    absentMetamethods = 0;
  }

  private boolean isSlot(double key) {
    int integer = (int) key;
    return integer == key && integer >= 1 && integer <= arrayCount + 1;
  }

  // ---- growing

  /** Makes room for one more entry: moves integer keys to the array part, drops dead entries. */
  private void makeRoom() {
    if (hasNumberKeys) {
      moveIntegerKeysToArray();
    }
    int live = 0;
    for (int i = 0; i < entryCount; i++) {
      if (values[i] != null) {
        live++;
      }
    }
    resizeEntries(live + (live >> 1) + 1);
  }

  /**
   * Moves the integer keys of the hash part to the array part where that keeps the order of a
   * traversal (they were inserted in rising order) and leaves at least half of the slots filled.
   */
  private void moveIntegerKeysToArray() {
    int filled = 0;
    for (int i = 0; i < arrayCount; i++) {
      if (array[i] != null) {
        filled++;
      }
    }
    int last = arrayCount;
    int newCount = arrayCount;
    boolean others = false;
    for (int i = 0; i < entryCount; i++) {
      if (values[i] == null) {
        continue;
      }
      if (!(keys[i] instanceof Double number)) {
        continue;
      }
      int key = (int) number.doubleValue();
      if (key != number || key < 1) {
        others = true;
        continue;
      }
      if (key <= last) {
        return;
      }
      last = key;
      filled++;
      if (filled >= key - key / 2) {
        newCount = key;
      }
    }
    if (newCount == arrayCount) {
      return;
    }
    if (newCount > array.length) {
      growArray(newCount);
    }
    int reached = 0;
    for (int i = 0; i < entryCount; i++) {
      if (values[i] != null && keys[i] instanceof Double number) {
        int key = (int) number.doubleValue();
        if (key == number && key >= 1 && key <= newCount) {
          array[key - 1] = values[i];
          values[i] = null;
          keys[i] = MOVED;
          reached = key;
        } else {
          others = true;
        }
      }
      rank[i] = Math.max(rank[i], reached);
    }
    arrayCount = newCount;
    hasNumberKeys = others;
  }

  /** Rebuilds the hash part with its live entries and room for {@code capacity} in all. */
  private void resizeEntries(int capacity) {
    capacity = Math.max(capacity, 4);
    if (capacity > keys.length) {
      memory.allocate((long) (capacity - keys.length) * ENTRY_BYTES);
    }
    Object[] oldKeys = keys;
    Object[] oldValues = values;
    int[] oldRank = rank;
    int oldCount = entryCount;
    int size = Integer.highestOneBit(capacity + (capacity >> 1)) << 1;
    int mask = size - 1;
    keys = new Object[capacity];
    values = new Object[capacity];
    rank = new int[capacity];
    index = new int[size];
    entryCount = 0;
    for (int i = 0; i < oldCount; i++) {
      if (oldValues[i] == null) {
        continue;
      }
      Object key = oldKeys[i];
      int at = spread(key.hashCode()) & mask;
      while (index[at] != 0) {
        at = (at + 1) & mask;
      }
      keys[entryCount] = key;
      values[entryCount] = oldValues[i];
      rank[entryCount] = oldRank[i];
      index[at] = ++entryCount;
    }
  }

  // ---- length and order

  /** A border, as the length operator gives it: n where n + 1 has no value. */
  public int length() {
    if (!hasNumberKeys) {
      return arrayCount;
    }
    int border = arrayCount;
    while (border < Integer.MAX_VALUE && getNumber(border + 1.0) != null) {
      border++;
    }
    return border;
  }

  /**
   * Steps through the table without looking keys up: 0 stands before the first entry, and the
   * position after the last is 0 again.
   *
   * @return the position of the next entry that has a value, whose key and value {@link #keyAt} and
   *     {@link #valueAt} tell while the table gets no new keys
   */
  public int next(int position) {
    int slot;
    int entry;
    if (position >= 0) {
      slot = position;
      entry = firstEntryAfter(position);
    } else {
      entry = -position;
      slot = rank[entry - 1];
    }
    while (entry < entryCount && values[entry] == null) {
      entry++;
    }
    int end = entry < entryCount ? Math.min(rank[entry], arrayCount) : arrayCount;
    while (slot < end) {
      if (array[slot++] != null) {
        return slot;
      }
    }
    return entry < entryCount ? -(entry + 1) : 0;
  }

  /** The first entry that stands behind the array slot of that key. */
  private int firstEntryAfter(int slot) {
    if (entryCount == 0 || rank[0] >= slot) {
      return 0;
    }
    int low = 0;
    int high = entryCount;
    while (low + 1 < high) {
      int middle = (low + high) >>> 1;
      if (rank[middle] >= slot) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return high;
  }

  public Object keyAt(int position) {
    return position > 0 ? (Object) (double) position : keys[-position - 1];
  }

  public Object valueAt(int position) {
    return position > 0 ? array[position - 1] : values[-position - 1];
  }

  /**
   * The position of {@code key}, for {@link #next(int)}.
   *
   * @param key {@code null} for the position before the first entry
   * @return {@link Integer#MIN_VALUE} where the table has no such key
   */
  public int position(Object key) {
    if (key == null) {
      return 0;
    }
    if (key instanceof Double number) {
      int integer = (int) number.doubleValue();
      if (integer == number && integer >= 1 && integer <= arrayCount) {
        return integer;
      }
      key = number + 0.0;
    }
    int entry = find(key, key.hashCode());
    if (entry >= 0) {
      return -(entry + 1);
    }
    if (key instanceof Double number
        && number >= 1
        && number <= array.length
        && number == Math.rint(number)) {
      return (int) number.doubleValue();
    }
    return Integer.MIN_VALUE;
  }
}
