package dev.luakit.llb.advice;

/** Advice where a script is not Lua. */
final class SyntaxAdvice {
  private static final String BLOCKS =
      "braces are for tables only; blocks are written if ... then ... end, while ... do ... end,"
          + " function f() ... end";

  private static final String APOSTROPHE =
      "the ' in the word ends the string: put the whole in \"...\", or write \\'";

  private static final String LIST = "a list of Lua stands in braces: { \"a\", \"b\" }";

  private static final String STRAY =
      "this ) closes nothing: there is one too many, or a ( is missing before it";

  private static final String NO_TYPES =
      "Lua's variables have no types: leave the : and what is behind it out";

  private static final String LOOPS =
      "Lua writes: for i = 1, 3 do ... end, or for i, value in ipairs(list) do ... end";

  private final String message;
  private final Tokens tokens;
  private final int at;

  /**
   * @param at the index of the token at which the compiler stopped
   */
  SyntaxAdvice(String message, Tokens tokens, int at) {
    this.message = message;
    this.tokens = tokens;
    this.at = at;
  }

  Advice advice() {
    String text = ofToken();
    if (text != null) {
      return Advice.of(text);
    }
    Advice advice = ofMessage();
    return advice != null ? advice : ofMissingValue();
  }

  private Token token() {
    return tokens.get(at);
  }

  private Token before() {
    return tokens.get(at - 1);
  }

  private boolean says(String start) {
    return message.startsWith(start);
  }

  /** What the token itself tells, and the one before it. */
  private String ofToken() {
    if (token().column() > 0 && token().text().startsWith("<<<<<<<")) {
      return "a merge is not finished: choose one of the two versions, and delete the marks";
    }
    if (token().is("<") && before().isName() && isAttribute(tokens.get(at + 1))) {
      return "attributes came with Lua 5.4, and this is Lua 5.1: leave <"
          + tokens.get(at + 1).text()
          + "> out";
    }
    String symbol = new ForeignSymbol(tokens, at).advice();
    if (symbol != null) {
      return symbol;
    }
    if (token().isName() && tokens.isStringUpTo(at)) {
      return quoteWithin(before());
    }
    // The compiler may have stopped one token late: x is a variable in "x ++ y".
    if (before().kind() == Token.Kind.SYMBOL && before().line() == token().line()) {
      symbol = new ForeignSymbol(tokens, at - 1).advice();
      if (symbol != null && !before().is("#") && !before().is("~")) {
        return symbol;
      }
    }
    return null;
  }

  /** What to do about a quote within a text that has ended it. */
  static String quoteWithin(Token string) {
    return string.text().startsWith("\"")
        ? "the \" within the text ends it: put the whole in '...', or write \\\""
        : APOSTROPHE;
  }

  private static boolean isAttribute(Token token) {
    return token.is("const") || token.is("close");
  }

  private Advice ofMessage() {
    if (says("unfinished")) {
      return ofUnfinished();
    }
    if (says("malformed number")) {
      return Advice.of(tokens.get(at + 1).is("..") ? ofRange() : ofNumber(token().text()));
    }
    if (says("ambiguous syntax")) {
      return Advice.of(
          "write the ( on the line above to call that, or ; before it to begin a statement");
    }
    if (says("'='")) {
      return ofWord(before());
    }
    if (says("'then'")) {
      return ofThen();
    }
    if (says("'do'")) {
      return ofDo();
    }
    if (says("','") && tokens.get(tokens.lineStart(at)).is("for")) {
      return Advice.of(LOOPS);
    }
    if (says("'end'") || says("'until'")) {
      return ofBlock();
    }
    if (says("'<eof>'")) {
      return ofSurplus();
    }
    if (says("'}'")) {
      return ofTable();
    }
    if (says("')'")) {
      return ofParenthesis();
    }
    if (says("'<name>'") || says("'name'") || says("<name>")) {
      return ofName();
    }
    if (says("function arguments")) {
      return Advice.of(
          "behind : a method is called, with parentheses, as in s:run(\"make\");"
              + " a field is read with a dot");
    }
    if (says("no loop to break")) {
      return Advice.of("break ends a loop; to leave a function, write return");
    }
    if (says("cannot use '...'")) {
      return Advice.of("write ... among the function's parameters: function(...)");
    }
    if (before().isName() && token().is("-") && isDeclared(at - 1)) {
      String name = before().text() + "_" + tokens.get(at + 1).text();
      return Advice.of("names have letters, digits and _ only: " + name);
    }
    if (says("'(' expected") && before().isName() && tokens.get(at - 2).is("function")) {
      return Advice.of(
          "leave local out: function a.b() sets a field, and only a name can be local");
    }
    return null;
  }

