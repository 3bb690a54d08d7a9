package dev.luakit.bench.guard;

import dev.luakit.bench.LoadedProgram;
import dev.luakit.bench.Program;
import dev.luakit.llb.Luakit;
import dev.luakit.llb.graph.Command;
import dev.luakit.llb.graph.Definition;
import dev.luakit.llb.graph.Graph;
import dev.luakit.llb.graph.Platform;
import dev.luakit.stdlib.ModuleLoader;
import dev.luakit.vm.Limits;
import dev.luakit.vm.LuaState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Something that luakit does again and again, and what it counts each time. */
sealed interface Workload {
  /** What the baseline and the report call it. */
  String name();

  /**
   * Does it once.
   *
   * @return the same number each time and on each machine: the steps that were done, or the bytes
   *     that were made
   */
  long run();

  /** All that are measured. */
  static List<Workload> all() {
    List<Workload> all = new ArrayList<>();
    all.add(new Compile(BuildScripts.ofLines(1000)));
    for (int lines : new int[] {10, 100, 1000}) {
      all.add(new Build(lines, BuildScripts.ofLines(lines).getBytes(StandardCharsets.UTF_8)));
    }
    all.add(new Chain(1000));
    for (Program program :
        List.of(
            Program.FIBONACCI,
            Program.JSON,
            Program.METHODS,
            Program.PATTERNS,
            Program.STRING_BUILDING)) {
      all.add(Script.of(program));
    }
    return all;
  }

  /** From the text of a script to its bytecode. */
  record Compile(String script) implements Workload {
    @Override
    public String name() {
      return "compile 1000 lines";
    }

    @Override
    public long run() {
      LuaState state = new LuaState(Limits.DEFAULT);
      state.load(script, "build.lua", true);
      return state.memory().allocated();
    }
  }

  /** From the text of a script to the bytes of its definition. */
  record Build(int lines, byte[] script) implements Workload {
    @Override
    public String name() {
      return "build " + lines + " lines";
    }

    @Override
    public long run() {
      return Luakit.builder()
          .build()
          .evaluate("build.lua", script, ModuleLoader.EMPTY)
          .definition()
          .toByteArray()
          .length;
    }
  }

  /** A graph without Lua: commands, each on the one before. */
  record Chain(int commands) implements Workload {
    @Override
    public String name() {
      return "graph of " + commands + " commands";
    }

    @Override
    public long run() {
      dev.luakit.llb.graph.State state = new Graph(Platform.USUAL).scratch();
      for (int i = 0; i < commands; i++) {
        state = state.run(Command.shell("make step-" + i).build(), List.of());
      }
      return Definition.of(state).toByteArray().length;
    }
  }

  /** One of the Lua programs, once it is compiled. */
  record Script(LoadedProgram loaded) implements Workload {
    static Script of(Program program) {
      try {
        return new Script(LoadedProgram.of(program));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public String name() {
      return "lua " + loaded.program().file();
    }

    @Override
    public long run() {
      long before = loaded.state().instructions();
      loaded.run();
      return loaded.state().instructions() - before;
    }
  }
}
