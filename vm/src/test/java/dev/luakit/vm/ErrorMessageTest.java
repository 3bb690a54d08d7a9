package dev.luakit.vm;

import static dev.luakit.vm.Lua.assertError;
import static dev.luakit.vm.Lua.assertResult;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Errors say what was tried, on what, and where, in Lua's own words. */
class ErrorMessageTest {
  @Test
  void indexingNamesTheVariable() {
    assertError("test.lua:1: attempt to index local 'x' (a nil value)", "local x; return x.y");
    assertError("test.lua:1: attempt to index global 'g' (a nil value)", "return g.y");
    assertError(
        "test.lua:1: attempt to index field 'a' (a nil value)", "local t = {} return t.a.b");
    assertError(
        "test.lua:2: attempt to index upvalue 'u' (a nil value)",
        "local u\nreturn (function() return u.x end)()");
    assertError("test.lua:1: attempt to index a nil value", "return (nil)[1]");
    assertError("test.lua:1: attempt to index local 'x' (a number value)", "local x = 1 x.y = 2");
  }

  @Test
  void callingNamesTheFunction() {
    assertError("test.lua:1: attempt to call global 'f' (a nil value)", "f()");
    assertError("test.lua:1: attempt to call method 'm' (a nil value)", "local t = {} t:m()");
    assertError("test.lua:1: attempt to call field 'f' (a nil value)", "local t = {} t.f()");
    assertError("test.lua:1: attempt to call a table value", "({})()");
  }

  @Test
  void operatorsNameTheWrongOperand() {
    assertError(
        "test.lua:1: attempt to perform arithmetic on local 'x' (a nil value)",
        "local x; return 1 + x");
    assertError(
        "test.lua:1: attempt to perform arithmetic on global 'y' (a nil value)", "return y * 2");
    assertError(
        "test.lua:1: attempt to concatenate local 'x' (a table value)",
        "local x = {} return 'a' .. x");
    assertError(
        "test.lua:1: attempt to get length of local 'n' (a number value)", "local n = 1 return #n");
    assertError("test.lua:1: attempt to compare number with nil", "local x; return 1 < x");
    assertError("test.lua:1: attempt to compare number with nil", "local x; return x > 1");
    assertError("test.lua:1: attempt to compare two table values", "return {} < {}");
  }

  @Test
  void keysMustBeSomething() {
    assertError("test.lua:1: table index is nil", "local t = {} t[nil] = 1");
    assertError("test.lua:1: table index is NaN", "local t = {} t[0/0] = 1");
  }

  @Test
  void aVariableThatLivesInACellKeepsItsName() {
    assertError(
        "test.lua:1: attempt to index local 'x' (a nil value)",
        "local x; local f = function() x = 1 end; return x.y");
  }

  @Test
  void badArgumentsNameTheFunctionAsTheCallerDoes() {
    assertError(
        "test.lua:1: bad argument #1 to 'setmetatable' (table expected, got no value)",
        "setmetatable()");
    assertError(
        "test.lua:1: bad argument #1 to 'sm' (table expected, got nil)",
        "local sm = setmetatable sm(nil)");
    assertResult(
        "false, bad argument #1 to '?' (table expected, got no value)",
        "return pcall(setmetatable)");
  }

  @Test
  void errorPutsThePositionOfItsLevelBeforeTheMessage() {
    assertError("test.lua:1: boom", "error('boom')");
    assertError("test.lua:2: boom", "local function check() error('boom', 2) end\ncheck()");
    assertError("boom", "error('boom', 0)");
    assertResult("false, table", "local ok, e = pcall(error, {}) return ok, type(e)");
  }

  @Test
  void tailCallsAreForgottenWithTheCallThatMadeThem() {
    assertError(
        "test.lua:5: boom",
        """
        local function loop(n) if n > 0 then return loop(n - 1) end return n end
        local function check() error('boom', 2) end
        local function user()
          local zero = loop(3)
          check()
        end
        user()
        """);
    assertError(
        "test.lua:5: boom",
        """
        local function loop(n) if n > 0 then return loop(n - 1) end return type(n) end
        local function check() error('boom', 2) end
        local function user()
          local zero = loop(3)
          check()
        end
        user()
        """);
  }

  @Test
  void theMessageHandlerRunsWhereTheErrorWasRaised() {
    assertResult(
        "false, handled: test.lua:1: boom",
        "return xpcall(function() error('boom') end, function(m) return 'handled: ' .. m end)");
    assertResult(
        "false, error in error handling",
        "return xpcall(function() error('boom') end, function(m) error(m) end)");
  }

  @Test
  void endlessRecursionOverflowsTheStackOfLua() {
    assertResult(
        "false, test.lua:1: stack overflow",
        "local function f() return 1 + f() end return pcall(f)");
    assertResult(
        "false, test.lua:1: C stack overflow",
        "local function f() return apply(f) end return pcall(function() local r = f() return r"
            + " end)");
  }

  @Test
  void anOperandBehindAConstantThatDecidesNothingKeepsItsName() {
    for (String constant : new String[] {"1 and", "not nil and", "not (not 'x') and", "not 1 or"}) {
      String message = "test.lua:1: attempt to call global 'y' (a nil value)";
      Lua.assertError(message, "(" + constant + " y)()");
    }
    Lua.assertError("test.lua:1: attempt to call a nil value", "(not x and y)()");
  }

  @Test
  void anUncaughtErrorCarriesTheCallsThatLedToIt() {
    String code =
        """
        local function inner()
          error("boom")
        end
        function outer()
          inner()
          return 1
        end
        outer()
        """;
    LuaError error = assertThrows(LuaError.class, () -> new Lua().run(code));
    assertEquals(
        List.of(
            new Traceback.Call("test.lua", 2, 3, "function 'inner'"),
            new Traceback.Call("test.lua", 5, 3, "function 'outer'"),
            new Traceback.Call("test.lua", 8, 1, "main chunk")),
        error.traceback().calls());
  }
}