  /** Whether a name stands where it is declared. */
  private boolean isDeclared(int name) {
    return tokens.get(name - 1).is("local") || tokens.get(name - 1).is("function");
  }

  private Advice ofUnfinished() {
    if (says("unfinished long")) {
      for (int i = tokens.count(); i >= 0; i--) {
        Token token = tokens.get(i);
        if (token.kind() == Token.Kind.UNFINISHED) {
          String close = token.text().replace('[', ']').replace("-", "");
          return Advice.of(
              "the " + token.text() + " of this line is not closed by " + close, token);
        }
      }
      return null;
    }
    Token string = token().kind() == Token.Kind.UNFINISHED ? token() : before();
    Token beforeThat = tokens.get(at - 2);
    boolean apostrophe =
        before().isName()
            && beforeThat.kind() == Token.Kind.STRING
            && beforeThat.endColumn() == before().column();
    if (apostrophe) {
      return Advice.of(APOSTROPHE);
    }
    String quote = string.text().isEmpty() ? "\"" : string.text().substring(0, 1);
    return Advice.of(
        "close the string with " + quote + " on its line; text of several lines stands in [[...]]");
  }

  /** {@code 1..3}, which is one number for the compiler. */
  private String ofRange() {
    return tokens.get(tokens.lineStart(at)).is("for")
        ? LOOPS
        : "write spaces around .. where a number is before it: 1 .. \"a\"";
  }

  private static String ofNumber(String number) {
    if (number.startsWith("0b") || number.startsWith("0o")) {
      return "numbers are decimal, or hexadecimal as in 0x1F";
    }
    if (number.indexOf('_') > 0) {
      return "numbers have no _ in them: write " + number.replace("_", "");
    }
    if (number.indexOf('.') != number.lastIndexOf('.')) {
      return "a version is a string: write \"" + number + "\"";
    }
    return "a name can't begin with a digit, and a text such as \"" + number + "\" needs quotes";
  }

  /** A word stands where a statement begins, and something follows that no variable can have. */
  private Advice ofWord(Token word) {
    if (token().is("==")) {
      return Advice.of("== compares; to assign, write =");
    }
    if (!word.isName()) {
      return null;
    }
    if (tokens.get(at - 2).is("for")) {
      return Advice.of(LOOPS);
    }
    if (tokens.get(at - 2).is("require")) {
      return Advice.of("a module's name stands in quotes: require(\"" + word.text() + "\")");
    }
    String foreign = ForeignWord.advice(word.text());
    if (foreign == null && tokens.get(at - 2).isName()) {
      foreign = ForeignWord.advice(tokens.get(at - 2).text());
    }
    if (foreign != null) {
      return Advice.of(foreign);
    }
    String keyword = Nearest.of(word.text(), TokenReader.KEYWORDS);
    if (keyword != null && word.text().length() > 2 && (token().isName() || token().is("("))) {
      return Advice.of("did you mean '" + keyword + "'?");
    }
    boolean statement = tokens.beginsLine(at - 1) || tokens.beginsLine(at);
    return statement
        ? Advice.of("a variable alone is no statement: give it a value with =, or call it with ()")
        : null;
  }

