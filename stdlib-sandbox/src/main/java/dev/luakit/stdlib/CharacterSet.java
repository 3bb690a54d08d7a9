package dev.luakit.stdlib;

/** A set of characters, which one item of a pattern matches. */
final class CharacterSet {
  static final int CHARACTERS = 256;

  private static final CharacterSet[] SINGLE = new CharacterSet[CHARACTERS];
  private static final CharacterSet[] CLASSES = new CharacterSet[CHARACTERS];

  /** What {@code .} matches. */
  static final CharacterSet ALL = new CharacterSet();

  static {
    ALL.addRange(0, CHARACTERS - 1);
  }

  private final boolean[] members;

  /** The empty set. */
  CharacterSet() {
    this(new boolean[CHARACTERS]);
  }

  /** A thread that comes by a set like this sees all of what was filled in before. */
  private CharacterSet(boolean[] members) {
    this.members = members;
  }

  /** The set of one character. These sets are shared: nobody adds to them. */
  static CharacterSet single(char c) {
    CharacterSet set = SINGLE[c];
    if (set == null) {
      boolean[] members = new boolean[CHARACTERS];
      members[c] = true;
      set = new CharacterSet(members);
      SINGLE[c] = set;
    }
    return set;
  }

  /** What {@code %name} stands for. These sets are shared: nobody adds to them. */
  static CharacterSet ofClass(char name) {
    CharacterSet set = CLASSES[name];
    if (set == null) {
      boolean[] members = new boolean[CHARACTERS];
      for (int c = 0; c < CHARACTERS; c++) {
        members[c] = CharacterClass.matches(c, name);
      }
      set = new CharacterSet(members);
      CLASSES[name] = set;
    }
    return set;
  }

  boolean contains(char c) {
    return members[c];
  }

  /** Adds the characters from {@code first} to {@code last}, if there are any. */
  void addRange(int first, int last) {
    for (int c = first; c <= last; c++) {
      members[c] = true;
    }
  }

  void addAll(CharacterSet others) {
    for (int c = 0; c < CHARACTERS; c++) {
      members[c] |= others.members[c];
    }
  }

  void invert() {
    for (int c = 0; c < CHARACTERS; c++) {
      members[c] = !members[c];
    }
  }
}
