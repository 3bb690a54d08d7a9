package dev.luakit.llb.bk;

import java.util.ArrayList;
import java.util.List;

/**
 * Something that a script can give a function: a parameter, an option, another name of an option,
 * or a field of the table that an option is.
 *
 * @param path the name, and for a field that of the option in front: {@code resources.memory}
 * @param position that of the parameter, from 1; 0 for an option
 * @param goesTo the fields of BuildKit's messages that it ends up in, none or several
 */
record Declared(Signature function, String path, int position, List<String> goesTo) {
  /** All that a script can give. */
  static List<Declared> all() {
    List<Declared> all = new ArrayList<>();
    for (Signature function : Declarations.functions()) {
      for (int i = 0; i < function.parameters().size(); i++) {
        Parameter<?> parameter = function.parameters().get(i);
        all.add(new Declared(function, parameter.name(), i + 1, places(parameter.goesTo())));
        addFields(all, function, parameter.name(), i + 1, parameter.type());
      }
      for (Option<?> option : function.options()) {
        List<String> places = places(option.goesTo());
        all.add(new Declared(function, option.name(), 0, places));
        if (option.alias() != null) {
          all.add(new Declared(function, option.alias(), 0, places));
        }
        addFields(all, function, option.name(), 0, option.type());
      }
    }
    return all;
  }

  private static void addFields(
      List<Declared> all, Signature function, String name, int position, ValueType<?> type) {
    if (type.table() == null) {
      return;
    }
    for (Option<?> field : type.table().fields()) {
      String path = name + "." + field.name();
      all.add(new Declared(function, path, position, places(field.goesTo())));
    }
  }

  private static List<String> places(String goesTo) {
    return goesTo.isEmpty() ? List.of() : List.of(goesTo.split(", "));
  }

  /** The name in reports: {@code state:run resources.memory}. */
  @Override
  public String toString() {
    return function.qualifiedName() + " " + path;
  }
}
