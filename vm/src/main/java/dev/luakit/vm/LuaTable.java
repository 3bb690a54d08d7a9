package dev.luakit.vm;

/**
 * A table: an array part for the keys 1 to n, and a hash part that keeps its entries in the order
 * in which they were inserted.
 *
 * <p>A traversal goes in insertion order over both parts together. The array part's slots were
 * filled by rising index, so it is enough that each hash entry knows how many slots stood before it
 * ({@link #rank}). For the same reason integer keys that were not inserted in rising order stay in
 * the hash part. There are two exceptions: a slot that is emptied and filled again keeps its place,
 * and integer keys that were inserted before smaller ones that are slots by now become slots
 * themselves when the hash part is rebuilt.
 *
 * <p>Setting an entry to nil leaves its key behind with no value until the hash part is next
 * rebuilt (by an insertion), so that a traversal can go on from it.
 *
 * <p>Most tables are small objects, which are a {@code LuaTable} and one array: a field comes into
 * being only with the first table that needs it to be more than the constant. The short paths of
 * the methods that running code calls most are kept apart from the long ones, so that the compiler
 * of the JVM copies the short ones to where they are called.
 */
public final class LuaTable {
  private static final Object[] NO_ROOM = {};

  /**
   * Stands in place of a key that was removed and inserted again further on, or that nobody has any
   * more. Equal to no key.
   */
  private static final Object MOVED = new Object();

  /** What a table costs by itself; see {@link Memory} for how the costs were chosen. */
  private static final int TABLE_BYTES = 64;

  private static final int SLOT_BYTES = 24;
  private static final int ENTRY_BYTES = 56;

  /** In so few entries a key is looked for one by one; where there is more room is an index. */
  private static final int MAX_SCANNED = 8;

  /** So many keys with one hash, or with hashes close to it, are no accident. */
  private static final int MOST_PROBES = 200;

  /** Bytes of a key that {@link KeyedHash} takes in about the time of an instruction. */
  private static final int KEYED_BYTES_PER_STEP = 16;

  /** Keys behind the slots of which each is looked at for the table's length. */
  private static final int MOST_BORDER_STEPS = 64;

  /** Keys that are looked up for it in about the time of an instruction. */
  private static final int KEYS_PER_STEP = 2;

  /** As many places without a value may be passed in one instruction without more ado. */
  private static final int FEW = 256;

  private static final int PASSED_PER_STEP = 16;

  /** With so many entries most bits of the {@link #filter} are there anyway. */
  private static final int MAX_FILTERED = 64;

  /** The bit of {@link #filter} for all numbers. */
  private static final int NUMBERS = 1;

  private final Memory memory;

  /** The slots; those from {@link #arrayCount} on are {@code null}. */
  private Object[] array = NO_ROOM;

  private int arrayCount;

  /** A key at each even position, and its value behind it. */
  private Object[] entries = NO_ROOM;

  /** Behind the last of {@link #entries} in use, those without a value included. */
  private int end;

  /**
   * For each entry the number of array slots that precede it, which never falls from entry to
   * entry; {@code null} while that is 0 for all.
   */
  private int[] rank;

  /**
   * Open addressing by hash: 0, or an entry's position plus 1. Its length is a power of two, or one
   * more; see {@link #isKeyed}. It is {@code null} where the entries are few.
   */
  private int[] index;

  /**
   * A bit for each string's hash and one for all numbers that were ever keys of the hash part: a
   * key whose bit is not there is not there itself. (Strings that were removed are forgotten when
   * the hash part is rebuilt.)
   */
  private int filter;

  private LuaTable metatable;

  /** Bits of the {@link Metamethod}s that this table is known not to define. */
  private char absentMetamethods;

  /** Which entry {@code __index} had when it was last looked up, if it was one of the first 127. */
  private byte indexEntry;

  /** Which trace has reached the table last; see {@link Reachability}. */
  byte mark;

  int identity;

  public LuaTable(Memory memory) {
    memory.allocate(TABLE_BYTES);
    this.memory = memory;
  }