  private Advice ofThen() {
    if (token().is("=")) {
      return Advice.of("= assigns; to compare, write ==");
    }
    if (token().is("is")) {
      return Advice.of("Lua compares with ==, as in x == nil");
    }
    if (token().is("in")) {
      return Advice.of("Lua has no in to look into a list: a loop with ipairs does it");
    }
    if (isBrace()) {
      return Advice.of(BLOCKS);
    }
    int opener = at - 1;
    while (opener >= 0 && !tokens.get(opener).is("if") && !tokens.get(opener).is("elseif")) {
      opener--;
    }
    if (opener < 0) {
      return null;
    }
    Token word = tokens.get(opener);
    return Advice.of("the condition ends with then: " + word.text() + " ... then", word);
  }

  private Advice ofDo() {
    if (token().is("=") && !tokens.get(at - 2).is("for")) {
      return Advice.of("= assigns; to compare, write ==");
    }
    if (isBrace()) {
      return Advice.of(BLOCKS);
    }
    int opener = at - 1;
    while (opener >= 0 && !tokens.get(opener).is("while") && !tokens.get(opener).is("for")) {
      opener--;
    }
    if (opener < 0) {
      return null;
    }
    Token word = tokens.get(opener);
    return Advice.of("the loop's head ends with do: " + word.text() + " ... do", word);
  }

  /** Whether a block of another language begins here, or the compiler took it for an argument. */
  private boolean isBrace() {
    if (token().is("{")) {
      return true;
    }
    int open = before().is("}") ? tokens.opening(at - 1) : -1;
    return open > 0 && tokens.get(open - 1).endsValue();
  }

  private Advice ofBlock() {
    if (says("'until'") && token().is("end")) {
      return Advice.of("repeat ends with until and a condition, not with end");
    }
    if (token().kind() != Token.Kind.END) {
      Advice dead = ofStatementBehindReturn();
      if (dead != null) {
        return dead;
      }
    }
    if ((token().is("else") || token().is("elseif")) && isBehindElse()) {
      return Advice.of("else is the last case of an if: the others come before it");
    }
    if (token().is("{") || token().is("}")) {
      return Advice.of("blocks are closed by the word end, not by }");
    }
    return new UnclosedBlock(tokens).missing();
  }

  private boolean isBehindElse() {
    int i = at - 1;
    while (i >= 0 && !tokens.get(i).is("else") && !tokens.get(i).is("then")) {
      i--;
    }
    return tokens.get(i).is("else");
  }

  private Advice ofStatementBehindReturn() {
    for (int i = at - 1; i >= 0 && tokens.get(i).line() >= before().line() - 1; i--) {
      if (tokens.get(i).is("return") || tokens.get(i).is("break")) {
        String word = tokens.get(i).text();
        return Advice.of(
            word
                + " must be the last statement of its block: to try something out, write do "
                + word
                + " end",
            tokens.get(i));
      }
    }
    return null;
  }

  private Advice ofSurplus() {
    if (token().is("end")) {
      String foreign = foreignFunction();
      return foreign != null ? Advice.of(foreign) : new UnclosedBlock(tokens).tooMany();
    }
    if (token().is("}")) {
      return Advice.of("this } closes nothing; blocks are closed by the word end");
    }
    if (token().is(")")) {
      return Advice.of(STRAY);
    }
    if (token().is("else") || token().is("elseif")) {
      return Advice.of(
          "the 'if' that this belongs to has ended already: is there an 'end' too many?");
    }
    return ofStatementBehindReturn();
  }

  /** What another language's word for a function, which Lua takes for a call, should be. */
  private String foreignFunction() {
    for (int i = at - 1; i >= 0; i--) {
      Token token = tokens.get(i);
      boolean word = token.is("func") || token.is("fn") || token.is("def") || token.is("fun");
      if (word && tokens.get(i + 1).is("(") && tokens.get(i - 1).is("=")) {
        return "Lua writes " + token.text() + " as function: function(x) ... end";
      }
    }
    return null;
  }

