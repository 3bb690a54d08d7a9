package dev.luakit.stdlib;

/**
 * A function for scripts, written in Java.
 *
 * <p>A script can catch the {@link dev.luakit.vm.LuaError}s that it throws (see {@link
 * CallArguments#error}). No script can catch another exception: that one ends the script, and comes
 * out as it is where the Java program called it.
 */
@FunctionalInterface
public interface JavaFunction {
  /**
   * Runs the function.
   *
   * @return its result, of the kinds that {@link LuaSandbox} names; an {@code Object[]} for several
   *     results, or for none
   */
  Object call(CallArguments arguments);
}
