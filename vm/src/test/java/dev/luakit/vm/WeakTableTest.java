package dev.luakit.vm;

import static dev.luakit.vm.Lua.assertResult;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Weak tables (section 2.10.2 of the manual), and what keeps a value alive. */
class WeakTableTest {
  private static final String WEAK =
      """
      local w = setmetatable({}, { __mode = 'v' })
      local function alive() collectgarbage() return w[1] ~= nil end
      """;

  @Test
  void weakValuesAreRemoved() {
    assertResult(
        "nil, nil, kept, 1",
        """
        local w, kept = setmetatable({}, { __mode = 'v' }), { name = 'kept' }
        w[1] = {} w.x = {} w[{}] = kept
        collectgarbage()
        local n, value = 0
        for k, v in next, w do n = n + 1 value = v end
        return w[1], w.x, value.name, n
        """);
  }

  @Test
  void weakKeysAreRemovedWithTheirValues() {
    assertResult(
        "1, a, nil",
        """
        local w, kept = setmetatable({}, { __mode = 'k' }), {}
        local values = setmetatable({}, { __mode = 'v' })
        values[1] = {}
        w[{}] = values[1] w[kept] = 'a' w[function() end] = 'b' w[coroutine.create(type)] = 'c'
        collectgarbage()
        collectgarbage()
        local n = 0
        for k, v in next, w do n = n + 1 end
        return n, w[kept], values[1]
        """);
  }

  @Test
  void whereBothAreWeakEitherOneIsEnough() {
    assertResult(
        "1, true",
        """
        local w, kept = setmetatable({}, { __mode = 'kv' }), {}
        w[kept] = {} w[{}] = kept w[kept] = {} w['x'] = kept w[{}] = {}
        collectgarbage()
        local n = 0
        for k, v in next, w do n = n + 1 end
        return n, w.x == kept
        """);
  }

  /** Lua 5.1 holds the values of weak keys strongly, those that lead back to the key included. */
  @Test
  void aValueThatRefersToItsWeakKeyKeepsIt() {
    assertResult(
        "1",
        """
        local w = setmetatable({}, { __mode = 'k' })
        do local key = {} w[key] = { key } end
        collectgarbage()
        local n = 0
        for k, v in next, w do n = n + 1 end
        return n
        """);
  }

  @Test
  void whatIsNoObjectIsNotRemoved() {
    assertResult(
        "text, 12, true, long text 7, 5",
        """
        local w = setmetatable({}, { __mode = 'kv' })
        w[1] = 'text' w[2] = 12 w[3] = true w.x = 'long text ' .. 7 w['made' .. 1] = 1
        collectgarbage()
        local n = 0
        for k, v in next, w do n = n + 1 end
        return w[1], w[2], w[3], w.x, n
        """);
  }

  @Test
  void aCacheOfClosuresForgetsThem() {
    assertResult(
        "true, false",
        """
        local cache = setmetatable({}, { __mode = 'v' })
        local function adder(n)
          local f = cache[n]
          if not f then f = function(x) return x + n end cache[n] = f end
          return f
        end
        local one = adder(1)
        adder(2)
        collectgarbage()
        return cache[1] == one, cache[2] ~= nil
        """);
  }

  @Test
  void aWeakTableIsClearedWhenMemoryIsShort() {
    Lua lua = new Lua(Limits.DEFAULT.withMemoryBytes(1 << 20));
    assertEquals(
        "true",
        lua.run(
            """
            local w = setmetatable({}, { __mode = 'k' })
            for i = 1, 40000 do w[{}] = i end
            local n = 0
            for k in next, w do n = n + 1 end
            return n < 10000
            """));
  }

  @ParameterizedTest
  @CsvSource({"k, true", "v, false", "x, true", "'', true", "vk, false"})
  void theModeIsReadWhenMemoryIsRecounted(String mode, boolean there) {
    assertResult(
        String.valueOf(there),
        "local meta = {} local w = setmetatable({}, meta) w[1] = {} meta.__mode = '"
            + mode
            + "' collectgarbage() return w[1] ~= nil");
  }

  @Test
  void aModeThatIsNoStringIsNone() {
    assertResult(
        "true",
        "local w = setmetatable({}, { __mode = function() return 'v' end }) w[1] = {}"
            + " collectgarbage() return w[1] ~= nil");
  }

  @Test
  void anArrayEndsBeforeTheValuesThatWereRemoved() {
    assertResult(
        "2, nil, b, 3, c",
        """
        local w, b = setmetatable({}, { __mode = 'v' }), 'b'
        w[1] = {} w[2] = b w[3] = {} w[4] = {}
        collectgarbage()
        local n = #w
        w[n + 1] = 'c'
        return n, w[1], w[2], #w, w[3]
        """);
  }

