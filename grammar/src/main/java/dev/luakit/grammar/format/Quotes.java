package dev.luakit.grammar.format;

/** Short strings have double quotes where that takes no more backslashes. */
final class Quotes {
  private Quotes() {}

  /** A string token with the quotes that it should have; it means the same. */
  static String normalize(String token) {
    if (token.charAt(0) != '\'' || token.indexOf('"') >= 0) {
      return token;
    }
    StringBuilder out = new StringBuilder(token.length());
    out.append('"');
    int end = token.length() - 1;
    for (int i = 1; i < end; i++) {
      char c = token.charAt(i);
      if (c == '\\') {
        char escaped = token.charAt(++i);
        if (escaped != '\'') {
          out.append(c);
        }
        out.append(escaped);
      } else {
        out.append(c);
      }
    }
    return out.append('"').toString();
  }
}
