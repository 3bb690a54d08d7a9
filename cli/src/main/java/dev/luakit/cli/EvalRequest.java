package dev.luakit.cli;

import dev.luakit.llb.ScriptException;
import dev.luakit.stdlib.Failure;
import dev.luakit.stdlib.LuaSandbox;
import dev.luakit.stdlib.ScriptFile;
import dev.luakit.stdlib.Sources;
import dev.luakit.vm.LimitExceeded;
import dev.luakit.vm.Limits;
import dev.luakit.vm.LuaError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs code and a script of plain Lua; what they print goes to standard output.
 *
 * @param code what is run before the script
 * @param script the script as it was named, {@code -} for standard input, or null for none
 * @param arguments the script's arguments
 * @param buildArguments what {@code os.getenv} sees
 * @param limits what code and script may use together
 * @param stats whether to tell what they have used
 */
record EvalRequest(
    List<String> code,
    String script,
    List<String> arguments,
    Map<String, String> buildArguments,
    Limits limits,
    boolean stats)
    implements Request {

  /** What messages call the code, as the reference implementation does. */
  private static final String CODE = "(command line)";

  private static final String STANDARD_INPUT = "-";

  @Override
  public void run(Host host) {
    Path file = script == null || script.equals(STANDARD_INPUT) ? null : ScriptOptions.file(script);
    PrintedOutput output = new PrintedOutput(new StandardOutput(host));
    LuaSandbox lua = sandbox(file, output, host);
    Failure failure = null;
    try {
      runCode(lua);
      runScript(lua, file, host);
    } catch (LuaError e) {
      failure = lua.failure(e);
    } catch (LimitExceeded e) {
      failure = lua.failure(e);
    } finally {
      output.flush();
    }
    if (stats) {
      tell(lua, host);
    }
    if (failure != null) {
      throw new ScriptException(failure);
    }
  }

  private LuaSandbox sandbox(Path file, PrintedOutput output, Host host) {
    try {
      return LuaSandbox.builder()
          .limits(limits)
          .print(output)
          .modules(file == null ? Path.of("") : file.resolveSibling(""))
          .arguments(buildArguments)
          .sourceDateEpoch(SourceDateEpoch.of(buildArguments, host))
          .build();
    } catch (LimitExceeded e) {
      throw new ScriptException(Failure.of(e, new Sources(), script == null ? CODE : script));
    }
  }

  private void runCode(LuaSandbox lua) {
    for (String chunk : code) {
      lua.run(chunk, CODE);
    }
  }

  private void runScript(LuaSandbox lua, Path file, Host host) {
    if (script == null) {
      return;
    }
    lua.setGlobal("arg", argTable());
    Object[] values = arguments.toArray();
    try {
      if (file != null) {
        lua.run(file, values);
      } else {
        lua.run(ScriptFile.read(host.in(), limits.sourceBytes()), "stdin", values);
      }
    } catch (IOException e) {
      String name = file == null ? "standard input" : script;
      throw new UsageException("cannot read " + name + ": " + Reason.of(e));
    }
  }

  /** The script's name at 0, behind it the arguments. */
  private Map<Integer, String> argTable() {
    Map<Integer, String> table = new LinkedHashMap<>();
    table.put(0, script);
    for (String argument : arguments) {
      table.put(table.size(), argument);
    }
    return table;
  }

  private static void tell(LuaSandbox lua, Host host) {
    String line =
        "stats: instructions="
            + lua.instructions()
            + " memory-used="
            + lua.memoryUsed()
            + " memory-allocated="
            + lua.memoryAllocated()
            + "\n";
    try {
      host.err().write(line.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      return; // Nobody reads it; the script has run all the same.
    }
  }
}
