package dev.luakit.vm;

import static dev.luakit.vm.Lua.assertResult;

import org.junit.jupiter.api.Test;

/** Coroutines can be left and entered again wherever Lua code runs. */
class CoroutineTest {
  @Test
  void valuesGoInAndOut() {
    assertResult(
        "true, 3, true, 20, true, end, false, cannot resume dead coroutine",
        """
        local co = coroutine.create(function(a, b)
          local c = coroutine.yield(a + b)
          coroutine.yield(c * 2)
          return 'end'
        end)
        local a, b = coroutine.resume(co, 1, 2)
        local c, d = coroutine.resume(co, 10)
        local e, f = coroutine.resume(co)
        return a, b, c, d, e, f, coroutine.resume(co)
        """);
  }

  @Test
  void theyTellTheirStatus() {
    assertResult(
        "suspended, running, normal, dead",
        """
        local running, normal
        local outer
        local co = coroutine.create(function() running = coroutine.status(outer) end)
        outer = coroutine.create(function()
          running = coroutine.status(outer)
          local inner = coroutine.wrap(function() normal = coroutine.status(outer) end)
          inner()
        end)
        local before = coroutine.status(outer)
        coroutine.resume(outer)
        return before, running, normal, coroutine.status(outer)
        """);
  }

  @Test
  void theyYieldAcrossProtectedCalls() {
    assertResult(
        "1, 2, true, caught: test.lua:4: boom",
        """
        local co = coroutine.wrap(function()
          local ok, e = pcall(function()
            coroutine.yield(1)
            error('boom')
          end)
          coroutine.yield(2)
          return not ok, 'caught: ' .. e
        end)
        return co(), co(), co()
        """);
  }

  @Test
  void theyYieldAcrossMetamethodsAndIterators() {
    assertResult(
        "x, +, <, .., 7, true, true, joined, 1",
        """
        local mt = {
          __index = function(_, k) return coroutine.yield(k) end,
          __add = function() return coroutine.yield('+') end,
          __lt = function() return coroutine.yield('<') end,
          __concat = function() return coroutine.yield('..') end,
        }
        local o = setmetatable({}, mt)
        local co = coroutine.wrap(function()
          local a, b, c, d = o.x, o + 1, o < o, o .. 'y'
          local n = 0
          for v in function() if n == 0 then n = coroutine.yield('it') return n end end do n = v end
          return a, b, c, d, n
        end)
        local x, plus, less, dots = co(), co(7), co(true), co(true)
        co('joined')
        return x, plus, less, dots, co(1)
        """);
  }

  @Test
  void aTailCallOfYieldReturnsWhatResumePasses() {
    assertResult(
        "1, 2, 3",
        "local co = coroutine.wrap(function() return coroutine.yield(1) end) return co(), co(2,"
            + " 3)");
  }

  @Test
  void theyCannotYieldAcrossJava() {
    assertResult(
        "false, attempt to yield across metamethod/C-call boundary",
        """
        local co = coroutine.create(function()
          apply(function() coroutine.yield() end)
        end)
        return coroutine.resume(co)
        """);
  }

  @Test
  void errorsEndThem() {
    assertResult(
        "false, test.lua:1: boom, dead",
        "local co = coroutine.create(function() error('boom') end) local ok, e ="
            + " coroutine.resume(co) return ok, e, coroutine.status(co)");
  }

  @Test
  void thousandsOfThemMayBeAlive() {
    assertResult(
        "50005000",
        """
        local all, sum = {}, 0
        for i = 1, 10000 do
          all[i] = coroutine.wrap(function() coroutine.yield(i) end)
        end
        for i = 1, 10000 do sum = sum + all[i]() end
        return sum
        """);
  }

  @Test
  void theyNestOnlySoDeep() {
    assertResult(
        "false, C stack overflow",
        """
        local function nest()
          local ok, e = coroutine.resume(coroutine.create(nest))
          if ok then return e end
          return e
        end
        return false, nest()
        """);
  }
}
