package dev.luakit.llb.bk;

import java.util.ArrayList;
import java.util.List;

/** Finds what somebody may have meant who gave a function an option that it has not. */
final class OptionSuggestion {
  private OptionSuggestion() {}

  /** What a message says behind the unknown name: a near one, or who has it, or what there is. */
  static String of(String typed, Signature signature) {
    String known = OtherName.option(typed, signature);
    if (known != null) {
      return known;
    }
    String near = Suggestion.among(typed, withAliases(signature));
    if (!near.isEmpty()) {
      return near;
    }
    String[] names = names(signature);
    List<String> owners = new ArrayList<>();
    for (Signature other : Declarations.functions()) {
      Option<?> option = other.option(typed);
      if (option == null) {
        continue;
      }
      Option<?> twin = twin(option, signature);
      if (twin != null) {
        return " (did you mean '" + twin.name() + "'?)";
      }
      owners.add(other.qualifiedName());
    }
    return switch (owners.size()) {
      case 0 -> Suggestion.amongAll(typed, names);
      case 1 -> "; " + owners.getFirst() + " has it";
      default ->
          "; "
              + String.join(", ", owners.subList(0, owners.size() - 1))
              + " and "
              + owners.getLast()
              + " have it";
    };
  }

  /** The function's own option that goes by one of the names of another function's. */
  private static Option<?> twin(Option<?> option, Signature signature) {
    Option<?> twin = signature.option(option.name());
    return twin == null && option.alias() != null ? signature.option(option.alias()) : twin;
  }

  private static String[] withAliases(Signature signature) {
    List<String> all = new ArrayList<>(List.of(names(signature)));
    for (Option<?> option : signature.options()) {
      if (option.alias() != null) {
        all.add(option.alias());
      }
    }
    return all.toArray(new String[0]);
  }

  private static String[] names(Signature signature) {
    String[] names = new String[signature.options().size()];
    for (int i = 0; i < names.length; i++) {
      names[i] = signature.options().get(i).name();
    }
    return names;
  }
}
