package dev.luakit.stdlib.differential;

import dev.luakit.stdlib.Script;
import dev.luakit.vm.Limits;

/** Our own implementation. */
final class Luakit implements Implementation {
  private static final Limits LIMITS = new Limits(3_000_000_000L, 1L << 36, 60_000, 20_000);

  @Override
  public String run(String source) {
    Script script = new Script().withLimits(LIMITS);
    try {
      return script.run("program.lua", source);
    } catch (RuntimeException | Error e) {
      // Whatever it is: no program may bring the machine down or get to a limit.
      return script.printed() + "luakit throws " + e + "\n";
    }
  }
}
