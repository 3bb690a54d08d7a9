package dev.luakit.vm;

import static dev.luakit.vm.Lua.assertError;
import static dev.luakit.vm.Lua.assertResult;

import org.junit.jupiter.api.Test;

/** The language as its manual describes it. */
class LanguageTest {
  @Test
  void numbersAreWrittenWithFourteenDigits() {
    assertResult("0.1, 0.33333333333333, 1e+15, 123", "return 0.1, 1/3, 1e15, 123.0");
    assertResult(
        "1e+14, 99999999999999, inf, -inf, -nan, -0", "return 1e14, 1e14 - 1, 1/0, -1/0, 0/0, -0");
  }

  @Test
  void operatorsBindAsInTheManual() {
    assertResult("7, 9, -4, 512, false", "return 1+2*3, (1+2)*3, -2^2, 2^3^2, not 1 == 2");
    assertResult("ab12, true, 2", "return 'a'..'b'..1 ..2, 1 < 2 and 2 < 3, 5 % 3");
  }

  @Test
  void moduloHasTheSignOfTheDivisor() {
    assertResult("2, -2, -1, 1.5", "return -7 % 3, 7 % -3, -7 % -3, 5.5 % 2");
  }

  @Test
  void stringsTurnIntoNumbersInArithmeticAndNumbersIntoStringsInConcatenation() {
    assertResult("11, 16, 12", "return '10' + 1, '0x10' * 1, 1 .. 2");
  }

  @Test
  void andAndOrGiveOneOfTheirOperands() {
    assertResult(
        "2, nil, 3, false, x", "return 1 and 2, nil and 1, false or 3, nil or false, 'x' or 1");
    assertResult("7", "local x = { y = 7 } x = x and x.y return x");
  }

  @Test
  void assignmentEvaluatesEverythingBeforeItAssigns() {
    assertResult("2, 1", "local a, b = 1, 2; a, b = b, a return a, b");
    assertResult("20, nil", "local i, t = 3, {} i, t[i] = i + 1, 20 return t[3], t[4]");
    assertResult(
        "1, 2, nil", "local function f() return 1, 2 end local a, b, c = f() return a, b, c");
    assertResult("1", "local a = {1} a, a[1] = nil, 9 return 1");
  }

  @Test
  void onlyTheLastCallOfAListGivesAllItsResults() {
    assertResult("1, 1, 2", "local function f() return 1, 2 end return f(), f()");
    assertResult("1", "local function f() return 1, 2 end return (f())");
    assertResult("3", "local function f() return 1, 2 end return #{f(), f()}");
  }

  @Test
  void closuresShareTheirVariables() {
    assertResult(
        "1, 2, 12",
        """
        local n = 0
        local function up() n = n + 1 return n end
        local function get() return n end
        return up(), up(), get() + 10
        """);
  }

  @Test
  void eachIterationHasItsOwnVariables() {
    assertResult(
        "1, 2, 3, 11, 2",
        """
        local f, g = {}, {}
        for i = 1, 3 do f[i] = function() return i end end
        for i = 1, 2 do g[i] = function() i = i + 10 return i end end
        local first = g[1]()
        return f[1](), f[2](), f[3](), first, g[2]() - 10
        """);
  }

  @Test
  void aLocalFunctionSeesItself() {
    assertResult("120", "local function f(n) return n == 0 and 1 or n * f(n - 1) end return f(5)");
    assertResult("nil", "local f = function() return f end return f()");
  }

  @Test
  void variablesThatTheRightOperandAssignsAreReadAfterIt() {
    assertResult("3", "local a = 1 local function f() a = 2 return 1 end return a + f()");
  }

  @Test
  void variableArgumentsCanBeCountedAndPassedOn() {
    assertResult(
        "3, nil, 1, nil",
        "local function f(...) return select('#', ...), ... end return f(nil, 1, nil)");
    assertResult("2, b", "local function f(...) return arg.n, arg[2] end return f('a', 'b')");
  }

  @Test
  void loopsStopWhereTheyShould() {
    assertResult(
        "10, 7, 4, 1",
        "local t = {} for i = 10, 1, -3 do t[#t+1] = i end return t[1], t[2], t[3], t[4]");
    assertResult("0", "local n = 0 for i = 1, 0 do n = n + 1 end return n");
    assertResult("3", "local i = 0 repeat local j = i i = i + 1 until j == 2 return i");
    assertResult("5", "local i = 0 while true do i = i + 1 if i == 5 then break end end return i");
    assertError("test.lua:1: 'for' initial value must be a number", "for i = {}, 2 do end");
  }

  @Test
  void theLoopVariableIsACopy() {
    assertResult("3", "local n = 0 for i = 1, 3 do n = n + 1 i = 10 end return n");
  }

  @Test
  void methodsGetTheirObject() {
    assertResult(
        "5, 3",
        "local o = { n = 3 } function o:get(d) return self.n + (d or 0) end return o:get(2),"
            + " o.get(o)");
  }

  @Test
  void longChainsOfOperatorsAreNoProblem() {
    assertResult("5001", "return 1" + " + 1".repeat(5000));
    assertResult("1", "return 1" + " and 1".repeat(5000));
    assertResult("nil", "local f f = function() return f end return nil and f" + "()".repeat(5000));
  }

  @Test
  void tailCallsDoNotGrowTheStack() {
    assertResult(
        "done",
        "local function f(n) if n == 0 then return 'done' end return f(n - 1) end return"
            + " f(100000)");
  }

  @Test
  void environmentsDecideWhereGlobalsAre() {
    assertResult("7, nil", "local function f() return x end setfenv(f, { x = 7 }) return f(), x");
  }

  @Test
  void constructorsOfAnyLengthWork() {
    StringBuilder code = new StringBuilder("local t = {");
    for (int i = 1; i <= 1000; i++) {
      code.append(i).append(',');
    }
    assertResult("1000, 500", code + "} return #t, t[500]");
  }

  @Test
  void aFunctionMayHaveThousandsOfConstants() {
    StringBuilder code = new StringBuilder("local t = {} ");
    for (int i = 1; i <= 70_000; i++) {
      code.append("t.k").append(i).append('=').append(i).append(".5 ");
    }
    assertResult("70000.5, 7", code + "other = 7 return t.k70000, other");
  }
}