  private Advice ofTable() {
    if (token().is(":") && (before().isName() || before().kind() == Token.Kind.STRING)) {
      return fieldsAreAssigned();
    }
    if (token().is("=") && before().kind() == Token.Kind.STRING) {
      String key = before().text();
      String name = key.substring(1, key.length() - 1);
      boolean plain = name.matches("[A-Za-z_]\\w*") && !TokenReader.KEYWORDS.contains(name);
      return Advice.of("write the field as " + (plain ? name : "[" + key + "]") + " = ...");
    }
    if (token().is("=") && before().kind() == Token.Kind.NUMBER) {
      return Advice.of("write the field as [" + before().text() + "] = ...");
    }
    if (token().is(";") || token().is(")") || token().kind() == Token.Kind.END) {
      return Advice.of("a } is missing");
    }
    if (token().is("-") || token().is("=")) {
      return Advice.of("a field whose name is no plain word is written [\"a-b\"] = ...");
    }
    String foreign = before().isName() ? ForeignWord.advice(before().text()) : null;
    if (foreign != null && tokens.beginsLine(at - 1)) {
      return Advice.of(foreign); // A block of another language, which began as a table does.
    }
    boolean value = token().beginsValue() || token().is("[");
    if (value && before().endsValue()) {
      return Advice.of("a comma is missing behind " + shown(before()), before());
    }
    return null;
  }

  private static Advice fieldsAreAssigned() {
    return Advice.of("fields of tables are written { name = value }");
  }

  private Advice ofParenthesis() {
    if (token().is("=") && isFunctionHead(tokens.enclosing(at))) {
      String name = before().text();
      return Advice.of(
          "a parameter has no default: write " + name + " = " + name + " or ... in the function");
    }
    if (token().is(":") && isFunctionHead(tokens.enclosing(at))) {
      return Advice.of(NO_TYPES);
    }
    if (token().is("}") && !isInTable()) {
      return Advice.of("this } closes nothing: there is one too many, or a { is missing before it");
    }
    if (token().is(";")) {
      return Advice.of("arguments have commas between them");
    }
    if (token().is("=")) {
      return Advice.of(
          "a function's arguments have no names: options go in a table, { name = ... }");
    }
    boolean value = token().beginsValue();
    if (value && before().endsValue() && before().line() == token().line()) {
      return Advice.of("a comma is missing behind " + shown(before()) + ", or ..  to join texts");
    }
    return Advice.of("a ) is missing behind " + shown(before()), before());
  }

  /** Whether a table is open around the token. */
  private boolean isInTable() {
    int open = tokens.enclosing(at);
    while (open >= 0 && !tokens.get(open).is("{")) {
      open = tokens.enclosing(open);
    }
    return open >= 0;
  }

