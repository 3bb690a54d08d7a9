package dev.luakit.llb.wire;

import java.util.Arrays;

/**
 * SHA-256 (FIPS 180-4) of byte arrays, one after the other; not for several threads at once.
 *
 * <p>Here rather than from the JDK, since looking up a provider of {@code MessageDigest} takes a
 * third of the time that a whole build script does.
 */
public final class Sha256 {
  private static final int[] ROUND_CONSTANTS = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
  };

  private static final byte[] HEX = {
    '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'
  };

  private static final String ALGORITHM = "sha256:";

  private final int[] hash = new int[8];
  private final int[] schedule = new int[64];
  private final byte[] last = new byte[128];

  /** The digest of {@code message}: {@code sha256:} and 64 lower-case hexadecimal digits. */
  @SuppressWarnings("deprecation") // String(byte[], int): Latin-1 without a charset look-up
  public String digest(byte[] message) {
    hash(message);
    int start = ALGORITHM.length();
    byte[] text = new byte[start + 64];
    for (int i = 0; i < start; i++) {
      text[i] = (byte) ALGORITHM.charAt(i);
    }
    for (int i = 0; i < 64; i++) {
      text[start + i] = HEX[hash[i >> 3] >>> (28 - ((i & 7) << 2)) & 15];
    }
    return new String(text, 0);
  }

  private void hash(byte[] message) {
    hash[0] = 0x6a09e667;
    hash[1] = 0xbb67ae85;
    hash[2] = 0x3c6ef372;
    hash[3] = 0xa54ff53a;
    hash[4] = 0x510e527f;
    hash[5] = 0x9b05688c;
    hash[6] = 0x1f83d9ab;
    hash[7] = 0x5be0cd19;

    int whole = message.length & ~63;
    for (int at = 0; at < whole; at += 64) {
      block(message, at);
    }
    int rest = message.length - whole;
    int end = rest < 56 ? 64 : 128;
    Arrays.fill(last, 0, end, (byte) 0);
    System.arraycopy(message, whole, last, 0, rest);
    last[rest] = (byte) 0x80;
    long bits = (long) message.length << 3;
    for (int i = 1; i <= 8; i++) {
      last[end - i] = (byte) bits;
      bits >>>= 8;
    }
    for (int at = 0; at < end; at += 64) {
      block(last, at);
    }
  }

  private void block(byte[] bytes, int offset) {
    int[] w = schedule;
    int at = offset;
    for (int i = 0; i < 16; i++) {
      w[i] =
          bytes[at] << 24
              | (bytes[at + 1] & 0xFF) << 16
              | (bytes[at + 2] & 0xFF) << 8
              | (bytes[at + 3] & 0xFF);
      at += 4;
    }
    for (int i = 16; i < 64; i++) {
      int x = w[i - 15];
      int y = w[i - 2];
      w[i] =
          w[i - 16]
              + w[i - 7]
              + ((x >>> 7 | x << 25) ^ (x >>> 18 | x << 14) ^ x >>> 3)
              + ((y >>> 17 | y << 15) ^ (y >>> 19 | y << 13) ^ y >>> 10);
    }
    int a = hash[0];
    int b = hash[1];
    int c = hash[2];
    int d = hash[3];
    int e = hash[4];
    int f = hash[5];
    int g = hash[6];
    int h = hash[7];
    for (int i = 0; i < 64; i++) {
      int t1 =
          h
              + ((e >>> 6 | e << 26) ^ (e >>> 11 | e << 21) ^ (e >>> 25 | e << 7))
              + (g ^ e & (f ^ g))
              + ROUND_CONSTANTS[i]
              + w[i];
      int t2 =
          ((a >>> 2 | a << 30) ^ (a >>> 13 | a << 19) ^ (a >>> 22 | a << 10))
              + (a & b | c & (a | b));
      h = g;
      g = f;
      f = e;
      e = d + t1;
      d = c;
      c = b;
      b = a;
      a = t1 + t2;
    }
    hash[0] += a;
    hash[1] += b;
    hash[2] += c;
    hash[3] += d;
    hash[4] += e;
    hash[5] += f;
    hash[6] += g;
    hash[7] += h;
  }
}
