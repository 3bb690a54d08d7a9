package dev.luakit.vm;

import static dev.luakit.vm.Lua.assertError;
import static dev.luakit.vm.Lua.assertResult;

import org.junit.jupiter.api.Test;

/** Metatables give tables a behaviour. */
class MetamethodTest {
  @Test
  void indexMayBeATableOrAFunction() {
    assertResult(
        "1, y!",
        "local t = setmetatable({}, { __index = { x = 1 } }) local u = setmetatable({}, { __index ="
            + " function(_, k) return k .. '!' end }) return t.x, u.y");
  }

  @Test
  void newindexIsAskedOnlyForKeysThatAreNotThere() {
    assertResult(
        "2, nil, b=3",
        """
        local log
        local t = setmetatable({ a = 1 }, { __newindex = function(_, k, v) log = k .. '=' .. v end })
        t.a = 2 t.b = 3
        return t.a, t.b, log
        """);
  }

  @Test
  void chainsThatGoInCirclesEnd() {
    assertError(
        "test.lua:1: loop in gettable", "local t = {} setmetatable(t, { __index = t }) return t.x");
  }

  @Test
  void operatorsAskEitherOperand() {
    assertResult(
        "add, sub, mul, div, mod, pow, unm",
        """
        local mt = {}
        for _, n in next, { 'add', 'sub', 'mul', 'div', 'mod', 'pow', 'unm' } do mt['__' .. n] = function() return n end end
        local o = setmetatable({}, mt)
        return o + 1, 1 - o, o * o, o / 2, 2 % o, o ^ 2, -o
        """);
  }

  @Test
  void concatenationGoesOnWithWhatTheHandlerReturns() {
    assertResult(
        "<ab12>",
        """
        local o = setmetatable({}, { __concat = function(a, b)
          return (type(a) == 'table' and '<' or a) .. (type(b) == 'table' and '>' or b) end })
        return (o .. 'a') .. 'b' .. 1 .. 2 .. o
        """);
  }

  @Test
  void comparisonsUseTheHandlerThatBothHave() {
    assertResult(
        "true, true, false, true",
        """
        local mt = { __eq = function() return true end, __lt = function(a, b) return a.n < b.n end }
        local a, b = setmetatable({ n = 1 }, mt), setmetatable({ n = 2 }, mt)
        return a == b, a < b, a > b, a <= b
        """);
  }

  @Test
  void valuesWithACallHandlerCanBeCalled() {
    assertResult(
        "3, 3",
        "local o = setmetatable({}, { __call = function(self, a, b) return a + b end }) return o(1,"
            + " 2), select(2, pcall(o, 1, 2))");
  }

  @Test
  void lengthOfATableIgnoresLenAsLua51Does() {
    assertResult("0", "return #setmetatable({}, { __len = function() return 7 end })");
  }

  @Test
  void tostringUsesItsHandler() {
    assertResult(
        "me", "return tostring(setmetatable({}, { __tostring = function() return 'me' end }))");
  }

  @Test
  void theSameScriptSeesTheSameAddresses() {
    assertResult(
        "table: 0x00000001, table: 0x00000002, table: 0x00000001",
        "local a, b = {}, {} return tostring(a), tostring(b), tostring(a)");
  }
}
