package dev.luakit.llb.testing;

import dev.luakit.vm.Arguments;
import dev.luakit.vm.Library;
import dev.luakit.vm.LuaFunction;
import dev.luakit.vm.LuaState;

/** The functions by which a file declares its tests. */
final class DeclaringLibrary extends Library {
  private static final String[] NAMES = {"describe", "it", "before_each", "after_each"};

  /** What a declaration takes of memory, roughly, beside its name. */
  private static final long DECLARATION_BYTES = 200;

  private static final Object[] NONE = {};

  /** The group whose members are being declared, null while tests run. */
  private Group current;

  DeclaringLibrary() {
    super(NAMES);
  }

  void setCurrent(Group group) {
    current = group;
  }

  @Override
  protected Object call(int function, Arguments arguments) {
    LuaState state = arguments.state();
    if (current == null) {
      throw state.error(
          NAMES[function]
              + ": a test runs already; what belongs to a file or a describe stands"
              + " outside of every it");
    }
    if (function < 2) {
      declare(function == 0, arguments);
    } else {
      LuaFunction hook = body(arguments, 1, NAMES[function], "");
      (function == 2 ? current.before() : current.after()).add(hook);
      state.memory().retain(DECLARATION_BYTES);
    }
    return NONE;
  }

  private void declare(boolean group, Arguments arguments) {
    String function = group ? "describe" : "it";
    if (!(arguments.get(1) instanceof String own) || own.isEmpty()) {
      throw arguments
          .state()
          .error(function + ": needs a name, as in " + function + "(\"...\", function() ... end)");
    }
    LuaFunction body = body(arguments, 2, function, "\"...\", ");
    String name = current.nameOf(own);
    arguments.state().memory().retain(DECLARATION_BYTES + name.length());
    current.members().add(group ? new Group(current, name, body) : new Test(current, name, body));
  }

  private static LuaFunction body(
      Arguments arguments, int position, String function, String before) {
    LuaState state = arguments.state();
    if (!(arguments.get(position) instanceof LuaFunction body)) {
      throw state.error(
          function
              + ": needs a function, as in "
              + function
              + "("
              + before
              + "function() ... end)");
    }
    state.pin(body);
    return body;
  }
}
