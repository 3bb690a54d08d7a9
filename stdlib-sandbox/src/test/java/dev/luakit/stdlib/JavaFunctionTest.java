package dev.luakit.stdlib;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.luakit.vm.LimitExceeded;
import dev.luakit.vm.Limits;
import dev.luakit.vm.LuaError;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Functions of a Java program that scripts call. */
class JavaFunctionTest {
  private final LuaSandbox lua = LuaSandbox.builder().build();

  private String run(String source) {
    StringBuilder out = new StringBuilder();
    for (LuaValue value : lua.run(source, "test")) {
      out.append(value).append(' ');
    }
    return out.toString().strip();
  }

  private String error(String source) {
    return assertThrows(LuaError.class, () -> lua.run(source, "test")).getMessage();
  }

  @Test
  void aScriptCallsItLikeAnyOther() {
    lua.setFunction("area", arguments -> arguments.number(1) * arguments.number(2));
    assertEquals("12 function", run("return area(3, '4'), type(area)"));
  }

  @Test
  void itReturnsNothingOneValueOrSeveral() {
    lua.setFunction("nothing", arguments -> new Object[0]);
    lua.setFunction("nil_", arguments -> null);
    lua.setFunction("both", arguments -> new Object[] {"a", List.of(1)});
    assertEquals(
        "0 1 a 1",
        run(
            "local a, t = both()"
                + " return select('#', nothing()), select('#', nil_()), a, t[1]"));
  }

  @Test
  void itSeesItsArgumentsAsTextOrBytes() {
    lua.setFunction("text", arguments -> arguments.text(1).length());
    lua.setFunction("bytes", arguments -> arguments.bytes(1).length);
    lua.setFunction("echo", arguments -> arguments.get(1));
    assertEquals("1 2 3", run("return text('ü'), bytes('ü'), text(123)"));
    assertArrayEquals(
        new byte[] {-1, 0}, lua.run("return echo('\\255\\0')", "test").getFirst().bytes());
  }

  @Test
  void itCanAskWhatItIsGiven() {
    lua.setFunction(
        "describe",
        arguments ->
            arguments.count()
                + (arguments.has(2) ? " has " : " has no ")
                + arguments.integer(1)
                + " "
                + arguments.truth(3));
    assertEquals("2 has no 7 false", run("return describe(7.9, nil)"));
    assertEquals("3 has 7 true", run("return describe(7, false, 0)"));
  }

  @Test
  void anArgumentThatIsNotWhatItMustBeIsTheScriptsError() {
    lua.setFunction("area", arguments -> arguments.number(1));
    lua.setFunction("each", arguments -> arguments.function(2));
    lua.setFunction("fields", arguments -> arguments.table(1));
    assertEquals(
        "test:1: bad argument #1 to 'area' (number expected, got nil)", error("area(nil)"));
    assertEquals(
        "test:1: bad argument #2 to 'each' (function expected, got no value)", error("each(1)"));
    assertEquals(
        "test:1: bad argument #1 to 'fields' (table expected, got string)", error("fields('x')"));
  }

  @Test
  void itsErrorsCanBeCaught() {
    lua.setFunction(
        "pick",
        arguments -> {
          if (arguments.number(1) > 3) {
            throw arguments.error(1, "too large");
          }
          throw arguments.error("nichts übrig");
        });
    assertEquals("false test:1: nichts übrig", run("return pcall(function() pick(1) end)"));
    assertEquals("test:1: bad argument #1 to 'pick' (too large)", error("pick(4)"));
  }

  @Test
  void otherExceptionsCanNot() {
    IllegalStateException thrown = new IllegalStateException("a bug");
    lua.setFunction(
        "fail",
        arguments -> {
          throw thrown;
        });
    assertSame(
        thrown,
        assertThrows(
            IllegalStateException.class, () -> lua.run("pcall(fail) went_on = 1", "test")));
    assertTrue(lua.global("went_on").isNil());
    assertEquals("2", run("return 1 + 1"));
  }

  @Test
  void whatItReturnsMustBeAValueOfLua() {
    lua.setFunction("now", arguments -> new StringBuilder());
    assertThrows(IllegalArgumentException.class, () -> run("now()"));
  }

  @Test
  void itMayCallBack() {
    lua.setFunction(
        "twice", a -> lua.call(a.function(1), lua.call(a.function(1), a.get(2)).get(0)).toArray());
    assertEquals("12", run("return twice(function(x) return x * 2 end, 3)"));
    assertEquals("test:1: no", error("twice(function() error('no') end)"));
  }

  @Test
  void callingBackCountsInTheScriptsLimits() {
    LuaSandbox small =
        LuaSandbox.builder().limits(Limits.DEFAULT.withInstructions(100_000)).build();
    small.setFunction("call", arguments -> small.call(arguments.function(1)).toArray());
    assertThrows(
        LimitExceeded.class, () -> small.run("call(function() while true do end end)", "test"));
  }

  @Test
  void aLibraryIsAMapOfFunctions() {
    JavaFunction upper = arguments -> arguments.text(1).toUpperCase(java.util.Locale.ROOT);
    lua.setGlobal("text", Map.of("upper", upper));
    assertEquals("GRÜN", run("return text.upper('grün')"));
    assertEquals(
        "test:1: bad argument #1 to 'upper' (string expected, got no value)",
        error("text.upper()"));
  }
}
