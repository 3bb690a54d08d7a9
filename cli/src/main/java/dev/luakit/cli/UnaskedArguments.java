package dev.luakit.cli;

import dev.luakit.llb.Build;
import dev.luakit.llb.bk.BuildArgument;
import dev.luakit.vm.ByteStrings;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Warns of build arguments that were given, and that no script has asked for: of slips mostly. */
final class UnaskedArguments {
  /** What luakit itself asks for. */
  private static final String TIME = "SOURCE_DATE_EPOCH";

  private final Map<String, String> given;
  private final Set<String> asked = new LinkedHashSet<>();

  UnaskedArguments(Map<String, String> given) {
    this.given = given;
  }

  /** Notes what a script has asked for. */
  void note(Build build) {
    for (BuildArgument argument : build.arguments()) {
      asked.add(ByteStrings.toText(argument.name()));
    }
  }

  /** Warns of what is left. */
  void warn(Warnings warnings) {
    List<String> free = new ArrayList<>(asked);
    free.removeAll(given.keySet());
    for (String name : given.keySet()) {
      if (!asked.contains(name) && !name.equals(TIME) && !warnings.isFull()) {
        warnings.add(
            "--build-arg "
                + name
                + ": the script does not ask for it"
                + Suggestion.among(name, free),
            null);
      }
    }
  }
}
