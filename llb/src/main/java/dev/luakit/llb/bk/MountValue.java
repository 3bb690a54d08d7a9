package dev.luakit.llb.bk;

import dev.luakit.llb.graph.Mount;
import dev.luakit.vm.LuaTable;

/** A mount as a script holds it. */
final class MountValue extends BkValue {
  private final Mount mount;

  MountValue(LuaTable metatable, Mount mount) {
    super(metatable);
    this.mount = mount;
  }

  Mount mount() {
    return mount;
  }

  @Override
  String kind() {
    return "a mount";
  }

  @Override
  String describe() {
    return "mount(" + mount.kind() + " " + mount.target() + ")";
  }
}