  @Test
  void aTraversalGoesOnAfterItsEntryWasRemoved() {
    assertResult(
        "30, 15, true",
        """
        local w, kept = setmetatable({}, { __mode = 'k' }), {}
        for i = 1, 30 do
          local key = {}
          w[key] = i
          kept[i] = key
        end
        local met = 0
        for key in next, w do
          met = met + 1
          if met == 10 then
            for i = 16, 30 do w[kept[i]] = nil end
            for i = 16, 30 do w[kept[i]] = i end
          end
          w[key] = w[key]
          collectgarbage()
        end
        for i = 1, 15 do kept[i] = nil end
        collectgarbage()
        local n = 0
        for key in next, w do n = n + 1 end
        return met, n, kept[30] ~= nil
        """);
  }

  /** The key of an entry without a value is there for a traversal only. */
  @Test
  void aRemovedEntryDoesNotKeepItsKey() {
    assertResult(
        "nil, nil, 1",
        """
        local w, t = setmetatable({}, { __mode = 'v' }), {}
        local function add(i) w[i] = {} t[w[i]] = true t[w[i]] = nil end
        add(1) add(2)
        collectgarbage()
        local a, b = w[1], w[2]
        t.x = 1
        return a, b, t.x
        """);
  }

  @Test
  void aRemovedEntryForgetsAKeyThatNobodyHas() {
    Memory memory = new Memory(10_000);
    LuaTable table = new LuaTable(memory);
    LuaTable key = new LuaTable(memory);
    LuaTable held = new LuaTable(memory);
    table.set(key, "value");
    table.set(held, "value");
    table.set(key, null);
    table.set(held, null);
    Reachability trace = new Reachability((byte) 1, null);
    trace.add(table);
    trace.add(held);
    trace.trace(true);
    assertEquals(Integer.MIN_VALUE, table.position(key));
    assertEquals(0, table.next(table.position(held)));
  }

  @Test
  void aTraversalGoesOnFromAnObjectThatItRemoved() {
    assertResult(
        "20",
        """
        local t, met = {}, 0
        for i = 1, 20 do t[{}] = i end
        for key in next, t do
          t[key] = nil
          key = nil
          collectgarbage()
          met = met + 1
        end
        return met
        """);
  }

  // ---- what keeps a value

