package dev.luakit.vm.compiler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.luakit.grammar.LuaSyntaxException;
import dev.luakit.vm.code.DebugInfo.CallRange;
import dev.luakit.vm.code.Prototype;
import org.junit.jupiter.api.Test;

/** What a function can't hold is an error, and what it holds can be found in the source again. */
class CompilerTest {
  private static Prototype compile(String code) {
    return Compiler.compile(code, "test.lua", true);
  }

  private static void assertRefused(String message, String code) {
    assertEquals(message, assertThrows(LuaSyntaxException.class, () -> compile(code)).getMessage());
  }

  @Test
  void aFunctionHasAtMostTwoHundredLocals() {
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < 200; i++) {
      code.append("local v").append(i).append('\n');
    }
    compile(code.toString());
    assertRefused("main function has more than 200 local variables", code + "local one_more");
  }

  @Test
  void aFunctionHasAtMostSixtyUpvalues() {
    StringBuilder locals = new StringBuilder();
    StringBuilder uses = new StringBuilder();
    for (int i = 0; i < 61; i++) {
      locals.append("local v").append(i).append('\n');
      uses.append("print(v").append(i).append(") ");
    }
    assertRefused(
        "function at line 62 has more than 60 upvalues", locals + "function f() " + uses + "end");
  }

  @Test
  void sourceIsNestedAtMostTwoHundredLevels() {
    compile("return " + "(".repeat(150) + "1" + ")".repeat(150));
    for (String open : new String[] {"(", "{", "- ", "not ", "function() return ", "2^", "a.."}) {
      assertRefused("chunk has too many syntax levels", "return " + open.repeat(100_000) + 1);
    }
    assertRefused("chunk has too many syntax levels", "do ".repeat(100_000));
    assertRefused("chunk has too many syntax levels", "if x then ".repeat(100_000));
  }

  @Test
  void anExpressionThatNeedsTooManyRegistersIsRefused() {
    assertRefused("function or expression too complex", "return f(a" + ", a".repeat(300) + ")");
  }

  @Test
  void leadingLinesWithAHashAreNotPartOfTheProgram() {
    Prototype prototype = compile("#syntax=luakit\n#!/usr/bin/env luakit\nreturn 1");
    assertEquals(3, prototype.debug().lines()[0]);
    compile("\u00EF\u00BB\u00BFreturn 1");
  }

  @Test
  void theExtentOfEachCallIsKnown() {
    Prototype prototype = compile("local s = bk.image('x')\n  :run('a',\n    { b = 1 })\n");
    CallRange[] calls = prototype.debug().calls();
    assertEquals(2, calls.length);
    assertEquals(range(1, 11, 1, 23), positions(calls[0]));
    assertEquals(range(2, 4, 3, 14), positions(calls[1]));
  }

  private static String range(int line, int column, int endLine, int endColumn) {
    return line + ":" + column + "-" + endLine + ":" + endColumn;
  }

  private static String positions(CallRange call) {
    return range(call.startLine(), call.startColumn(), call.endLine(), call.endColumn());
  }
}
