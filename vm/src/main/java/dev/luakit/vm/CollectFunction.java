package dev.luakit.vm;

/**
 * The function {@code collectgarbage}. As memory is recounted when that is due, and never else, the
 * options that tune or stop the collector of the reference implementation only answer as there.
 */
final class CollectFunction {
  private static final double STANDARD = 200;

  private final Interpreter interpreter;
  private final Memory memory;
  private double pause = STANDARD;
  private double stepMultiplier = STANDARD;

  CollectFunction(Interpreter interpreter, Memory memory) {
    this.interpreter = interpreter;
    this.memory = memory;
  }

  Object call(Arguments arguments) {
    String option = arguments.optionalString(1, "collect");
    switch (option) {
      case "collect", "step", "count", "stop", "restart", "setpause", "setstepmul" -> {}
      default -> throw arguments.error(1, "invalid option '" + option + "'");
    }
    int value = (int) arguments.optionalInteger(2, 0);
    return switch (option) {
      case "collect" -> {
        interpreter.collect(null, true);
        yield 0.0;
      }
      case "step" -> {
        interpreter.collect(null, true);
        yield Boolean.TRUE;
      }
      case "count" -> memory.used() / 1024.0;
      case "setpause" -> {
        double previous = pause;
        pause = value;
        yield previous;
      }
      case "setstepmul" -> {
        double previous = stepMultiplier;
        stepMultiplier = value;
        yield previous;
      }
      default -> 0.0;
    };
  }
}
