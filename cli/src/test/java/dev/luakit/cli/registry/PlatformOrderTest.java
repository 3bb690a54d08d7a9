package dev.luakit.cli.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.luakit.llb.graph.Platform;
import org.junit.jupiter.api.Test;

/** Whose programs run where; the best ones first. */
class PlatformOrderTest {
  private static String order(String platform) {
    StringBuilder order = new StringBuilder();
    for (Platform one : PlatformOrder.of(Platform.parse(platform))) {
      order.append(one.format().replace("linux/", "")).append(' ');
    }
    return order.toString().strip();
  }

  @Test
  void amd64_runs_what_is_made_for_older_ones_and_for_386() {
    assertEquals("amd64 386", order("linux/amd64"));
    assertEquals("amd64/v3 amd64/v2 amd64 386", order("linux/amd64/v3"));
    assertEquals("386", order("linux/386"));
  }

  @Test
  void arm_runs_what_is_made_for_older_ones() {
    assertEquals("arm/v7 arm/v6 arm/v5", order("linux/arm"));
    assertEquals("arm/v6 arm/v5", order("linux/arm/v6"));
    assertEquals("arm/v5", order("linux/arm/v5"));
  }

  @Test
  void arm64_runs_what_is_made_for_arm() {
    assertEquals("arm64 arm/v8 arm/v7 arm/v6 arm/v5", order("linux/arm64"));
    assertEquals(
        "arm64/v8.2 arm64/v8.1 arm64 arm/v8 arm/v7 arm/v6 arm/v5", order("linux/arm64/v8.2"));
    assertEquals(
        "arm64/v9 arm64/v8.5 arm64/v8.4 arm64/v8.3 arm64/v8.2 arm64/v8.1 arm64 arm/v8 arm/v7"
            + " arm/v6 arm/v5",
        order("linux/arm64/v9"));
  }

  @Test
  void all_others_run_their_own() {
    assertEquals("s390x", order("linux/s390x"));
    assertEquals("riscv64", order("linux/riscv64"));
    assertEquals("windows/amd64 windows/386", order("windows/amd64"));
    assertEquals("amd64/odd amd64 386", order("linux/amd64/odd"));
  }
}
