package dev.luakit.stdlib;

import dev.luakit.vm.ByteStrings;
import dev.luakit.vm.LuaState;
import dev.luakit.vm.LuaTable;
import dev.luakit.vm.LuaType;
import dev.luakit.vm.Numbers;

/**
 * A value of Lua in the hands of a Java program, which asks for it as what it expects it to be. Two
 * are equal where Lua's {@code rawequal} says so.
 */
public final class LuaValue {
  private static final LuaValue NIL = new LuaValue(null);

  private final Object value;

  private LuaValue(Object value) {
    this.value = value;
  }

  static LuaValue of(Object value) {
    return value == null ? NIL : new LuaValue(value);
  }

  /** The value as the virtual machine has it: see {@link dev.luakit.vm}. */
  public Object raw() {
    return value;
  }

  /** The name of its type, as Lua's {@code type} gives it. */
  public String type() {
    return LuaType.of(value).luaName();
  }

  public boolean isNil() {
    return value == null;
  }

  /** Whether it counts as true: all but nil and false does. */
  public boolean truth() {
    return LuaState.isTrue(value);
  }

  /**
   * A number.
   *
   * @throws ClassCastException if it is none
   */
  public double number() {
    if (value instanceof Double number) {
      return number;
    }
    throw expected("number");
  }

  /**
   * A string as text: its bytes are read as UTF-8, and those that are none become U+FFFD.
   *
   * @throws ClassCastException if it is no string
   */
  public String text() {
    return ByteStrings.toText(string());
  }

  /**
   * A string as its bytes.
   *
   * @throws ClassCastException if it is no string
   */
  public byte[] bytes() {
    return ByteStrings.toBytes(string());
  }

  private String string() {
    if (value instanceof String string) {
      return string;
    }
    throw expected("string");
  }

  /**
   * A field of a table, without metamethods.
   *
   * @throws ClassCastException if it is no table
   */
  public LuaValue get(String field) {
    return of(table().get(ByteStrings.fromText(field)));
  }

  /**
   * An element of a table, without metamethods.
   *
   * @param index from 1
   * @throws ClassCastException if it is no table
   */
  public LuaValue get(int index) {
    return of(table().get(index));
  }

  private LuaTable table() {
    if (value instanceof LuaTable table) {
      return table;
    }
    throw expected("table");
  }

  /**
   * The value as Java has such values: nil is {@code null}, true and false a {@link Boolean}, a
   * number a {@link Double}, a string its text. A table whose keys are 1 to n, and an empty one, is
   * a {@link java.util.List}; any other table is a {@link java.util.Map} in the order in which
   * {@code pairs} goes. What Java has not (functions, coroutines, userdata) stays a LuaValue, and
   * so does a table that is a key. A table that is there twice becomes one object.
   *
   * @throws IllegalArgumentException if a table contains itself, or tables are nested very deep
   */
  public Object toJava() {
    return new JavaValues().of(value);
  }

  private ClassCastException expected(String type) {
    return new ClassCastException(type + " expected, got " + type());
  }

  @Override
  public boolean equals(Object other) {
    return this == other || (other instanceof LuaValue lua && LuaState.rawEqual(value, lua.value));
  }

  @Override
  public int hashCode() {
    if (value instanceof Double number) {
      return Double.hashCode(number + 0.0); // 0 and -0 are equal.
    }
    return value == null ? 0 : value.hashCode();
  }

  /** The value for a person to read: text and numbers as they are, others by their type. */
  @Override
  public String toString() {
    if (value instanceof String string) {
      return ByteStrings.toText(string);
    }
    if (value instanceof Double number) {
      return Numbers.toString(number);
    }
    return value instanceof Boolean ? value.toString() : type();
  }
}
