package dev.luakit.stdlib;

import org.junit.jupiter.api.Test;

/** The interpreter and translated code count the same. */
class TwoTiersTest {
  /**
   * A call may have any number of results. The interpreter makes room for them in a frame, and
   * translated code has no such frame; but they are counted in both.
   */
  @Test
  void manyValuesCostTheSameInBoth() {
    ScriptFuzzTest.assertSame(
        """
        local function many(n)
            local t = {}
            for i = 1, n do t[i] = i end
            return unpack(t)
        end
        local function count(...) return select("#", ...) end
        local function pass(...) return ... end
        local callable = setmetatable({}, { __call = function(self, ...) return ... end })
        local function tail(...) return callable(...) end
        local echo = coroutine.wrap(function(...)
            while true do coroutine.yield(...) end
        end)
        for n = 250, 262 do
            print(count(1, many(n)), count(pass(many(n))), count(tail(many(n))))
            print(count(pcall(many, n)), count(echo(many(n))), #{ many(n) }, (many(n)))
            print(count(("x"):rep(n):byte(1, -1)), count(xpcall(function() return many(n) end, print)))
        end
        """);
  }
}
