package dev.luakit.llb;

import dev.luakit.stdlib.ModuleLoader;
import dev.luakit.vm.LuaState;
import java.io.IOException;

/** Reads modules while the script's clock stands still: they may come from far away. */
record UntimedModules(ModuleLoader modules, LuaState state) implements ModuleLoader {
  @Override
  public byte[] read(String path) throws IOException {
    state.pauseTime();
    try {
      return modules.read(path);
    } finally {
      state.resumeTime();
    }
  }

  @Override
  public String shown(String path) {
    return modules.shown(path);
  }
}
