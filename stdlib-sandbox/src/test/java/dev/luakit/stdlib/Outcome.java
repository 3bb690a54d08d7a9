package dev.luakit.stdlib;

import dev.luakit.vm.ByteStrings;
import dev.luakit.vm.LimitExceeded;
import dev.luakit.vm.Limits;
import dev.luakit.vm.LuaError;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What becomes of a script within small limits: what it prints, what it returns or ends with, and
 * what it has used. Only the limit of time is not the same everywhere, and no script may need it.
 */
public final class Outcome implements UnaryOperator<String> {
  /**
   * Begins the outcome of a script for which memory may have been recounted. Translated code does
   * so at the end of a loop's round or where a function begins, the interpreter anywhere, and what
   * a recount finds alive counts as instructions: such outcomes may differ between the two.
   */
  static final String RECOUNTED = "recounted\n";

  private static final long MEMORY = 32 << 20;

  private static final Limits LIMITS =
      Limits.DEFAULT
          .withInstructions(200_000)
          .withMemoryBytes(MEMORY)
          .withStringBytes(1 << 20)
          .withPatternSteps(50_000)
          .withCallDepth(150)
          .withTimeMillis(20_000);

  @Override
  public String apply(String source) {
    StringBuilder text = new StringBuilder();
    LuaSandbox lua =
        LuaSandbox.builder().limits(LIMITS).print(line -> text.append(line).append('\n')).build();
    text.append(end(lua, source));
    text.append("\ninstructions ").append(lua.instructions());
    text.append("\nallocated ").append(lua.memoryAllocated());
    text.append("\nused ").append(lua.memoryUsed());
    // The first recount is due when half of the limit is allocated.
    return lua.memoryAllocated() < MEMORY / 2 ? text.toString() : RECOUNTED + text;
  }

  private static String end(LuaSandbox lua, String source) {
    try {
      List<LuaValue> results = lua.run(ByteStrings.toBytes(source), "script.lua");
      return "returns " + results;
    } catch (LuaError e) {
      return "error " + e.getMessage();
    } catch (LimitExceeded e) {
      if (e.kind() == LimitExceeded.Kind.TIME || e.kind() == LimitExceeded.Kind.STACK) {
        throw new AssertionError("no script should get that far", e);
      }
      return "limit " + e.kind();
    }
  }
}
