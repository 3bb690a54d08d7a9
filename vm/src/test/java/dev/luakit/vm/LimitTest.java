package dev.luakit.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A script ends by itself, and can't catch that. */
class LimitTest {
  private static LimitExceeded run(Limits limits, String code) {
    return assertThrows(LimitExceeded.class, () -> new Lua(limits).run(code));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "while true do end",
        "repeat until false",
        "for i = 1, 1/0 do end",
        "while true do pcall(function() while true do end end) end",
        "coroutine.wrap(function() while true do end end)()",
        "local t = setmetatable({}, { __index = function() while true do end end }) return t.x",
        "return xpcall(error, function() while true do end end)",
        "local function f() return f() end return f()",
        "apply(function() while true do end end)"
      })
  void endlessWorkHitsTheLimitOfInstructions(String code) {
    LimitExceeded limit = run(Limits.DEFAULT.withInstructions(100_000), code);
    assertEquals(LimitExceeded.Kind.INSTRUCTIONS, limit.kind());
    assertEquals("the script ran more than 100000 instructions", limit.getMessage());
    assertEquals(1, limit.traceback().calls().getFirst().line());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "local s = 'x' while true do s = s .. s end",
        "local t = {} while true do t[#t + 1] = 1 end",
        "local t = {} for i = 1, 1/0 do t['k' .. i] = i end",
        "local t while true do t = { t } end",
        "local f while true do local g = f f = function() return g end end",
        "local t = {} while true do t[#t + 1] = coroutine.create(error) end",
        "pcall(function() local s = 'x' while true do s = s .. s end end) while true do end"
      })
  void growthHitsTheLimitOfMemory(String code) {
    LimitExceeded limit = run(Limits.DEFAULT.withMemoryBytes(1 << 20), code);
    assertEquals(LimitExceeded.Kind.MEMORY, limit.kind());
  }

  @Test
  void aStringThatNoMachineCanHoldIsAnError() {
    String doubled = "local s = 'x' for i = 1, 26 do s = s .. s end ";
    String joined = "return pcall(function() return s" + " .. s".repeat(31) + " end)";
    assertEquals(
        "false, test.lua:1: string length overflow",
        new Lua(Limits.DEFAULT.withMemoryBytes(1L << 40)).run(doubled + joined));
  }

  /** The counts hold in both tiers: these tests run once more with all functions translated. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          local t = {} for i = 1, 9 do local x = t == {} or 'a' < 'b' end | 88
          local function f(x) return x + 1 + 2 end for i = 1, 9 do pcall(f, {}) end | 61
          local function g() local x = nil return x.y + 1 end local function f() return g() end for i = 1, 9 do pcall(f) end | 80
          local m = { __add = function() return pcall(error) end } m = setmetatable({}, m) for i = 1, 9 do local x = m + 1 + 1 == 1 end | 19
          local function f(n) if n > 0 then return f(n - 1) end return n end for i = 1, 9 do f(i) end | 241
          """)
  void theCountOfInstructionsIsTheSameInBothTiers(String code, long expected) {
    Lua lua = new Lua();
    try {
      lua.run(code);
    } catch (LuaError expectedToo) {
      // What counts is how far it came.
    }
    assertEquals(expected, lua.state().instructions());
  }

  @Test
  void instructionsAreCountedExactly() {
    String loop = "for i = 1, 1000 do end";
    Lua lua = new Lua();
    lua.run(loop);
    long used = lua.state().instructions();
    new Lua(Limits.DEFAULT.withInstructions(used)).run(loop);
    run(Limits.DEFAULT.withInstructions(used - 1), loop);
  }

  @Test
  void theClockIsTheBackstop() {
    LimitExceeded limit = run(Limits.DEFAULT.withTimeMillis(50), "while true do end");
    assertEquals(LimitExceeded.Kind.TIME, limit.kind());
  }
}
