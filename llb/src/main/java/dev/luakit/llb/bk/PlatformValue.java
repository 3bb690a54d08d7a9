package dev.luakit.llb.bk;

import dev.luakit.llb.graph.Platform;
import dev.luakit.vm.LuaTable;

/** A platform as a script holds it. */
final class PlatformValue extends BkValue {
  private final Platform platform;

  PlatformValue(LuaTable metatable, Platform platform) {
    super(metatable);
    this.platform = platform;
  }

  Platform platform() {
    return platform;
  }

  @Override
  String kind() {
    return "a platform";
  }

  /** The same text as a platform is written as in a script. */
  @Override
  String describe() {
    return platform.format();
  }
}
