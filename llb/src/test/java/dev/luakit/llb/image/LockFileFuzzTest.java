package dev.luakit.llb.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.luakit.vm.ByteStrings;

/** Whatever bytes are in a lock file, it is read or refused; what is read is written the same. */
class LockFileFuzzTest {
  @FuzzTest
  void anyBytesAreReadOrRefused(byte[] bytes) {
    String content = ByteStrings.fromBytes(bytes);
    LockFile lock;
    try {
      lock = LockFile.parse(content);
    } catch (MalformedLockException e) {
      assertTrue(e.line() >= 0 && e.line() <= lines(content), e.line() + ": " + e.getMessage());
      return;
    }
    String written = lock.toJson();
    assertEquals(written, LockFile.parse(written).toJson());
  }

  private static long lines(String content) {
    return content.chars().filter(c -> c == '\n').count() + 1;
  }
}
