package dev.luakit.stdlib;

import dev.luakit.vm.Arguments;
import dev.luakit.vm.ByteStrings;
import dev.luakit.vm.LuaError;

/**
 * What a script calls a function of the Java program with. Positions count from 1. An argument that
 * is not what is asked for is an error of the script, told in Lua's words: {@code bad argument #1
 * to 'area' (number expected, got nil)}.
 */
public final class CallArguments {
  private final Arguments arguments;

  CallArguments(Arguments arguments) {
    this.arguments = arguments;
  }

  public int count() {
    return arguments.count();
  }

  /** Whether there is an argument other than nil. */
  public boolean has(int position) {
    return !arguments.isNoneOrNil(position);
  }

  /** The argument, nil also where there is none. */
  public LuaValue get(int position) {
    return LuaValue.of(arguments.get(position));
  }

  /** A string as text: its bytes are read as UTF-8; or a number, as Lua writes it. */
  public String text(int position) {
    return ByteStrings.toText(arguments.string(position));
  }

  /** A string as its bytes; or a number, as Lua writes it. */
  public byte[] bytes(int position) {
    return ByteStrings.toBytes(arguments.string(position));
  }

  /** A number, or a string that reads as one. */
  public double number(int position) {
    return arguments.number(position);
  }

  /** A number without its fraction; what is beyond a long becomes the nearest long. */
  public long integer(int position) {
    return arguments.integer(position);
  }

  /** Whether the argument counts as true; there need not be one. */
  public boolean truth(int position) {
    return arguments.toBoolean(position);
  }

  /** A table. */
  public LuaValue table(int position) {
    return LuaValue.of(arguments.table(position));
  }

  /** A function. */
  public LuaValue function(int position) {
    return LuaValue.of(arguments.function(position));
  }

  /** {@code bad argument #POSITION to 'NAME' (MESSAGE)}, to be thrown. */
  public LuaError error(int position, String message) {
    return arguments.error(position, ByteStrings.fromText(message));
  }

  /** An error at the line of the script that makes the call, to be thrown. */
  public LuaError error(String message) {
    return arguments.error(ByteStrings.fromText(message));
  }
}
