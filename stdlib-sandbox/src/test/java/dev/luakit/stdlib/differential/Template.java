package dev.luakit.stdlib.differential;

/**
 * Lua source with blanks, each written between guillemets:
 *
 * <ul>
 *   <li>{@code «number»}, {@code «string»}, {@code «boolean»}, {@code «list»}, {@code «table»},
 *       {@code «function»}, {@code «any»}: an expression of that {@link Kind}
 *   <li>{@code «arguments»}: a list of expressions, perhaps empty; {@code «more»}: the same behind
 *       a comma; {@code «block»}: statements
 *   <li>{@code «value»}, {@code «small»}, {@code «numeral»}, {@code «text»}, {@code «numberlike»}:
 *       a constant, see {@link Literals}
 *   <li>{@code «int»}, {@code «count»}, {@code «times»}: an integer near zero, one from 0 to 5, and
 *       one that is enough turns to make a loop hot
 *   <li>{@code «arith»}, {@code «compare»}: an operator; {@code «power»}: one with an exponent, as
 *       most powers differ in their last digit; {@code «name»}: a variable's name
 *   <li>{@code «this|that|»}: one of them, in which there may be blanks again
 * </ul>
 *
 * <p>A first line {@code uses i:number s:string} names the template's own variables that the
 * expressions may use.
 */
final class Template {
  private static final String USES = "uses ";

  private final String text;
  private final Choice choice;
  private final Scope scope;
  private final StringBuilder filled = new StringBuilder();

  private Template(String text, Choice choice, Scope scope) {
    this.text = text;
    this.choice = choice;
    this.scope = scope;
  }

  static String fill(String template, Choice choice) {
    // A blank may stand in any function of the template.
    Scope scope = Scope.ofChunk().function(false);
    String body = template;
    if (template.startsWith(USES)) {
      int end = template.indexOf('\n');
      declare(template.substring(USES.length(), end), scope);
      body = template.substring(end + 1);
    }
    return new Template(body, choice, scope).fill();
  }

  private static void declare(String variables, Scope scope) {
    for (String variable : variables.split(" ")) {
      String[] parts = variable.split(":");
      // Templates rely on their variables: generated statements leave them as they are.
      scope.declare(parts[0], kind(parts[1]), false);
    }
  }

  private static Kind kind(String word) {
    return switch (word) {
      case "number" -> Kind.NUMBER;
      case "string" -> Kind.STRING;
      case "boolean" -> Kind.BOOLEAN;
      case "list" -> Kind.LIST;
      case "table" -> Kind.TABLE;
      case "function" -> Kind.FUNCTION;
      case "any" -> Kind.ANY;
      default -> throw new IllegalArgumentException("no such blank: " + word);
    };
  }

  private String fill() {
    int at = 0;
    while (true) {
      int open = text.indexOf('«', at);
      if (open < 0) {
        return filled.append(text, at, text.length()).toString();
      }
      filled.append(text, at, open);
      int close = closing(open);
      blank(text.substring(open + 1, close));
      at = close + 1;
    }
  }

  private int closing(int open) {
    int level = 1;
    int at = open;
    while (level > 0) {
      at++;
      if (text.charAt(at) == '«') {
        level++;
      } else if (text.charAt(at) == '»') {
        level--;
      }
    }
    return at;
  }

  private void blank(String blank) {
    int options = 1;
    int level = 0;
    for (int i = 0; i < blank.length(); i++) {
      level += step(blank.charAt(i));
      if (level == 0 && blank.charAt(i) == '|') {
        options++;
      }
    }
    if (options == 1) {
      filled.append(word(blank));
      return;
    }
    int chosen = choice.below(options);
    int start = 0;
    for (int i = 0; i < blank.length() && chosen > 0; i++) {
      level += step(blank.charAt(i));
      if (level == 0 && blank.charAt(i) == '|') {
        chosen--;
        start = i + 1;
      }
    }
    int end = start;
    while (end < blank.length() && (level > 0 || blank.charAt(end) != '|')) {
      level += step(blank.charAt(end));
      end++;
    }
    filled.append(new Template(blank.substring(start, end), choice, scope).fill());
  }

  private static int step(char c) {
    return c == '«' ? 1 : c == '»' ? -1 : 0;
  }

  private String word(String word) {
    return switch (word) {
      case "value" -> Literals.value(choice);
      case "small" -> Literals.small(choice);
      case "numeral" -> Literals.number(choice);
      case "text" -> Literals.text(choice);
      case "numberlike" -> Literals.numberlike(choice);
      case "int" -> Integer.toString(choice.between(-3, 12));
      case "count" -> Integer.toString(choice.between(0, 5));
      case "times" -> Integer.toString(choice.between(500, 3000));
      case "arith" -> choice.of("+", "-", "*", "/", "%");
      case "power" ->
          choice.of("^ 1", "^ 2", "^ id(0)", "^ \"2\"", "^ inf", "^ nan", "^ nil", "^ {}");
      case "compare" -> choice.of("<", "<=", ">", ">=", "==", "~=");
      case "name" -> Scope.anyName(choice);
      case "arguments" -> new Expressions(choice, scope).arguments();
      case "more" -> new Expressions(choice, scope).furtherArguments();
      case "block" -> "do\n" + Statements.block(choice, scope) + "end";
      default -> new Expressions(choice, scope).of(kind(word));
    };
  }
}
