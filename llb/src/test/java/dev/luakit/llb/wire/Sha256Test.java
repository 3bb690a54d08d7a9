package dev.luakit.llb.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The digests are those of FIPS 180-4. */
class Sha256Test {
  private final Sha256 sha256 = new Sha256();

  @Test
  void examplesOfTheStandard() {
    assertEquals(
        "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        sha256.digest(new byte[0]));
    assertEquals(
        "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        sha256.digest("abc".getBytes(StandardCharsets.US_ASCII)));
  }

  @Test
  void everyLengthAroundTheBlocksIsAsTheJdkHasIt() throws NoSuchAlgorithmException {
    Random random = new Random(1);
    MessageDigest jdk = MessageDigest.getInstance("SHA-256");
    for (int length = 0; length < 400; length++) {
      byte[] message = new byte[length];
      random.nextBytes(message);
      assertEquals(
          "sha256:" + HexFormat.of().formatHex(jdk.digest(message)), sha256.digest(message));
    }
  }
}
