package dev.luakit.stdlib.differential;

import dev.luakit.grammar.LuaLexer;
import dev.luakit.grammar.LuaSource;
import java.util.List;
import org.antlr.v4.runtime.Token;

/** A program with other spaces, line breaks and comments between its tokens. */
final class ScatteredText {
  private static final List<String> ANYWHERE =
      List.of(" ", " ", " ", "  ", "\t", " --[[a]] ", " --[==[b]]]==] --[[c]]");

  /** These end a line, which a parenthesis that calls something can't begin. */
  private static final List<String> LINE_ENDS =
      List.of(
          "\n",
          "\n\n",
          "\r\n",
          " \n\n\n ",
          " -- d\n",
          " --e\n",
          "\n-- f\n",
          "\n\n--g \n\n",
          " -- h\n-- i\n",
          "\n--[[j]] ",
          "\n--[[k\n\n k]]\n",
          " --[[l\n]]--m\n",
          "\n-- n\n\n  --[[o]]\n");

  private ScatteredText() {}

  /**
   * The text.
   *
   * @param program a program that can be read
   * @param chance of a line's end between two tokens, in percent
   */
  static String of(String program, int chance, Choice choice) {
    StringBuilder text = new StringBuilder();
    for (Token token : LuaSource.tokens(program)) {
      int type = token.getType();
      if (type == LuaLexer.COMMENT) {
        continue;
      }
      boolean sameLine = type == LuaLexer.LEFT_PAREN || !choice.percent(chance);
      List<String> gaps = sameLine ? ANYWHERE : LINE_ENDS;
      text.append(gaps.get(choice.below(gaps.size())));
      if (type != Token.EOF) {
        text.append(token.getText());
      }
    }
    return text.toString();
  }
}
