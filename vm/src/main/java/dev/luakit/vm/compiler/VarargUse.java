package dev.luakit.vm.compiler;

import dev.luakit.grammar.LuaParser.FunctionBodyContext;
import dev.luakit.grammar.LuaParser.SimpleExpressionContext;
import org.antlr.v4.runtime.tree.ParseTree;

/** Finds out whether a function mentions {@code ...}, inner functions aside. */
final class VarargUse {
  private VarargUse() {}

  static boolean in(ParseTree tree) {
    if (tree instanceof FunctionBodyContext) {
      return false;
    }
    if (tree instanceof SimpleExpressionContext simple && simple.ELLIPSIS() != null) {
      return true;
    }
    for (int i = 0; i < tree.getChildCount(); i++) {
      if (in(tree.getChild(i))) {
        return true;
      }
    }
    return false;
  }
}
