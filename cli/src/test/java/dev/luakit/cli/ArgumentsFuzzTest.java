package dev.luakit.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

/** Whatever is on the command line, one argument to a line, it is a request or makes no sense. */
class ArgumentsFuzzTest {
  @FuzzTest
  void anyArgumentsAreARequestOrRefused(byte[] bytes) {
    try {
      String[] arguments = new String(bytes, StandardCharsets.UTF_8).split("\n");
      assertNotNull(Arguments.parse(arguments));
    } catch (UsageException e) {
      assertFalse(e.getMessage().isBlank());
    }
  }
}
