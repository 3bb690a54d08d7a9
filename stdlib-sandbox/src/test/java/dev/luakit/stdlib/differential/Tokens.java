package dev.luakit.stdlib.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tokens of a generated chunk, which has no comments and no long strings. */
final class Tokens {
  private static final Pattern TOKEN =
      Pattern.compile(
          "\"(?:\\\\.|[^\"\\\\])*\""
              + "|'(?:\\\\.|[^'\\\\])*'"
              + "|[A-Za-z_][A-Za-z_0-9]*"
              + "|(?:[0-9]|\\.[0-9])[0-9.]*(?:[eE][+-]?)?[A-Za-z0-9_]*"
              + "|\\.\\.\\.|\\.\\.|==|~=|<=|>=|[^ \n]");

  private static final Set<String> BEFORE_BREAK =
      Set.of(
          "+", "-", "*", "/", "%", "^", "..", "<", "<=", ">", ">=", "==", "~=", "and", "or", "not",
          "#", ",", "(", "{", "then", "do", "else", "repeat", "return", "end", "until", ";");

  private Tokens() {}

  static List<String> of(String chunk) {
    List<String> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(chunk);
    while (matcher.find()) {
      tokens.add(matcher.group());
    }
    return tokens;
  }

  /**
   * The tokens on as many lines as it happens. Lines end where the reference implementation, too,
   * gives what comes next the line that it stands on.
   */
  static String layOut(List<String> tokens, Choice choice) {
    StringBuilder text = new StringBuilder();
    int breaks = choice.between(0, 3) * 15;
    String previous = "";
    for (String token : tokens) {
      boolean mayBreak = BEFORE_BREAK.contains(previous) && !token.equals(")");
      text.append(text.isEmpty() ? "" : mayBreak && choice.percent(breaks) ? "\n" : " ");
      text.append(token);
      previous = token;
    }
    return text.toString();
  }
}
