package dev.luakit.cli.registry;

import dev.luakit.llb.graph.Platform;
import java.util.ArrayList;
import java.util.List;

/** Which platforms' programs run on a platform, as containerd has it. */
final class PlatformOrder {
  private PlatformOrder() {}

  /** The platforms, the best one first; without versions and features of the operating system. */
  static List<Platform> of(Platform wanted) {
    List<Platform> order = new ArrayList<>();
    String os = wanted.os();
    String architecture = wanted.architecture();
    String variant = wanted.variant();
    switch (architecture) {
      case "amd64" -> {
        for (int version = number(variant, 1); version > 1; version--) {
          order.add(Platform.of(os, architecture, "v" + version));
        }
        order.add(Platform.of(os, architecture, ""));
        order.add(Platform.of(os, "386", ""));
      }
      case "arm" -> addArm(order, os, number(variant, 7));
      case "arm64" -> {
        addArm64(order, os, variant);
        addArm(order, os, 8);
      }
      default -> order.add(Platform.of(os, architecture, variant));
    }
    Platform plain = Platform.of(os, architecture, variant);
    if (!order.contains(plain)) {
      order.addFirst(plain);
    }
    return order;
  }

  /** 32-bit processors run what is made for the ones before them, down to v5. */
  private static void addArm(List<Platform> order, String os, int newest) {
    for (int version = newest; version >= 5; version--) {
      order.add(Platform.of(os, "arm", "v" + version));
    }
  }

  /** So do 64-bit ones: v9.N has all of v8.(N+5). */
  private static void addArm64(List<Platform> order, String os, String variant) {
    int point = variant.indexOf('.');
    int minor = point < 0 ? 0 : number("v" + variant.substring(point + 1), 0);
    if (variant.startsWith("v9")) {
      for (int i = minor; i >= 0; i--) {
        order.add(Platform.of(os, "arm64", i == 0 ? "v9" : "v9." + i));
      }
      minor += 5;
    }
    for (int i = minor; i > 0; i--) {
      order.add(Platform.of(os, "arm64", "v8." + i));
    }
    order.add(Platform.of(os, "arm64", ""));
  }

  private static int number(String variant, int otherwise) {
    boolean number = variant.matches("v[0-9]{1,2}");
    return number ? Integer.parseInt(variant, 1, variant.length(), 10) : otherwise;
  }

  /** Whether what is made for a platform is one of an order's. */
  static boolean isSame(Platform one, Platform made) {
    return one.os().equals(made.os())
        && one.architecture().equals(made.architecture())
        && one.variant().equals(made.variant());
  }
}
