package dev.luakit.bench;

import dev.luakit.stdlib.Environment;
import dev.luakit.stdlib.GivenVariables;
import dev.luakit.stdlib.ModuleLoader;
import dev.luakit.stdlib.Sources;
import dev.luakit.stdlib.StandardLibrary;
import dev.luakit.vm.Limits;
import dev.luakit.vm.LuaClosure;
import dev.luakit.vm.LuaState;
import java.io.IOException;
import java.util.Map;

/**
 * A program once it is compiled, in a machine of its own.
 *
 * @param program the program
 * @param state the machine
 * @param function the program's main function
 */
public record LoadedProgram(Program program, LuaState state, LuaClosure function) {
  /** In force, but so wide that no number of rounds reaches them. */
  private static final Limits WIDE =
      Limits.DEFAULT
          .withInstructions(Long.MAX_VALUE / 2)
          .withMemoryBytes(Long.MAX_VALUE / 2)
          .withTimeMillis(3_600_000);

  /** Compiles a program. */
  public static LoadedProgram of(Program program) throws IOException {
    LuaState state = new LuaState(WIDE);
    StandardLibrary.install(
        state,
        new Environment(
            line -> {},
            new GivenVariables(Map.of()),
            0,
            ModuleLoader.EMPTY,
            ModuleLoader.EMPTY,
            new Sources()));
    return new LoadedProgram(program, state, state.load(program.source(), program.file(), true));
  }

  /** Runs it at its small size. */
  public Object run() {
    return state.call(function, program.smallSize());
  }
}
