package dev.luakit.stdlib;

import dev.luakit.vm.Arguments;
import dev.luakit.vm.Library;

/** Functions of Lua's library that a build script must not have: each says so when it is called. */
final class Unavailable extends Library {
  private final String prefix;
  private final String[] names;

  /**
   * @param prefix what stands before each name in the message, such as {@code os.}
   */
  Unavailable(String prefix, String... names) {
    super(names);
    this.prefix = prefix;
    this.names = names;
  }

  @Override
  protected Object call(int function, Arguments arguments) {
    throw arguments.error(
        prefix + names[function] + " is not available in build scripts (sandboxed)");
  }
}
