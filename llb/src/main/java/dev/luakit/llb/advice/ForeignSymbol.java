package dev.luakit.llb.advice;

import dev.luakit.vm.ByteStrings;
import java.nio.charset.StandardCharsets;

/** What Lua writes for symbols of other languages, and characters that no language has. */
final class ForeignSymbol {
  private static final String BITS =
      "bit operators came with Lua 5.3, and this is Lua 5.1; for powers of two, multiply, divide"
          + " and take % instead";

  private final Tokens tokens;
  private final int at;

  ForeignSymbol(Tokens tokens, int at) {
    this.tokens = tokens;
    this.at = at;
  }

  /** What to write instead of the symbol, {@code null} where it is one of Lua's. */
  String advice() {
    Token token = tokens.get(at);
    if (token.kind() == Token.Kind.OTHER) {
      return ofCharacter(token);
    }
    return token.kind() == Token.Kind.SYMBOL ? ofSymbol(token.text()) : null;
  }

  private String ofSymbol(String symbol) {
    return switch (symbol) {
      case "!=", "!==" -> "Lua writes \"not equal\" as ~=";
      case "===" -> "Lua compares with ==";
      case "!" -> "Lua writes ! as the word not";
      case "&&" -> "Lua writes && as the word and";
      case "||" -> "Lua writes || as the word or";
      case "+=", "-=", "*=", "/=", "%=", "..=" -> assignment(symbol);
      case "++" -> "Lua has no ++: write " + before() + " = " + before() + " + 1";
      case "**" -> "Lua writes powers with ^, as in 2 ^ 10";
      case "//" -> slashes();
      case "/*" -> "a comment in Lua is -- to the end of the line, or --[[ ... ]]";
      case "=>", "->" -> arrow();
      case "?." -> "Lua has no ?.: write (t or {}).field";
      case "?" ->
          tokens.get(at + 1).is("?") || tokens.get(at - 1).is("?")
              ? "Lua has no ??: write x or \"default\""
              : "Lua has no ? and :; write condition and one or other";
      case "::" ->
          "labels came with Lua 5.2, and this is Lua 5.1, which has no goto: "
              + ForeignWord.INSTEAD_OF_CONTINUE;
      case "<<" -> isHeredoc() ? "text of several lines stands in [[ ... ]]" : BITS;
      case ">>", "&", "|", "~" -> BITS;
      case "`" -> "strings stand in \"...\" or '...', or in [[...]] over several lines";
      case "@", "$" -> symbol + " means nothing in Lua; variables are plain names";
      case "\\" -> "Lua needs no \\ where a line goes on in the next one";
      default -> symbol.equals("#") ? comment() : null;
    };
  }

  /** An arrow is a function's where parameters are before it, and else joins a key and a value. */
  private String arrow() {
    Token key = tokens.get(at - 1);
    if (key.kind() == Token.Kind.STRING) {
      return "fields of tables are written { [" + key.text() + "] = value }";
    }
    return key.isName() && tokens.get(tokens.enclosing(at)).is("{")
        ? "fields of tables are written { name = value }"
        : "a function is written function(x) return x end";
  }

  /** Whether a text of several lines begins here, as in shells and Dockerfiles. */
  private boolean isHeredoc() {
    Token end = tokens.get(tokens.get(at + 1).is("-") ? at + 2 : at + 1);
    return !tokens.get(at - 1).endsValue() && (end.isName() || end.kind() == Token.Kind.STRING);
  }

  private String comment() {
    boolean atStart = tokens.beginsLine(at);
    return atStart || tokens.get(at - 1).endsValue() ? "a comment in Lua begins with --" : null;
  }

  private String slashes() {
    boolean comment = tokens.beginsLine(at) || !tokens.get(at + 1).beginsValue() || isProse();
    return comment
        ? "a comment in Lua begins with --"
        : "// came with Lua 5.3, and this is Lua 5.1: write math.floor(a / b), or -- for a comment";
  }

  /** Whether words follow that are no expression. */
  private boolean isProse() {
    Token first = tokens.get(at + 1);
    Token second = tokens.get(at + 2);
    return first.isName() && second.line() == first.line() && second.isName();
  }

  private String assignment(String symbol) {
    String operator = symbol.substring(0, symbol.length() - 1);
    String variable = before();
    return "Lua has no "
        + symbol
        + ": write "
        + variable
        + " = "
        + variable
        + " "
        + operator
        + " ...";
  }

  /** What stands before the symbol on its line. */
  private String before() {
    String text = tokens.text(tokens.lineStart(at), at);
    return text.isEmpty() || text.length() > 40 ? "x" : text;
  }

  private static String ofCharacter(Token token) {
    String text = new String(ByteStrings.toBytes(token.text()), StandardCharsets.UTF_8);
    int c = text.codePointAt(0);
    String code = String.format("U+%04X", c);
    return switch (c) {
      case 0x201C, 0x201D, 0x201E, 0x201F, 0xAB, 0xBB ->
          "this is a typographic quote (" + code + "), as web pages have it: write \"";
      case 0x2018, 0x2019, 0x201A, 0x201B, 0x2032 ->
          "this is a typographic quote (" + code + "), as web pages have it: write '";
      case 0xA0, 0x2002, 0x2003, 0x2007, 0x2009, 0x202F, 0x3000 ->
          "this is not a plain space but " + code + ", as web pages have it: write a space";
      case 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF ->
          "an invisible character (" + code + ") stands here: delete it";
      case 0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2212 ->
          "this is a dash (" + code + "), not the sign of Lua: write -, or -- for a comment";
      case 0x2026 -> "this is one character (" + code + "): write ...";
      case 0x2260 -> "Lua writes \"not equal\" as ~=";
      case 0x2264 -> "Lua writes this as <=";
      case 0x2265 -> "Lua writes this as >=";
      case 0xFFFD -> "the file is not UTF-8 here; outside of strings Lua has ASCII only";
      default ->
          Character.isLetter(c)
              ? "names have the letters a to z and A to Z, digits and _ only; strings have quotes"
              : "outside of strings and comments Lua has ASCII only, and this is " + code;
    };
  }
}