  private static String shown(Token token) {
    String text = token.text();
    return text.length() <= 30 && text.indexOf('\n') < 0 && isAscii(text) ? text : "this";
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c >= ' ' && c < 0x7F);
  }

  private Advice ofName() {
    if (token().kind() == Token.Kind.KEYWORD && (before().is(".") || before().is(":"))) {
      String word = token().text();
      return tokens.get(at - 2).is("bk") && word.equals("local")
          ? Advice.of("local is a word of Lua, so the function is called bk.local_")
          : Advice.of(
              "'" + word + "' is a word of Lua: write [\"" + word + "\"] in place of ." + word);
    }
    if (token().kind() == Token.Kind.KEYWORD) {
      return Advice.of("'" + token().text() + "' is a word of Lua: choose another name");
    }
    if (before().is("for")) {
      return Advice.of(LOOPS);
    }
    if (before().is("local") && token().is("{")) {
      return Advice.of("Lua takes no table apart: local a = t.a");
    }
    if (token().kind() == Token.Kind.NUMBER
        && before().is(":")
        && before().endColumn() == token().column()
        && tokens.get(tokens.enclosing(at)).is("(")) {
      return Advice.of("a text stands in quotes: \"" + tokens.text(at - 2, at + 1) + "\"");
    }
    if (before().is(":") && tokens.get(at - 2).isName()
        || before().is(":") && tokens.get(at - 2).kind() == Token.Kind.STRING) {
      return fieldsAreAssigned();
    }
    return null;
  }

  /** Whether a parenthesis opens a function's parameters. */
  private boolean isFunctionHead(int open) {
    int name = open - 1;
    while (tokens.get(name).isName() || tokens.get(name).is(".") || tokens.get(name).is(":")) {
      name--;
    }
    return open >= 0 && tokens.get(name).is("function");
  }

  private Advice ofMissingValue() {
    if (token().is("==") && before().isName()) {
      return Advice.of("== compares; to assign, write =");
    }
    if (before().is("else") && token().is("if")) {
      return Advice.of("write elseif, one word");
    }
    if (token().is(")") && tokens.opening(at) < 0) {
      return Advice.of(STRAY);
    }
    if (token().is(")") || token().is("}")) {
      Advice unclosed = new UnclosedBlock(tokens, at).missingSince(tokens.opening(at));
      if (unclosed != null) {
        return unclosed;
      }
    }
    if (token().is("end") && tokens.get(tokens.enclosing(at)).is("{")) {
      return Advice.of("a table is closed by }, not by end");
    }
    if (token().is(":") && before().isName() && isDeclared(at - 1)) {
      return Advice.of(NO_TYPES);
    }
    if (token().beginsValue() && before().isName() && tokens.get(at - 2).is("local")) {
      return Advice.of("= is missing: local " + before().text() + " = ...");
    }
    if (token().is("..") && before().kind() == Token.Kind.STRING && tokens.get(at - 2).isName()) {
      return Advice.of(
          "what is joined stands in parentheses: " + tokens.get(at - 2).text() + "(...)");
    }
    if (token().kind() == Token.Kind.STRING && before().kind() == Token.Kind.STRING) {
      return Advice.of("texts are joined with .., as in \"a\" .. \"b\"");
    }
    if (token().is("{") && (before().is("then") || before().is("do") || before().is("else"))) {
      return Advice.of(BLOCKS);
    }
    if (token().is(")") && before().is(",")) {
      return Advice.of("delete the comma before the )", before());
    }
    if (token().is("elseif") || token().is("else")) {
      return Advice.of("the 'if' that this belongs to has ended already, or was never begun");
    }
    if (token().is("=") && before().is("=")) {
      return Advice.of("== is written without a space; one = assigns");
    }
    if (token().is("=") && before().is(")")) {
      return Advice.of("a call can't be assigned to; to compare, write ==");
    }
    if (says("'='") && before().is("]")) {
      return Advice.of(LIST);
    }
    if (token().is("}") && !before().is("=")) {
      return Advice.of("blocks are closed by the word end, and { } are for tables");
    }
    if (token().is(";") && (before().kind() != Token.Kind.SYMBOL || before().is(";"))) {
      return Advice.of("Lua 5.1 has no empty statements: leave this ; out");
    }
    if (token().is("[") && (before().is("if") || before().is("while"))) {
      return Advice.of("a condition stands without brackets: if a == b then");
    }
    if (token().is("[") && !before().endsValue()) {
      return Advice.of(LIST);
    }
    if (token().is("{") && before().is(")") && isFunctionHead(tokens.opening(at - 1))
        || before().is("{") && token().kind() == Token.Kind.KEYWORD) {
      return Advice.of(BLOCKS);
    }
    boolean operator = before().kind() == Token.Kind.SYMBOL && !before().endsValue();
    if (says("unexpected symbol") && operator && !token().beginsValue()) {
      return Advice.of("behind " + before().text() + " a value is missing", before());
    }
    return null;
  }
}
