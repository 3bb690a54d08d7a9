package dev.luakit.stdlib;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.luakit.vm.LimitExceeded;
import dev.luakit.vm.Limits;
import dev.luakit.vm.LuaError;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * Many threads run ordinary and hostile scripts in one process: each script prints, ends and counts
 * as it does alone.
 */
class ParallelSandboxesTest {
  private static final int THREADS = 8;
  private static final int ROUNDS = 2;

  private static final Limits LIMITS =
      Limits.DEFAULT
          .withInstructions(1_500_000)
          .withMemoryBytes(8 << 20)
          .withStringBytes(1 << 20)
          .withPatternSteps(200_000)
          .withTimeMillis(120_000);

  private static final List<String> SCRIPTS =
      List.of(
          // Ordinary ones, some so hot that they are translated.
          "local a, b = 0, 1 for i = 1, 1e5 do a, b = b, (a + b) % 1e9 end print(a)",
          """
          local function fib(n) if n < 2 then return n end return fib(n - 1) + fib(n - 2) end
          print(fib(21))
          """,
          """
          local t = {}
          for i = 1, 20000 do t[i] = (i * 7919) % 20011 end
          table.sort(t)
          print(t[1], t[#t], #t)
          """,
          """
          local words = {}
          for w in (("the quick brown fox "):rep(500)):gmatch("%a+") do
            words[w] = (words[w] or 0) + 1
          end
          for w, n in pairs(words) do print(w, n) end
          """,
          "for i = 1, 20 do print(math.random(1000), tostring({}), tostring(print)) end",
          """
          local co = coroutine.wrap(function() for i = 1, 1e4 do coroutine.yield(i) end end)
          local sum = 0 for i = 1, 1e4 do sum = sum + co() end print(sum)
          """,
          // The limits.
          "while true do end",
          "local t = {} while true do t[#t + 1] = {} end",
          "local t = {} for i = 1, 1e9 do t[i % 5e4] = 'garbage ' .. i end",
          "local s = 'x' while true do s = s .. s end",
          "return (('a'):rep(40)):find(('a?'):rep(40) .. ('a'):rep(40))",
          "local function f() return 1 + f() end f()",
          "local t = setmetatable({}, { __mode = 'k' }) while true do t[{}] = ('x'):rep(100) end",
          // Whatever can be changed is changed.
          """
          getmetatable("").__index = function() return function() return "evil" end end
          print(("x"):upper())
          """,
          """
          for name, library in pairs(_G) do
            if type(library) == "table" and library ~= _G then
              for key in pairs(library) do library[key] = nil end
            end
          end
          for name in pairs(package and package.loaded or {}) do package.loaded[name] = 1 end
          print(string.upper, math.pi, _G._G == _G)
          """,
          """
          string.format = function() return "evil" end
          math.random = function() return 4 end
          math.randomseed(7)
          getmetatable("").__metatable = "mine"
          getmetatable("").__add = function() return "evil" end
          setmetatable(_G, { __index = function(_, name) return name end })
          _G.print, _G.evil = print, "evil"
          collectgarbage("stop")
          collectgarbage("setpause", 1)
          print(evil, undefined, 'a' + 1)
          """,
          """
          local seen = {}
          for _, f in pairs(string) do pcall(setfenv, f, { evil = true }) end
          setfenv(0, setmetatable({ evil = true }, { __index = _G }))
          print(pcall(getfenv, string.upper))
          error({ evil = true })
          """);

  /** Everything that a fresh script can reach, and what it is. */
  private static final String WORLD =
      """
      local seen, names = {}, {}
      local function look(value, name)
        local line = name .. " " .. type(value)
        if type(value) == "number" or type(value) == "string" then
          line = line .. " " .. tostring(value)
        end
        names[#names + 1] = line
        if type(value) ~= "table" or seen[value] then return end
        seen[value] = true
        look(getmetatable(value), name .. "<metatable>")
        for key, field in pairs(value) do look(field, name .. "." .. tostring(key)) end
      end
      look(_G, "_G")
      look(getmetatable(""), "strings")
      look(getmetatable(print), "functions")
      look(getmetatable(nil), "nil")
      look(getmetatable(coroutine.create(look)), "threads")
      table.sort(names)
      print(table.concat(names, "\\n"))
      print(math.random(1e6), ("%d %s"):format(7, "x"), ("x"):upper(), pcall(require, "evil"))
      """;

  private static String outcome(String script) {
    StringBuilder out = new StringBuilder();
    LuaSandbox lua =
        LuaSandbox.builder().limits(LIMITS).print(line -> out.append(line).append('\n')).build();
    try {
      out.append("returns ").append(lua.run(script, "script.lua"));
    } catch (LuaError e) {
      out.append("error ").append(e.getMessage());
    } catch (LimitExceeded e) {
      out.append("limit ").append(e.kind()).append(' ').append(e.getMessage());
    }
    return out.append("\ninstructions ")
        .append(lua.instructions())
        .append(" allocated ")
        .append(lua.memoryAllocated())
        .append(" used ")
        .append(lua.memoryUsed())
        .toString();
  }

  @Test
  void eachScriptEndsAsItDoesAlone() throws Exception {
    String world = outcome(WORLD);
    assertTrue(world.contains("string.upper function"), world);
    List<String> alone = new ArrayList<>();
    for (String script : SCRIPTS) {
      alone.add(outcome(script));
    }
    List<Callable<Void>> threads = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      Random order = new Random(i);
      threads.add(() -> runAll(order, alone, world));
    }
    ExecutorService pool = Executors.newFixedThreadPool(THREADS);
    try {
      for (Future<Void> thread : pool.invokeAll(threads)) {
        thread.get();
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private static Void runAll(Random order, List<String> alone, String world) {
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < SCRIPTS.size() * ROUNDS; i++) {
      numbers.add(i % SCRIPTS.size());
    }
    Collections.shuffle(numbers, order);
    for (int n : numbers) {
      assertEquals(alone.get(n), outcome(SCRIPTS.get(n)), SCRIPTS.get(n));
      if (order.nextInt(8) == 0) {
        assertEquals(world, outcome(WORLD));
      }
    }
    return null;
  }
}
