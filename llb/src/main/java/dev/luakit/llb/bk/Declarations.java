package dev.luakit.llb.bk;

import java.util.ArrayList;
import java.util.List;

/** All that the library declares. */
final class Declarations {
  /** What is in the table {@code bk} beside functions, and in a platform. */
  static final List<Property> PROPERTIES =
      List.of(
          new Property(
              "bk", "target_platform", "bk.Platform", "The platform that the image is built for."),
          new Property(
              "bk", "build_platform", "bk.Platform", "The platform that the build runs on."),
          new Property(
              "bk",
              "target",
              "string|nil",
              "What is to be built of that which the script can build, as `--target` names it."),
          new Property("platform", "os", "string", "The operating system, such as `\"linux\"`."),
          new Property("platform", "arch", "string", "The architecture, such as `\"arm64\"`."),
          new Property(
              "platform",
              "variant",
              "string|nil",
              "The architecture's variant, such as `\"v7\"`."));

  private Declarations() {}

  /**
   * A value that scripts can read.
   *
   * @param owner {@code bk}, or {@code platform} for a field of platforms
   * @param type for the Lua language server
   */
  record Property(String owner, String name, String type, String doc) {}

  /** The functions and methods, those that belong together next to each other. */
  static List<Signature> functions() {
    List<Signature> all = new ArrayList<>();
    all.addAll(List.of(SourceFunctions.ALL));
    all.addAll(List.of(StateMethods.ALL));
    all.addAll(List.of(FileMethods.ALL));
    all.addAll(List.of(GraphFunctions.ALL));
    all.addAll(List.of(MountFunctions.ALL));
    return all;
  }
}
