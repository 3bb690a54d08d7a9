package dev.luakit.cli.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The names of servers. */
class HostNameTest {
  @Test
  void a_name_is_a_host_and_maybe_a_port() {
    assertEquals(new HostName("registry.example.com", -1), HostName.parse("Registry.example.COM"));
    assertEquals(new HostName("a-b", 5000), HostName.parse("a-b:5000"));
    assertEquals(new HostName("[fe80::1]", 5000), HostName.parse("[fe80::1]:5000"));
    assertEquals(new HostName("[::1]", -1), HostName.parse("[::1]"));
    assertEquals("a:5000", HostName.parse("A:5000").toString());
    assertEquals("a", HostName.parse("a").toString());
  }

  @Test
  void nothing_else_is() {
    for (String no :
        List.of(
            "",
            ":1",
            "a:",
            "a:0",
            "a:65536",
            "a:123456",
            "a:-1",
            "a b",
            "a/b",
            "::1",
            "a@b",
            "é")) {
      assertNull(HostName.parse(no), no);
    }
  }
}