  @ParameterizedTest
  @ValueSource(
      strings = {
        "local t = {} w[1] = t return (alive())",
        "g = {} w[1] = g return (alive())",
        "local t = { { {} } } w[1] = t[1][1] return (alive())",
        "local t = {} w[1] = {} t[w[1]] = 1 return (alive())",
        "local t = setmetatable({}, {}) w[1] = t local u = setmetatable({}, t) t = nil"
            + " return (alive())",
        "local f do local t = {} w[1] = t f = function() return t end end return (alive()), f",
        "local t = {} w[1] = t local function f() t = t return t end return (alive()), f",
        "local f do local t = {} w[1] = t f = function() return function() return t end end end"
            + " return (alive()), f",
        "local f do local t = {} w[1] = t f = function() t = { t } return t end end"
            + " return (alive()), f",
        "local function f(...) return (alive()), ... end w[1] = {} return f(w[1])",
        "local function f(a) return (alive()), a end w[1] = {} return f(w[1])",
        "local function f() return (alive()) end local function g() local t = {} w[1] = t"
            + " local there = f() return there, t end return g()",
        "local co = coroutine.create(function() local t = {} w[1] = t coroutine.yield() return t"
            + " end) coroutine.resume(co) return (alive()), co",
        "local f = coroutine.wrap(function() local t = {} w[1] = t coroutine.yield() return t end)"
            + " f() return (alive()), f",
        "local f = coroutine.wrap(function(t) w[1] = t coroutine.yield() return t end) f({})"
            + " return (alive()), f",
        "local co = coroutine.create(function() local t = {} w[1] = t"
            + " coroutine.wrap(function() coroutine.yield(alive()) end)() there = alive()"
            + " return t end) coroutine.resume(co) return there",
        "local t = {} w[1] = t coroutine.wrap(function() there = alive() end)() return there, t",
        "local function f() local t = {} w[1] = t return function() return t end end"
            + " local co = coroutine.create(f()) return (alive()), co",
        "local ok, there = xpcall(function() return (alive()) end,"
            + " (function() local t = {} w[1] = t return function() return t end end)())"
            + " return there",
        "local ok, there, t = pcall(function() local t = {} w[1] = t return (alive()), t end)"
            + " return there",
        "local t = {} w[1] = t local ok, there = pcall(function() return (alive()) end)"
            + " return there, t",
        "local function f() return x end w[1] = {} setfenv(f, { x = w[1] }) return (alive()), f",
        "w[1] = setmetatable({}, { __index = function(t, k) return (alive()) end }) return w[1].x",
        "w[1] = setmetatable({}, { __add = function(a, b) return (alive()) end }) return w[1] + 1",
        "w[1] = setmetatable({}, { __concat = function(a, b) return { alive() } end })"
            + " local t = setmetatable({}, { __concat = function(a, b) return b[1] end })"
            + " return t .. w[1] .. 'x'",
        "for k, v in function(t, k) if not k then return (alive()) end end, (function() w[1] = {}"
            + " return w[1] end)() do return k end",
        "w[1] = {} local t = { w[1], alive() } return t[2]",
        "w[1] = apply return (alive())"
      })
  void whatCanBeReachedStays(String code) {
    assertEquals(
        "true", new Lua().run("return (select(1, (function() " + WEAK + code + " end)()))"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "w[1] = {} return (alive())",
        "do local t = {} w[1] = t end return (alive())",
        "local t = {} w[1] = t t = nil return (alive())",
        "local t = {} t.t = t w[1] = t t = nil return (alive())",
        "w[1] = function() end return (alive())",
        "local function f(a, b) w[1] = b end f(1, {}) return (alive())",
        "local co = coroutine.create(function() local t = {} w[1] = t coroutine.yield() end)"
            + " coroutine.resume(co) co = nil return (alive())",
        "local co = coroutine.create(function() local t = {} w[1] = t coroutine.yield() end)"
            + " coroutine.resume(co) coroutine.resume(co) return (alive()), co",
        "local co = coroutine.create(function() local t = {} w[1] = t error(1) end)"
            + " coroutine.resume(co) return (alive()), co",
        "w[1] = coroutine.create(function() end) return (alive())",
        "w[1] = coroutine.wrap(function() end) return (alive())",
        "local function f(n) local t = { n } w[1] = t if n > 0 then f(n - 1) end end f(10)"
            + " return (alive())",
        "pcall(function() local t = {} w[1] = t error('x') end) return (alive())",
        "xpcall(function() error('x') end, function() local t = {} w[1] = t end) return (alive())",
        "local function f(...) w[1] = ... end f({}) return (alive())",
        "local function f(...) w[1] = ... error('x') end pcall(f, {})"
            + " local function g() return (alive()) end return g()"
      })
  void whatCannotBeReachedGoes(String code) {
    assertEquals(
        "false", new Lua().run("return (select(1, (function() " + WEAK + code + " end)()))"));
  }

  /** After some hundred rounds the functions are translated, and resume each other differently. */
  @Test
  void aCoroutineThatIsResumedOftenCollectsToo() {
    assertResult(
        "1000, 500500",
        """
        local w = setmetatable({}, { __mode = 'v' })
        local resume = coroutine.wrap(function(kept)
          for n = 1, 1000 do
            local t = { n }
            w.own, w.garbage = t, { n }
            collectgarbage()
            if w.own == t and w.garbage == nil and w.callers ~= nil and kept[1] == 'kept' then
              coroutine.yield(t[1])
            end
          end
        end)
        local function round(argument)
          local t = {}
          w.callers = t
          local n = resume(argument)
          return n, w.callers == t
        end
        local sum, kept = 0, 0
        for i = 1, 1000 do
          local n, same = round({ 'kept' })
          sum = sum + n
          kept = kept + (same and 1 or 0)
        end
        return kept, sum
        """);
  }

  @Test
  void aSafePointBetweenInstructionsKeepsAllRegisters() {
    Lua lua = new Lua(Limits.DEFAULT.withMemoryBytes(1 << 20));
    assertEquals(
        "true, 100000",
        lua.run(
            """
            local w = setmetatable({}, { __mode = 'v' })
            local function three(a, b, c) return a, b, c end
            local n, all = 0, true
            for i = 1, 100000 do
              local list = { three({ i }, 'x' .. i, function() return i end) }
              w[1], w[2] = list[1], list[3]
              local a, b = { list[1] }, { x = { list[3] } }
              all = all and w[1] == a[1] and w[2] == b.x[1] and list[2] == 'x' .. w[2]()
              n = n + 1
            end
            return all, n
            """));
  }

  @Test
  void whatTheHostPinsStays() {
    Lua lua = new Lua();
    LuaTable pinned = new LuaTable(lua.state().memory());
    lua.state().pin(pinned);
    LuaTable registry = new LuaTable(lua.state().memory());
    registry.set(1, pinned);
    registry.set(2, new LuaTable(lua.state().memory()));
    lua.state().globals().set("w", registry);
    assertEquals(
        "true, nil",
        lua.run("setmetatable(w, { __mode = 'v' }) collectgarbage() return w[1] ~= nil, w[2]"));
  }

  @Test
  void aManyTimesRepeatedRecountFindsTheSame() {
    assertResult(
        "true",
        """
        local w = setmetatable({}, { __mode = 'v' })
        local kept = {}
        for i = 1, 300 do
          w[1], w[2] = kept, {}
          kept[i] = { i, function() return kept end }
          collectgarbage()
          if w[1] ~= kept or w[2] ~= nil then return false end
        end
        return true
        """);
  }
}