  /** A table with room for {@code slots} array slots and {@code entries} hash entries. */
  public LuaTable(Memory memory, int slots, int entries) {
    memory.allocate(TABLE_BYTES + (long) slots * SLOT_BYTES + (long) entries * ENTRY_BYTES);
    this.memory = memory;
    if (slots > 0) {
      array = new Object[slots];
    }
    if (entries > 0) {
      this.entries = new Object[2 * entries];
      if (entries > MAX_SCANNED) {
        index = newIndex(entries, false);
      }
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
    return event == Metamethod.INDEX ? indexHandler() : findHandler(event);
  }

  /** The event of every method call: its handler is found without a search the second time. */
  private Object indexHandler() {
    Object[] entries = this.entries;
    int at = 2 * indexEntry;
    return at < entries.length && entries[at] == Metamethod.INDEX.key
        ? entries[at + 1]
        : findHandler(Metamethod.INDEX);
  }

  private Object findHandler(Metamethod event) {
    int at = find(event.key);
    if (at < 0 || entries[at + 1] == null) {
      absentMetamethods = (char) (absentMetamethods | event.bit);
      return null;
    }
    if (event == Metamethod.INDEX && at <= 2 * Byte.MAX_VALUE) {
      indexEntry = (byte) (at / 2);
    }
    return entries[at + 1];
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
    int at = findByIdentity(key);
    return at < 0 ? null : entries[at + 1];
  }

  public Object get(String key) {
    int at = find(key);
    return at < 0 ? null : entries[at + 1];
  }

  /**
   * The value at a key that is the same each time at one place in the code.
   *
   * @param key interned, as all constants of the code are
   * @param hints what was found out about such places; all 0 in the beginning
   * @param site the number of the place in {@code hints}
   */
  public Object get(String key, int[] hints, int site) {
    int at = hints[site];
    Object[] entries = this.entries;
    if (at < entries.length && entries[at] == key) {
      return entries[at + 1];
    }
    return getAndRemember(key, hints, site);
  }

  private Object getAndRemember(String key, int[] hints, int site) {
    int at = findAndRemember(key, hints, site);
    return at < 0 ? null : entries[at + 1];
  }

  private int findAndRemember(String key, int[] hints, int site) {
    int at = find(key);
    if (at >= 0) {
      hints[site] = at;
      // The key may be an equal string that was put together: the next look-up goes by identity.
      entries[at] = key;
    }
    return at;
  }

  public Object get(double key) {
    int integer = (int) key;
    return integer == key ? get(integer) : getNumber(key);
  }

  public Object get(int key) {
    Object[] array = this.array;
    int slot = key - 1;
    if (slot >= 0 && slot < array.length) {
      Object value = array[slot];
      if (value != null) {
        return value;
      }
    }
    return getNumber(key);
  }

  private Object getNumber(double key) {
    int at = find(key);
    return at < 0 ? null : entries[at + 1];
  }

  // ---- finding entries: the position of the key in the array of entries, or -1

  /** Numbers and strings are equal by value, others by identity. */
  private int find(Object key) {
    if (key instanceof String string) {
      return find(string);
    }
    return key instanceof Double number ? find(number.doubleValue()) : findByIdentity(key);
  }

  private int find(String key) {
    int hash = key.hashCode();
    if ((filter & filterBit(hash)) == 0) {
      return -1;
    }
    return index == null ? scan(key, hash) : probe(key, hash);
  }

  private int scan(String key, int hash) {
    Object[] entries = this.entries;
    int end = this.end;
    for (int at = 0; at < end; at += 2) {
      if (entries[at] == key) {
        return at;
      }
    }
    // Code has the keys interned; only one that it put together gets as far as this.
    for (int at = 0; at < end; at += 2) {
      if (isEqual(entries[at], key, hash)) {
        return at;
      }
    }
    return -1;
  }

  private int probe(String key, int hash) {
    int[] index = this.index;
    int mask = index.length - 1;
    int start = spread(hash);
    if (isKeyed(mask)) {
      mask--;
      start = keyedHash(key);
    }
    int i = start & mask;
    for (; index[i] != 0; i = (i + 1) & mask) {
      int at = index[i] - 1;
      Object candidate = entries[at];
      if (candidate == key || isEqual(candidate, key, hash)) {
        return at;
      }
    }
    missed(i - start & mask);
    return -1;
  }

  /**
   * Notes how many keys were looked at for one that is not there. Those that are there are each
   * near its place; but they may have been chosen to stand side by side, all of them behind the
   * place of one that is not.
   */
  private void missed(int probes) {
    if (probes >= MOST_PROBES && !isKeyed(index.length - 1)) {
      useKeyedIndex(end - 2, -1);
    }
  }

  private boolean isEqual(Object candidate, String key, int hash) {
    return candidate instanceof String string
        && string.hashCode() == hash
        && string.length() == key.length()
        && memory.equal(string, key);
  }

  private int find(double key) {
    if ((filter & NUMBERS) == 0) {
      return -1;
    }
    return index == null ? scan(key) : probe(key);
  }

  private int scan(double key) {
    for (int at = 0; at < end; at += 2) {
      if (entries[at] instanceof Double number && number == key) {
        return at;
      }
    }
    return -1;
  }

  private int probe(double key) {
    int[] index = this.index;
    int mask = index.length - 1;
    int start = spread(Double.hashCode(key));
    if (isKeyed(mask)) {
      mask--;
      start = KeyedHash.of(key);
    }
    int i = start & mask;
    for (; index[i] != 0; i = (i + 1) & mask) {
      int at = index[i] - 1;
      if (entries[at] instanceof Double number && number == key) {
        return at;
      }
    }
    missed(i - start & mask);
    return -1;
  }

  private int findByIdentity(Object key) {
    if (index == null) {
      for (int at = 0; at < end; at += 2) {
        if (entries[at] == key) {
          return at;
        }
      }
    } else if (key != null) {
      int mask = index.length - 1;
      if (isKeyed(mask)) {
        mask--;
      }
      for (int i = spread(key.hashCode()) & mask; index[i] != 0; i = (i + 1) & mask) {
        int at = index[i] - 1;
        if (entries[at] == key) {
          return at;
        }
      }
    }
    return -1;
  }

  private static int spread(int hash) {
    int mixed = hash * 0x9E3779B9;
    return mixed ^ (mixed >>> 15);
  }

  /**
   * Whether an index goes by {@link KeyedHash}, as many keys were found to have one hash. The
   * length of such an index is greater by one than the power of two that is in use.
   *
   * @param last the last position in the index
   */
  private static boolean isKeyed(int last) {
    return (last & 1) == 0;
  }

  private int keyedHash(String key) {
    memory.workAside(key.length() / KEYED_BYTES_PER_STEP);
    return KeyedHash.of(key);
  }

  private int keyedHash(Object key) {
    if (key instanceof String string) {
      return keyedHash(string);
    }
    return key instanceof Double number
        ? KeyedHash.of(number.doubleValue())
        : spread(key.hashCode());
  }

  /** One of 31 bits; the lowest is that of the numbers. */
  private static int filterBit(int hash) {
    return 2 << ((hash * 0x9E3779B9 >>> 16) * 31 >>> 16);
  }

  // ---- writing

  /**
   * Sets {@code key}, which is neither nil nor NaN, without metamethods.
   *
   * @param value {@code null} to remove the key
   */
  public void set(Object key, Object value) {
    if (key instanceof String string) {
      set(string, value);
    } else if (key instanceof Double number) {
      set(number.doubleValue(), value);
    } else {
      setAt(findByIdentity(key), key, value);
    }
  }

  public void set(String key, Object value) {
    setAt(find(key), key, value);
  }

  /**
   * Replaces a value at a key that is the same each time at one place in the code; {@link
   * #get(String, int[], int)} tells about the parameters.
   *
   * @return false, and nothing has changed, where there is no value or the new one is nil
   */
  public boolean setExisting(String key, Object value, int[] hints, int site) {
    int at = hints[site];
    Object[] entries = this.entries;
    if (value != null && at < entries.length && entries[at] == key && entries[at + 1] != null) {
      entries[at + 1] = value;
      return true;
    }
    return findAndSetExisting(key, value, hints, site);
  }

  private boolean findAndSetExisting(String key, Object value, int[] hints, int site) {
    int at = findAndRemember(key, hints, site);
    if (at < 0 || value == null || entries[at + 1] == null) {
      return false;
    }
    entries[at + 1] = value;
    return true;
  }

  public void set(double key, Object value) {
    int integer = (int) key;
    if (integer == key) {
      set(integer, value);
    } else {
      setAt(find(key), key, value);
    }
  }

  public void set(int key, Object value) {
    Object[] array = this.array;
    int slot = key - 1;
    if (value != null && slot >= 0 && slot < array.length) {
      if (slot < arrayCount) {
        array[slot] = value;
        return;
      }
      if (slot == arrayCount && (filter & NUMBERS) == 0) {
        array[slot] = value;
        arrayCount = key;
        return;
      }
    }
    setInteger(key, value);
  }

  /**
   * Stores at an existing slot, or appends where there is room for one more.
   *
   * @return false, and nothing has changed, where that is not all there is to do, or where there is
   *     a metatable
   */
  boolean setSlot(double key, Object value) {
    Object[] array = this.array;
    int slot = (int) key - 1;
    if (value == null || slot < 0 || slot >= array.length || slot + 1 != key || metatable != null) {
      return false;
    }
    if (slot >= arrayCount) {
      if (slot > arrayCount || (filter & NUMBERS) != 0) {
        return false;
      }
      arrayCount = slot + 1;
    }
    array[slot] = value;
    return true;
  }

  private void setInteger(int key, Object value) {
    int slot = key - 1;
    if (slot >= 0 && slot < arrayCount) {
      array[slot] = value;
      if (value == null && slot == arrayCount - 1) {
        dropEmptySlots();
      }
      return;
    }
    int at = find((double) key);
    if (slot != arrayCount || (at >= 0 && entries[at + 1] != null)) {
      setAt(at, (double) key, value);
    } else if (value != null) {
      append(value);
      if (at >= 0) {
        // What was left of the key in the hash part must not be taken for its place.
        entries[at] = MOVED;
      }
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
    Object[] more = new Object[capacity]; // no copy, as in Frame.ensureRegisters
    System.arraycopy(array, 0, more, 0, arrayCount);
    array = more;
  }

  /**
   * Moves the values of {@code count} keys from {@code from} on to the keys from {@code to} on, as
   * if each was read before any is set.
   *
   * @return false, and nothing is done, where the array part does not hold all these keys
   */
  public boolean moveSlots(int from, int to, int count) {
    if (Math.min(from, to) < 1 || count < 0 || Math.max(from, to) > arrayCount - count + 1) {
      return false;
    }
    System.arraycopy(array, from - 1, array, to - 1, count);
    dropEmptySlots();
    return true;
  }

  /**
   * Stores {@code values[from]} and the {@code count - 1} after it at the keys from {@code first}
   * on, as a table constructor does: nils in between keep their slots.
   */
  void setList(int first, Object[] values, int from, int count) {
    if (count == 0) {
      return;
    }
    if (first != arrayCount + 1 || (filter & NUMBERS) != 0) {
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

  /** Sets the value of the entry there, or adds one with that key if {@code at} is negative. */
  private void setAt(int at, Object key, Object value) {
    if (at >= 0 && (value == null || entries[at + 1] != null)) {
      entries[at + 1] = value;
    } else if (value != null) {
      insert(key, value, at);
    }
  }

  /**
   * Adds an entry.
   *
   * @param removed where the key was before, with no value by now, or -1
   */
  private void insert(Object key, Object value, int removed) {
    absentMetamethods = 0;
    if (removed >= 0 && removed == end - 2) {
      entries[removed + 1] = value;
      setRank(removed);
      return;
    }
    if (end == entries.length) {
      makeRoom();
      if (key instanceof Double number && isSlot(number)) {
        set(number.doubleValue(), value);
        return;
      }
      removed = -1;
    }
    int at = end;
    entries[at] = key;
    entries[at + 1] = value;
    end = at + 2;
    filter |= filterBit(key);
    if (index != null) {
      link(key, at, removed);
    }
    if (removed >= 0) {
      entries[removed] = MOVED;
    }
    if (arrayCount > 0 || rank != null) {
      setRank(at);
    }
  }

  private static int filterBit(Object key) {
    if (key instanceof String string) {
      return filterBit(string.hashCode());
    }
    return key instanceof Double ? NUMBERS : 0;
  }

  /** Has the index name the entry {@code at}, in place of {@code removed} if that is not -1. */
  private void link(Object key, int at, int removed) {
    int[] index = this.index;
    int mask = index.length - 1;
    boolean keyed = isKeyed(mask);
    int start = keyed ? keyedHash(key) : spread(key.hashCode());
    if (keyed) {
      mask--;
    }
    int steps = 0;
    int i = start & mask;
    while (index[i] != removed + 1) {
      i = (i + 1) & mask;
      if (++steps == MOST_PROBES && !keyed) {
        useKeyedIndex(at, removed);
        return;
      }
    }
    index[i] = at + 1;
  }

  /**
   * Hashes anew where a key meets so many others that somebody may have chosen them for that.
   *
   * @param last the last entry
   * @param removed an entry that gives way to the last one, or -1
   */
  private void useKeyedIndex(int last, int removed) {
    index = new int[index.length + 1];
    for (int at = 0; at <= last; at += 2) {
      if (at != removed && entries[at] != MOVED) {
        link(entries[at], at, -1);
      }
    }
  }

  /** Gives the last entry its place behind the array slots that are filled by now. */
  private void setRank(int at) {
    int before = arrayCount;
    if (rank == null) {
      if (before == 0) {
        return;
      }
      rank = new int[entries.length / 2];
    } else if (at > 0) {
      before = Math.max(before, rank[at / 2 - 1]);
    }
    rank[at / 2] = before;
  }

  private boolean isSlot(double key) {
    int integer = (int) key;
    return integer == key && integer >= 1 && integer <= arrayCount + 1;
  }

  // ---- growing

  /** Makes room for one more entry: moves integer keys to the array part, drops dead entries. */
  private void makeRoom() {
    if ((filter & NUMBERS) != 0) {
      moveIntegerKeysToArray();
    }
    int live = 0;
    for (int at = 0; at < end; at += 2) {
      if (entries[at + 1] != null) {
        live++;
      }
    }
    resizeEntries(live + (live >> 1) + 1);
  }

  /**
   * Moves the integer keys of the hash part to the array part where that keeps their order (they
   * were inserted in rising order) and leaves at least half of the slots filled.
   */
  private void moveIntegerKeysToArray() {
    int newCount = countSlotsWithIntegerKeys();
    if (newCount <= arrayCount) {
      return;
    }
    if (newCount > array.length) {
      growArray(newCount);
    }
    if (rank == null) {
      rank = new int[entries.length / 2];
    }
    boolean others = false;
    int reached = 0;
    for (int at = 0; at < end; at += 2) {
      if (entries[at + 1] != null && entries[at] instanceof Double number) {
        int key = (int) number.doubleValue();
        if (key == number && key >= 1 && key <= newCount) {
          array[key - 1] = entries[at + 1];
          entries[at + 1] = null;
          entries[at] = MOVED;
          reached = key;
        } else {
          others = true;
        }
      }
      rank[at / 2] = Math.max(rank[at / 2], reached);
    }
    arrayCount = newCount;
    if (!others) {
      filter &= ~NUMBERS;
    }
  }

  /** How many slots the array part would have with the integer keys that could move there. */
  private int countSlotsWithIntegerKeys() {
    if (arrayCount > FEW) {
      memory.workAside(arrayCount / PASSED_PER_STEP);
    }
    int filled = 0;
    for (int i = 0; i < arrayCount; i++) {
      if (array[i] != null) {
        filled++;
      }
    }
    int last = arrayCount;
    int count = arrayCount;
    for (int at = 0; at < end; at += 2) {
      if (entries[at + 1] == null || !(entries[at] instanceof Double number)) {
        continue;
      }
      int key = (int) number.doubleValue();
      if (key != number || key < 1) {
        continue;
      }
      if (key <= last) {
        return 0;
      }
      last = key;
      filled++;
      if (filled >= key - key / 2) {
        count = key;
      }
    }
    return count;
  }

  /** Rebuilds the hash part with its live entries and room for {@code wanted} in all. */
  private void resizeEntries(int wanted) {
    int capacity = Math.max(wanted, 4);
    if (capacity > entries.length / 2) {
      memory.allocate((capacity - entries.length / 2) * (long) ENTRY_BYTES);
    }
    Object[] old = entries;
    int[] oldRank = rank;
    int oldEnd = end;
    entries = new Object[2 * capacity];
    rank = oldRank == null ? null : new int[capacity];
    boolean keyed = index != null && isKeyed(index.length - 1);
    index = capacity > MAX_SCANNED ? newIndex(capacity, keyed) : null;
    filter = capacity > MAX_FILTERED ? filter | ~NUMBERS : filter & NUMBERS;
    int to = 0;
    for (int at = 0; at < oldEnd; at += 2) {
      if (old[at + 1] == null) {
        continue;
      }
      Object key = old[at];
      entries[to] = key;
      entries[to + 1] = old[at + 1];
      if (capacity <= MAX_FILTERED) {
        filter |= filterBit(key);
      }
      if (oldRank != null) {
        rank[to / 2] = oldRank[at / 2];
      }
      if (index != null) {
        link(key, to, -1);
      }
      to += 2;
    }
    end = to;
    if (rank != null && (to == 0 || rank[to / 2 - 1] == 0)) {
      rank = null;
    }
  }

  private static int[] newIndex(int capacity, boolean keyed) {
    return new int[(Integer.highestOneBit(capacity + (capacity >> 1)) << 1) + (keyed ? 1 : 0)];
  }

  // ---- length and order

  /** A border, as the length operator gives it: n where n + 1 has no value. */
  public int length() {
    return (filter & NUMBERS) == 0 ? arrayCount : lengthOverBothParts();
  }

  private int lengthOverBothParts() {
    int border = arrayCount;
    int most = border + MOST_BORDER_STEPS;
    while (border < most) {
      if (getNumber(border + 1.0) == null) {
        return border;
      }
      border++;
    }
    return borderFarAway(border);
  }

  /**
   * A border at or behind {@code from}, which has a value: found by doubling, so that keys that
   * were inserted from behind are not counted one by one.
   */
  private int borderFarAway(int from) {
    memory.workAside(MOST_BORDER_STEPS / KEYS_PER_STEP);
    long full = from;
    long empty = 2L * from;
    while (empty <= Integer.MAX_VALUE && getNumber((double) empty) != null) {
      full = empty;
      empty *= 2;
    }
    while (empty - full > 1) {
      long middle = (full + empty) >>> 1;
      if (getNumber((double) middle) == null) {
        empty = middle;
      } else {
        full = middle;
      }
    }
    return (int) Math.min(full, Integer.MAX_VALUE);
  }

  /**
   * Steps through the table without looking keys up: 0 stands before the first entry, and the
   * position after the last is 0 again.
   *
   * @return the position of the next entry that has a value, whose key and value {@link #keyAt} and
   *     {@link #valueAt} tell while the table gets no new keys
   */
  public int next(int position) {
    if (end == 0 && position < arrayCount && array[position] != null) {
      return position + 1;
    }
    return nextOfBothParts(position);
  }

  private int nextOfBothParts(int position) {
    int slot = position;
    int at;
    if (position >= 0) {
      at = firstEntryBehind(position);
    } else {
      at = ~position;
      slot = rank(at);
      at += 2;
    }
    int firstSlot = slot;
    int firstEntry = at;
    int found = 0;
    while (true) {
      // The slots between the entry and the one before it.
      int bound = at < end ? Math.min(rank(at), arrayCount) : arrayCount;
      while (slot < bound && array[slot] == null) {
        slot++;
      }
      if (slot < bound) {
        found = slot + 1;
        break;
      }
      if (at >= end) {
        break;
      }
      if (entries[at + 1] != null) {
        found = ~at;
        break;
      }
      at += 2;
    }
    int passed = slot - firstSlot + (at - firstEntry) / 2;
    if (passed > FEW) {
      memory.workAside(passed / PASSED_PER_STEP);
    }
    return found;
  }

  private int rank(int at) {
    return rank == null ? 0 : rank[at / 2];
  }

  /** The first entry that stands behind the array slot of that key. */
  private int firstEntryBehind(int slot) {
    if (rank(0) >= slot) {
      return 0;
    }
    int low = 0;
    int high = end / 2;
    if (rank(end - 2) < slot) {
      return end;
    }
    while (low + 1 < high) {
      int middle = (low + high) >>> 1;
      if (rank[middle] >= slot) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return 2 * high;
  }

  public Object keyAt(int position) {
    return position > 0 ? (Object) (double) position : entries[~position];
  }

  public Object valueAt(int position) {
    return position > 0 ? array[position - 1] : entries[~position + 1];
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
      return position(number.doubleValue());
    }
    int at = find(key);
    return at >= 0 ? ~at : Integer.MIN_VALUE;
  }

  private int position(double key) {
    int integer = (int) key;
    if (integer == key && integer >= 1 && integer <= arrayCount) {
      return integer;
    }
    int at = find(key);
    if (at >= 0) {
      return ~at;
    }
    // Slots that a traversal has emptied.
    return integer == key && integer >= 1 && integer <= array.length ? integer : Integer.MIN_VALUE;
  }

  // ---- what is alive

  /** What the table takes, as it was accounted for. */
  public long bytes() {
    return TABLE_BYTES
        + (long) array.length * SLOT_BYTES
        + (long) (entries.length / 2) * ENTRY_BYTES;
  }

  /** Tells a trace what the table refers to. */
  void reach(Reachability trace, boolean weakKeys, boolean weakValues) {
    for (int i = 0; i < arrayCount; i++) {
      reach(trace, array[i], weakValues);
    }
    boolean forgetful = weakKeys || weakValues;
    for (int at = 0; at < end; at += 2) {
      Object key = entries[at];
      Object value = entries[at + 1];
      // A key without a value is there only for a traversal that is at it, which holds it, too.
      reach(trace, key, weakKeys || value == null);
      reach(trace, value, weakValues);
      forgetful |= value == null && trace.isGarbage(key);
    }
    if (forgetful) {
      trace.addForgetful(this);
    }
  }

  private static void reach(Reachability trace, Object value, boolean weak) {
    if (weak) {
      trace.addWeak(value);
    } else {
      trace.add(value);
    }
  }

  /** Removes the entries with a key or a value that a trace has not reached. */
  void forget(Reachability trace) {
    for (int i = 0; i < arrayCount; i++) {
      if (trace.isGarbage(array[i])) {
        array[i] = null;
      }
    }
    dropEmptySlots();
    for (int at = 0; at < end; at += 2) {
      boolean keyIsGarbage = trace.isGarbage(entries[at]);
      if (keyIsGarbage || trace.isGarbage(entries[at + 1])) {
        entries[at + 1] = null;
      }
      if (keyIsGarbage) {
        entries[at] = MOVED;
      }
    }
  }
}
