package dev.luakit.stdlib;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How values go from Java to Lua, and back. */
class LuaValueTest {
  private final LuaSandbox lua = LuaSandbox.builder().build();

  private LuaValue lua(String expression, Object... arguments) {
    return lua.run("return " + expression, "test", arguments).getFirst();
  }

  // ---- from Java to Lua

  @Test
  void javaValuesBecomeWhatLuaHasForThem() {
    for (Object nil : new Object[] {null, lua("nil")}) {
      assertEquals("nil", lua("type((...))", nil).text());
    }
    assertEquals("boolean", lua("type(...)", Boolean.TRUE).text());
    for (Object number : new Object[] {7, 7L, (short) 7, (byte) 7, 7f, 7.0}) {
      assertTrue(lua("... == 7", number).truth());
    }
    assertEquals(3.0, lua("#...", "aü").number());
    assertEquals(2.0, lua("#...", (Object) new byte[] {0, -1}).number());
    JavaFunction function = arguments -> "called";
    assertEquals("called", lua("(...)()", function).text());
  }

  @Test
  void listsAndMapsBecomeTables() {
    lua.setGlobal("list", Arrays.asList("a", List.of(1, 2), null, "d"));
    assertEquals(
        "a 2 nil d",
        lua("list[1] .. ' ' .. list[2][2] .. ' ' .. tostring(list[3]) .. ' ' .. list[4]").text());
    Map<Object, Object> map = new LinkedHashMap<>();
    map.put("z", 1);
    map.put(2, "two");
    map.put(true, Map.of("deep", "yes"));
    lua.setGlobal("map", map);
    assertEquals("1 two yes", lua("map.z .. ' ' .. map[2] .. ' ' .. map[true].deep").text());
    assertEquals("z", lua("next(map)").text());
  }

  @Test
  void whatIsNoKeyInLuaIsNoneInAMapEither() {
    Map<Object, Object> nil = new LinkedHashMap<>();
    nil.put(null, 1);
    assertThrows(IllegalArgumentException.class, () -> lua.setGlobal("x", nil));
    assertThrows(IllegalArgumentException.class, () -> lua.setGlobal("x", Map.of(Double.NaN, 1)));
  }

  @Test
  void valuesOfLuaGoBackAsTheyWere() {
    lua.run("t = {}", "test");
    assertTrue(lua("... == t", lua.global("t")).truth());
    assertTrue(lua("... == t", lua.global("t").raw()).truth());
    assertTrue(lua("... == '\\255ü'", lua("'\\255ü'")).truth());
    assertTrue(lua("... == print", lua.global("print")).truth());
    assertEquals("thread", lua("type(...)", lua("coroutine.create(function() end)")).text());
  }

  @Test
  void otherJavaObjectsAreRefused() {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class, () -> lua.setGlobal("x", new StringBuilder("text")));
    assertEquals("no value for Lua: a java.lang.StringBuilder", e.getMessage());
  }

  // ---- from Lua to Java

  @Test
  void aValueIsAskedForAsWhatItIsExpectedToBe() {
    assertEquals(1.5, lua("1.5").number());
    assertEquals("ü", lua("'ü'").text());
    assertArrayEquals(new byte[] {0, -1}, lua("'\\0\\255'").bytes());
    assertEquals("\uFFFD", lua("'\\255'").text());
    assertEquals("x", lua("{ ['ä'] = 'x' }").get("ä").text());
    assertEquals("b", lua("{ 'a', 'b' }").get(2).text());
    assertTrue(lua("{}").get("none").isNil());
    assertTrue(lua("0").truth() && lua("''").truth() && !lua("nil").truth());
    assertEquals("table", lua("{}").type());
  }

  @Test
  void aValueThatIsSomethingElseSaysWhatItIs() {
    assertEquals("number expected, got string", failure(() -> lua("'1'").number()));
    assertEquals("string expected, got number", failure(() -> lua("1").text()));
    assertEquals("string expected, got nil", failure(() -> lua("nil").bytes()));
    assertEquals("table expected, got boolean", failure(() -> lua("true").get("x")));
    assertEquals("table expected, got function", failure(() -> lua("print").get(1)));
  }

  private static String failure(Runnable question) {
    return assertThrows(ClassCastException.class, question::run).getMessage();
  }

  @Test
  void tablesBecomeListsAndMaps() {
    assertEquals(Arrays.asList(1.0, "zwölf", true), lua("{ 1, 'zwölf', true }").toJava());
    assertEquals(List.of(), lua("{}").toJava());
    assertEquals(
        Map.of("a", List.of(Map.of("b", false))), lua("{ a = { { b = false } } }").toJava());
    assertEquals(Map.of(1.0, 1.0, 3.0, 3.0), lua("{ [1] = 1, [3] = 3 }").toJava());
    assertEquals(Map.of(1.0, 1.0, "n", 1.0), lua("{ 1, n = 1 }").toJava());
    assertEquals(
        List.of("z", "a"), List.copyOf(((Map<?, ?>) lua("{ z = 1, a = 2 }").toJava()).keySet()));
    assertEquals(lua.global("print"), lua("print").toJava());
  }

  @Test
  void aTableMayBeInAnotherTwiceButNotInItself() {
    assertEquals(
        List.of(List.of(1.0), List.of(1.0)),
        lua("(function() local t = { 1 } return { t, t } end)()").toJava());
    LuaValue knot = lua("(function() local t = {} t.t = { t } return t end)()");
    assertThrows(IllegalArgumentException.class, knot::toJava);
  }

  @Test
  void tablesThatShareTablesAreMadeOnce() {
    String doubled = "(function() local t = {} for i = 1, 100 do t = { t, t } end return t end)()";
    assertTimeout(Duration.ofSeconds(5), () -> lua(doubled).toJava());
    assertTimeout(Duration.ofSeconds(5), () -> lua("{ [" + doubled + "] = 1 }").toJava());
  }

  @Test
  void tablesThatAreNestedDeepAreRefused() {
    String deep = "(function() local t = {} for i = 1, 1e5 do t = { t } end return t end)()";
    assertThrows(IllegalArgumentException.class, lua(deep)::toJava);
  }

  @Test
  void valuesAreEqualAsInLua() {
    assertEquals(lua("'a'"), lua("'a'"));
    assertEquals(lua("0"), lua("-0"));
    assertEquals(lua("0").hashCode(), lua("-0").hashCode());
    assertEquals(lua("print"), lua("print"));
    assertNotEquals(lua("{}"), lua("{}"));
    assertNotEquals(lua("1"), lua("'1'"));
    assertEquals(lua("nil").hashCode(), lua("nil").hashCode());
  }

  @Test
  void valuesCanBeReadByAPerson() {
    assertEquals("ü 1.5 true nil table", joined("'ü'", "1.5", "true", "nil", "{}"));
  }

  private String joined(String... expressions) {
    StringBuilder out = new StringBuilder();
    for (String expression : expressions) {
      out.append(lua(expression)).append(' ');
    }
    return out.toString().strip();
  }
}
