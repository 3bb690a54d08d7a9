package dev.luakit.cli;

import java.util.Iterator;
import java.util.List;

/** Platforms that images are often built for, for whoever completes them. */
final class PlatformNames implements Iterable<String> {
  private static final List<String> COMMON =
      List.of(
          "linux/amd64",
          "linux/arm64",
          "linux/arm/v7",
          "linux/386",
          "linux/riscv64",
          "linux/ppc64le",
          "linux/s390x");

  @Override
  public Iterator<String> iterator() {
    return COMMON.iterator();
  }
}
