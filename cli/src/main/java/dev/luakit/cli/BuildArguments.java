package dev.luakit.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The values of {@code --build-arg}. */
final class BuildArguments {
  private BuildArguments() {}

  /**
   * Takes them apart.
   *
   * @return the values by their keys; of several values of a key the last one
   * @throws UsageException if one is not of the form {@code KEY=VALUE}
   */
  static Map<String, String> parse(List<String> arguments) {
    Map<String, String> map = new LinkedHashMap<>();
    for (String argument : arguments) {
      int equals = argument.indexOf('=');
      if (equals < 0) {
        throw new UsageException(
            "--build-arg " + argument + " has no value",
            "write --build-arg "
                + argument
                + "=VALUE: luakit takes nothing from the environment on its own");
      }
      if (equals == 0) {
        throw new UsageException("--build-arg " + argument + " has no name before the '='");
      }
      map.put(argument.substring(0, equals), argument.substring(equals + 1));
    }
    return map;
  }
}
