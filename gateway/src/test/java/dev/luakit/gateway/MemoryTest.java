package dev.luakit.gateway;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.luakit.vm.Limits;
import org.junit.jupiter.api.Test;

/** A script may be allowed more memory than Java has got. */
class MemoryTest extends GatewayFixture {
  @Test
  void the_daemon_is_told_that_the_memory_is_used_up() throws InterruptedException {
    script("local t = {} while true do t[#t + 1] = ('x'):rep(1000000) .. #t end");
    builder.limits(Limits.DEFAULT.withMemoryBytes(1L << 40));
    String message = builder.fail().getMessage();
    assertTrue(message.contains("memory"), message);
  }
}
