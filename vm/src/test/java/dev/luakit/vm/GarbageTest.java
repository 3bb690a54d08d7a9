package dev.luakit.vm;

import static dev.luakit.vm.Lua.assertResult;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a script cannot reach any more does not count against the limit of memory. */
class GarbageTest {
  private static final int LIMIT = 1 << 20;

  private static Lua small() {
    return new Lua(Limits.DEFAULT.withMemoryBytes(LIMIT));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "for i = 1, 100000 do local t = { x = i } end",
        "for i = 1, 100000 do local t = { i, i } end",
        "for i = 1, 200000 do local s = 'x' .. i end",
        "local s = '' for i = 1, 6000 do s = s .. 'x' end",
        "for i = 1, 200000 do local f = function() return i end end",
        "for i = 1, 150000 do local n = i local f = function() n = n + 1 end end",
        "for i = 1, 20000 do coroutine.wrap(function() coroutine.yield(i) end)() end",
        "local f = function(...) return ... end for i = 1, 200000 do f(i, i, i, i, i, i) end",
        "for i = 1, 100 do local t = {} for j = 1, 3000 do t[j] = j end end",
        "for i = 1, 140 do local t = {} for j = 1, 700 do t['k' .. j] = j end end",
        "local t = {} for i = 1, 200000 do t[i % 100] = 'x' .. i end",
        "local t = {} for i = 1, 150000 do t['x' .. i] = i t['x' .. i - 10] = nil end",
        "local t for i = 1, 60000 do t = { i, next = t } if i % 1000 == 0 then t = nil end end",
        "for i = 1, 120000 do pcall(error, { i }) end",
        "for i = 1, 60000 do xpcall(function() error({ i }) end, function(e) return { e } end) end",
        "local f function f(n) local t = { n, n } if n > 0 then return f(n - 1) end end f(80000)",
        "local function f(n) local t = { n, n } if n > 0 then f(n - 1) end end"
            + " for i = 1, 160 do f(500) end",
        "coroutine.wrap(function() for i = 1, 100000 do local t = { x = i } end end)()",
        "local w = coroutine.wrap(function() while true do coroutine.yield({}) end end)"
            + " for i = 1, 150000 do w() end",
        "local w = coroutine.wrap(function() while true do coroutine.yield()"
            + " for i = 1, 15000 do local t = { x = i } end end end)"
            + " for i = 1, 60 do w() end",
        "local function rounds(f) return coroutine.wrap(function() local n = 0 while true do"
            + " n = n + 1 coroutine.yield(n) f(n) end end) end"
            + " local inner = rounds(function(n)"
            + " for i = 1, n > 500 and 15000 or 1 do local t = { x = i } end end)"
            + " local outer = rounds(function() inner() end)"
            + " local n = 0 for i = 1, 520 do n = n + outer() end"
            + " if n ~= 520 * 521 / 2 then error(n) end",
        "for i = 1, 15000 do load('local a, b = ' .. i .. ', 2 return a + b')() end",
        "local t = setmetatable({}, { __index = function(t, k) return { k, k } end })"
            + " for i = 1, 100000 do local x = t[i] end",
        "for i = 1, 600 do apply(function() for j = 1, 200 do local t = { x = j } end end) end"
      })
  void garbageOfManyTimesTheLimitRunsThrough(String code) {
    Lua lua = small();
    assertEquals("done", lua.run(code + " return 'done'"));
    assertTrue(lua.state().memory().allocated() > 8L * LIMIT);
    assertTrue(lua.state().memory().used() <= LIMIT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "local t = {} for i = 1, 1/0 do t[i] = { x = i } end",
        "local t = {} for i = 1, 1/0 do t[i] = 'x' .. i end",
        "local t for i = 1, 1/0 do t = { t } end",
        "local f for i = 1, 1/0 do local g = f f = function() return g end end",
        "local t = {} for i = 1, 1/0 do t[i] = coroutine.create(error) end",
        "local function f(n) local t = { {}, {}, {}, {} } f(n + 1) return t end f(1)",
        "local t = {} for i = 1, 1/0 do pcall(function() t[i] = { i } end) end",
        "local t = {} for i = 1, 1/0 do t[i] = load('return ' .. i) end",
        "local t = setmetatable({}, { __mode = 'v' }) for i = 1, 1/0 do t[i] = 'x' .. i end",
        "local t = setmetatable({}, { __mode = 'k' }) for i = 1, 1/0 do local k = {} t[k] = k end",
        "pcall(function() local t = {} for i = 1, 1/0 do t[i] = { x = i } end end) return 1"
      })
  void whatIsHeldEndsAtTheLimit(String code) {
    LimitExceeded limit = assertThrows(LimitExceeded.class, () -> small().run(code));
    assertEquals(LimitExceeded.Kind.MEMORY, limit.kind());
    assertEquals("the script used more than 1048576 bytes of memory", limit.getMessage());
  }

  @Test
  void aStringThatIsSharedCountsOnce() {
    assertEquals(
        "done",
        small()
            .run(
                """
                local s = 'x'
                while #s < 100000 do s = s .. s end
                local lists, cells = {}, {}
                for i = 1, 300 do
                  lists[i] = { s, [s] = s }
                  local t = s
                  cells[i] = function() t = t .. '' end
                  for j = 1, 100 do local garbage = { i, j, s } end
                  if i % 100 == 0 then collectgarbage() end
                end
                return 'done'
                """));
  }

  /** The sizes that a trace adds up are those that were accounted for when it was allocated. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "for i = 1, 20000 do keep[i] = {} end",
        "for i = 1, 20000 do keep[i] = { x = i, y = 'k' } end",
        "for i = 1, 20000 do keep[i] = { i, i, i } end",
        "for i = 1, 20000 do keep['a key ' .. i] = i end",
        "for i = 1, 20000 do local n = i keep[i] = function() n = n + i end end",
        "for i = 1, 3000 do keep[i] = coroutine.create(function() end) end",
        "for i = 1, 3000 do local f = coroutine.wrap(function() coroutine.yield() end)"
            + " f() keep[i] = f end",
        "for i = 1, 20000 do keep[i] = 'the same' end"
      })
  void whatIsAliveCountsAsItDidWhenItWasAllocated(String code) {
    Lua lua = new Lua();
    lua.run("keep = {}");
    long before = lua.state().memory().used();
    lua.run(code);
    long allocated = lua.state().memory().used() - before;
    lua.run("collectgarbage()");
    long alive = lua.state().memory().used() - before;
    assertTrue(alive <= allocated + 1000, alive + " alive of " + allocated);
    // The array and the entries that a table had before it last grew are garbage, and not counted.
    assertTrue(alive > allocated * 0.95 - 10_000, alive + " alive of " + allocated);
    lua.run("keep = nil collectgarbage()");
    assertTrue(lua.state().memory().used() - before < 10_000);
  }

  @Test
  void countFallsWhenABigTableIsDropped() {
    assertResult(
        "true, true, 0, true",
        """
        local before = collectgarbage('count')
        local t = {}
        for i = 1, 10000 do t[i] = { i } end
        local with = collectgarbage('count')
        t = nil
        local result = collectgarbage()
        local after = collectgarbage('count')
        return with > before + 1000, after < with - 1000, result, after < before + 10
        """);
  }

  @Test
  void countIsTheSameInEachRun() {
    String code =
        """
        local sizes, kept = '', {}
        for i = 1, 50000 do
          local t = { i, x = 'text ' .. i }
          if i % 100 == 0 then kept[#kept + 1] = t kept[t] = function() return t end end
          if i % 9999 == 0 then sizes = sizes .. ' ' .. collectgarbage('count') end
        end
        collectgarbage()
        return sizes .. ' ' .. collectgarbage('count')
        """;
    Lua first = small();
    Lua second = small();
    assertEquals(first.run(code), second.run(code));
    assertEquals(first.state().memory().allocated(), second.state().memory().allocated());
    assertEquals(first.state().instructions(), second.state().instructions());
  }

  @Test
  void theWorkOfARecountIsAccountedFor() {
    Lua lua = new Lua();
    lua.run("keep = {} for i = 1, 50000 do keep[i] = { i } end collectgarbage()");
    long before = lua.state().instructions();
    lua.run("collectgarbage()");
    assertTrue(lua.state().instructions() - before > 50_000);
  }

  @Test
  void collectingInALoopEndsAtTheLimitOfInstructions() {
    LimitExceeded limit =
        assertThrows(
            LimitExceeded.class,
            () ->
                new Lua(Limits.DEFAULT.withInstructions(10_000_000))
                    .run(
                        "local t = {} for i = 1, 50000 do t[i] = { i } end"
                            + " while true do collectgarbage() end"));
    assertEquals(LimitExceeded.Kind.INSTRUCTIONS, limit.kind());
  }

  /** There may be values that only the function written in Java knows. */
  @Test
  void nothingIsCollectedWhileAFunctionWrittenInJavaWaits() {
    assertResult(
        "true, 0, false",
        """
        local w = setmetatable({}, { __mode = 'v' })
        local there, result = apply(function()
          w[1] = {}
          local result = collectgarbage()
          return w[1] ~= nil, result
        end)
        collectgarbage()
        return there, result, w[1] ~= nil
        """);
    LimitExceeded limit =
        assertThrows(
            LimitExceeded.class,
            () -> small().run("apply(function() while true do local t = {} end end)"));
    assertEquals(LimitExceeded.Kind.MEMORY, limit.kind());
  }

  @Test
  void theStackMayGrowAgainAfterItWasGivenBack() {
    assertResult(
        "3000, 3000, 3000",
        """
        local function depth(n) if n == 0 then return 0 end return 1 + depth(n - 1) end
        local a = depth(3000)
        collectgarbage()
        local b = depth(3000)
        local co = coroutine.wrap(function()
          local n = depth(3000)
          coroutine.yield(n)
          return depth(3000)
        end)
        local c = co()
        collectgarbage()
        return a, b, co()
        """);
  }

  @Test
  void framesThatWereGivenBackCountAgainWhenTheyAreNeededAgain() {
    Lua lua = new Lua();
    String deep = "local function f(n) if n > 0 then return (f(n - 1)) end end f(3000)";
    lua.run(deep);
    long first = lua.state().memory().allocated();
    lua.run(deep);
    long second = lua.state().memory().allocated();
    assertTrue(second - first < 100_000);
    lua.run("collectgarbage()");
    lua.run(deep);
    assertTrue(lua.state().memory().allocated() - second > 3000 * 100);
  }

  @Test
  void whatTheHostRetainsIsNotGivenBack() {
    Memory memory = new Memory(10_000);
    memory.retain(1000);
    memory.allocate(3000);
    memory.recounted(500);
    assertEquals(1500, memory.used());
    assertEquals(4000, memory.allocated());
    memory.recounted(400);
    assertEquals(1400, memory.used());
    assertEquals(4000, memory.allocated());
  }

  @Test
  void aRecountIsDueWhenHalfOfWhatWasFreeIsUsed() {
    Memory memory = new Memory(8000);
    memory.allocate(4000);
    assertEquals(false, memory.isRecountDue());
    memory.allocate(1);
    assertEquals(true, memory.isRecountDue());
    memory.recounted(2000);
    memory.allocate(3000);
    assertEquals(false, memory.isRecountDue());
    memory.allocate(1);
    assertEquals(true, memory.isRecountDue());
    // No recount counts more than what was there before.
    memory.recounted(9000);
    assertEquals(5001, memory.used());
  }

  @Test
  void whenNearlyAllIsAliveTheNextRecountIsNeverDue() {
    Memory memory = new Memory(8000);
    memory.allocate(7500);
    memory.recounted(7001);
    memory.allocate(999);
    assertEquals(false, memory.isRecountDue());
    assertThrows(LimitExceeded.class, () -> memory.allocate(1));
    assertEquals(8000, memory.used());
  }
}
