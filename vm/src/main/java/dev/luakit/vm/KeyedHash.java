package dev.luakit.vm;

import java.security.SecureRandom;

/**
 * Hashes that nobody can foresee, for tables whose keys were chosen to have the same plain hash. It
 * is SipHash with one round for each word and three at the end, under a key that is drawn when the
 * process first needs one. As tables keep their entries in the order of insertion, a script can't
 * tell which hash is used.
 */
final class KeyedHash {
  private static final long KEY_0;
  private static final long KEY_1;

  static {
    SecureRandom random = new SecureRandom();
    KEY_0 = random.nextLong();
    KEY_1 = random.nextLong();
  }

  private long v0 = KEY_0 ^ 0x736f6d6570736575L;
  private long v1 = KEY_1 ^ 0x646f72616e646f6dL;
  private long v2 = KEY_0 ^ 0x6c7967656e657261L;
  private long v3 = KEY_1 ^ 0x7465646279746573L;

  private KeyedHash() {}

  static int of(String bytes) {
    KeyedHash hash = new KeyedHash();
    int length = bytes.length();
    long word = 0;
    for (int i = 0; i < length; i++) {
      word = word << 8 | bytes.charAt(i);
      if ((i & 7) == 7) {
        hash.add(word);
        word = 0;
      }
    }
    hash.add(word);
    hash.add(length);
    return hash.finish();
  }

  static int of(double number) {
    KeyedHash hash = new KeyedHash();
    hash.add(Double.doubleToRawLongBits(number));
    return hash.finish();
  }

  private void add(long word) {
    v3 ^= word;
    round();
    v0 ^= word;
  }

  private int finish() {
    v2 ^= 0xff;
    round();
    round();
    round();
    long hash = v0 ^ v1 ^ v2 ^ v3;
    return (int) (hash ^ hash >>> 32);
  }

  private void round() {
    v0 += v1;
    v1 = Long.rotateLeft(v1, 13) ^ v0;
    v0 = Long.rotateLeft(v0, 32);
    v2 += v3;
    v3 = Long.rotateLeft(v3, 16) ^ v2;
    v0 += v3;
    v3 = Long.rotateLeft(v3, 21) ^ v0;
    v2 += v1;
    v1 = Long.rotateLeft(v1, 17) ^ v2;
    v2 = Long.rotateLeft(v2, 32);
  }
}
