package dev.luakit.llb.bk;

import dev.luakit.llb.graph.Environment;
import dev.luakit.llb.graph.InvalidGraphException;
import dev.luakit.llb.graph.State;
import dev.luakit.vm.Arguments;
import dev.luakit.vm.LuaError;
import dev.luakit.vm.LuaTable;
import dev.luakit.vm.Memory;

/** One call of a declared function, checked against the declaration. */
final class Call {
  /** A table that is read is work, also where it turns out to be wrong at its end. */
  private static final int TABLE_BYTES_PER_STEP = 8;

  private final Signature signature;
  private final Arguments arguments;

  /** Arguments before the first declared parameter: a method's state. */
  private final int offset;

  private final LuaTable options;

  /** See {@link #bytes}. */
  private long bytes;

  /** Checks that every argument and option is one that is declared, whatever its value. */
  Call(Signature signature, Arguments arguments) {
    this.signature = signature;
    this.arguments = arguments;
    this.offset = signature.isMethod() ? 1 : 0;
    if (signature.isMethod() && !(arguments.get(1) instanceof StateValue)) {
      String got = Place.describe(arguments.get(1));
      throw error("must be called on a state, as in s:" + signature.name() + "(...), got " + got);
    }
    if (!signature.isMethod()
        && arguments.get(1) == arguments.state().globals().get("bk")
        && arguments.get(1) != null) {
      String name = signature.qualifiedName();
      throw error("is a function, called with a dot and not with a colon: " + name + "(...)");
    }
    int parameters = offset + signature.parameters().size();
    if (signature.variadic()) {
      options = null;
      return;
    }
    int most = parameters + (signature.options().isEmpty() ? 0 : 1);
    if (arguments.count() > most) {
      throw error(
          "takes at most "
              + (most - offset)
              + (most - offset == 1 ? " argument" : " arguments")
              + ", got "
              + count());
    }
    Object last = arguments.get(parameters + 1);
    if (last != null && !(last instanceof LuaTable)) {
      throw error("the options must be a table, got " + Place.describe(last));
    }
    options = (LuaTable) last;
    if (options != null) {
      checkNames();
    }
  }

  private int count() {
    return arguments.count() - offset;
  }

  private void checkNames() {
    for (int at = options.next(0); at != 0; at = options.next(at)) {
      Object key = options.keyAt(at);
      if (!(key instanceof String name)) {
        String example = "{ " + signature.options().getFirst().name() + " = ... }";
        throw error("option " + Place.describe(key) + " has no name, as in " + example);
      }
      if (signature.option(name) == null) {
        throw error("unknown option '" + name + "'" + OptionSuggestion.of(name, signature));
      }
    }
  }

  /** The function that is called. */
  Signature signature() {
    return signature;
  }

  /** The state that a method is called on. */
  StateValue self() {
    return (StateValue) arguments.get(1);
  }

  State state() {
    return self().state();
  }

  /** The value of a parameter; {@code null} where it is optional and not given. */
  <T> T get(Parameter<T> parameter) {
    int position = 1;
    while (signature.parameters().get(position - 1) != parameter) {
      position++;
    }
    return read(parameter, offset + position);
  }

  /** How many values are given for the last, repeated parameter. */
  int repetitions() {
    return count() - signature.parameters().size() + 1;
  }

  /** The {@code i}-th value, from 0, of the last, repeated parameter. */
  <T> T get(Parameter<T> parameter, int i) {
    return read(parameter, offset + signature.parameters().size() + i);
  }

  private <T> T read(Parameter<T> parameter, int position) {
    Object value = arguments.get(position);
    String function = signature.qualifiedName();
    Place place = Place.argument(arguments.state(), function, parameter.name());
    if (value == null) {
      if (parameter.isOptional()) {
        return null;
      }
      String got = arguments.isNone(position) ? "nothing" : "nil";
      throw place.error("must be " + parameter.type().description() + ", got " + got);
    }
    return read(parameter.type(), value, place);
  }

  private <T> T read(ValueType<T> type, Object value, Place place) {
    if (value instanceof LuaTable table) {
      arguments.state().work(table.bytes() / TABLE_BYTES_PER_STEP);
    }
    place.countText(value);
    try {
      T read = type.read(value, place);
      if (read instanceof String text) {
        bytes += Memory.STRING_BYTES + text.length();
      } else if (read instanceof Environment variables) {
        bytes += variables.bytes();
      }
      return read;
    } catch (InvalidGraphException e) {
      throw place.error("is wrong: " + e.getMessage());
    }
  }

  /** The value of an option, {@code null} where it is not given. */
  <T> T get(Option<T> option) {
    if (options == null) {
      return null;
    }
    String name = option.name();
    Object value = options.get(name);
    if (value == null && option.alias() != null) {
      name = option.alias();
      value = options.get(name);
    }
    if (value == null) {
      return null;
    }
    Place place = Place.option(arguments.state(), signature.qualifiedName(), name);
    return read(option.type(), value, place);
  }

  <T> T get(Option<T> option, T otherwise) {
    T value = get(option);
    return value == null ? otherwise : value;
  }

  /** Bytes of the texts that the call was given, as far as they were asked for. */
  long bytes() {
    return bytes;
  }

  /** An error of the call as a whole, to be thrown. */
  LuaError error(String message) {
    return arguments.state().error(signature.qualifiedName() + ": " + message);
  }
}
