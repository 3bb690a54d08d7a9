package dev.luakit.llb.bk;

import dev.luakit.vm.LuaTable;
import java.util.ArrayList;
import java.util.List;

/** Finds what somebody may have meant who called a function or a method that there is not. */
final class MemberSuggestion {
  /** Most names that are looked at: more than there are, unless a script adds its own. */
  private static final int MOST = 64;

  private MemberSuggestion() {}

  /**
   * What a message says behind the unknown name: who else has it, or a near name, or all there are.
   *
   * @param owner {@code bk}, or {@code state} for methods
   * @param members what there is, by name
   */
  static String of(String owner, String typed, LuaTable members) {
    String other = OtherName.member(owner, typed);
    if (other != null) {
      return other;
    }
    if (Vocabulary.PRELUDE.contains(typed)) {
      return "; the library has it: require(\"prelude\")." + typed + "(s, ...)";
    }
    for (Signature function : Declarations.functions()) {
      if (function.name().equals(typed)) {
        return function.isMethod()
            ? "; it is a method of states, as in s:" + typed + "(...)"
            : "; it is a function, " + function.qualifiedName() + "(...)";
      }
    }
    List<String> names = new ArrayList<>();
    for (int at = members.next(0); at != 0 && names.size() < MOST; at = members.next(at)) {
      if (members.keyAt(at) instanceof String known) {
        names.add(known);
      }
    }
    return Suggestion.amongAll(typed, names.toArray(new String[0]));
  }
}
