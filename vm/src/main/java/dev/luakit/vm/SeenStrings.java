package dev.luakit.vm;

/**
 * The strings that a trace has met, told apart by identity: a string that many tables share is to
 * be counted once.
 *
 * <p>They are found by a hash of their content, which unlike {@code System.identityHashCode} is the
 * same in each run, and is at hand for most. Of many equal strings that are different objects only
 * the first few are remembered, else they would make a search long; the others are counted each
 * time that they are met. So a trace may count a string too often, but never too seldom.
 */
final class SeenStrings {
  /** Places where a string is looked for. */
  private static final int MOST_PROBES = 16;

  /** Of longer strings only some characters are hashed. */
  private static final int MOST_HASHED = 256;

  private static final int SAMPLES = 64;

  private String[] seen = new String[1024];
  private int count;

  /** Adds a string; false if it is known to be there already. */
  boolean add(String string) {
    String[] seen = this.seen;
    int mask = seen.length - 1;
    int hash = hash(string);
    for (int probe = 0; probe < MOST_PROBES; probe++) {
      int i = (hash + probe) & mask;
      if (seen[i] == string) {
        return false;
      }
      if (seen[i] == null) {
        seen[i] = string;
        if (++count > seen.length / 2) {
          grow();
        }
        return true;
      }
    }
    return true;
  }

  private void grow() {
    String[] old = seen;
    seen = new String[2 * old.length];
    count = 0;
    for (String string : old) {
      if (string != null) {
        add(string);
      }
    }
  }

  private static int hash(String string) {
    int length = string.length();
    int hash = length;
    if (length <= MOST_HASHED) {
      hash = string.hashCode();
    } else {
      int step = length / SAMPLES;
      for (int i = length - 1; i >= 0; i -= step) {
        hash = 31 * hash + string.charAt(i);
      }
    }
    hash *= 0x9E3779B9;
    return hash ^ (hash >>> 15);
  }
}
