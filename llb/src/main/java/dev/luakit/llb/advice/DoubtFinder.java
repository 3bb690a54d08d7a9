package dev.luakit.llb.advice;

import dev.luakit.vm.ByteStrings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Looks through a script for what Lua takes without a word, and in another sense. */
final class DoubtFinder {
  /** A larger script was written by a program, which knows what it does. */
  private static final int MOST_TOKENS = 50_000;

  /** So many names without a value are compared with all others; for more it would take long. */
  private static final int MOST_COMPARED = 10;

  /** So many tokens of a text that is joined are looked at: each of its parts looks back. */
  private static final int MOST_JOINED = 20;

  /** What may stand behind a backslash in a string; digits may, too. */
  private static final String ESCAPES = "abfnrtv\\\"'\n\r";

  /** Who uses these may give any name a value. */
  private static final Set<String> REFLECTION =
      Set.of("_G", "setfenv", "getfenv", "module", "load", "loadstring");

  /** Names of Lua's that are an error to use, which tells more. */
  private static final Set<String> SANDBOXED =
      Set.of("io", "debug", "dofile", "loadfile", "newproxy", "gcinfo");

  /** Methods that make no operation which could be found to be lost. */
  private static final Set<String> SETTINGS = Set.of("with_env", "with_workdir", "with_user");

  private final Tokens tokens;
  private final List<Doubt> doubts = new ArrayList<>();

  /** All names that the script gives a value somewhere. */
  private final Set<String> declared = new HashSet<>();

  /** Names of which nothing more is to be said. */
  private final Set<String> told = new HashSet<>();

  /** Whether a name that the script gives no value can have none. */
  private boolean closed = true;

  DoubtFinder(byte[] source) {
    tokens = Tokens.of(ByteStrings.fromBytes(source));
  }

  List<Doubt> find() {
    if (tokens.count() > MOST_TOKENS) {
      return doubts;
    }
    for (Declaration declaration : DeclarationFinder.find(tokens)) {
      declared.add(declaration.name());
    }
    for (int i = 0; i < tokens.count(); i++) {
      Token token = tokens.get(i);
      boolean other = token.is("require") && !isPrelude(i + 1) && !isPrelude(i + 2);
      closed &= !other && !(token.isName() && REFLECTION.contains(token.text()));
      if (tokens.get(i + 1).is("=") && token.isName() || isInList(i)) {
        declared.add(token.text()); // A field's name at worst, which then is not looked at.
      }
    }
    for (int i = 0; i < tokens.count(); i++) {
      look(i);
    }
    return doubts;
  }

  private boolean isPrelude(int i) {
    String text = tokens.get(i).text();
    return text.equals("\"prelude\"") || text.equals("'prelude'");
  }

  /** Whether a name stands where several are given values: {@code a, b = 1, 2}. */
  private boolean isInList(int i) {
    return tokens.get(i).isName() && tokens.beginsLine(i) && tokens.get(i + 1).is(",");
  }

  private void look(int i) {
    Token token = tokens.get(i);
    if (token.kind() == Token.Kind.STRING && !token.text().startsWith("[")) {
      lookIntoString(i, token.text());
      variable(i, token.text());
    } else if (token.is("==") || token.is("~=")) {
      comparison(i);
    } else if (token.isName()) {
      name(i, token.text());
    }
  }

  private void lookIntoString(int i, String text) {
    for (int at = text.indexOf('\\'); at >= 0; at = text.indexOf('\\', at + 2)) {
      char escaped = text.charAt(at + 1);
      boolean known = ESCAPES.indexOf(escaped) >= 0 || escaped >= '0' && escaped <= '9';
      if (!known && escaped > ' ' && escaped < 0x7F) {
        doubts.add(
            Doubt.of(
                tokens.get(i),
                "\\" + escaped + " in a text is " + escaped + " to Lua, without the backslash",
                "write \\\\" + escaped + ", or the text in [[ ]], where a backslash is itself"));
        return;
      }
      if (escaped == '\n' && isCommand(i)) {
        doubts.add(
            Doubt.of(
                tokens.get(i),
                "a backslash at the end of a line becomes a line feed, which ends the command",
                "write the text in [[ ]], where a backslash is itself"));
        return;
      }
    }
  }

  /** Whether a text is what {@code run} runs. */
  private boolean isCommand(int i) {
    int call = tokens.get(i - 1).is("(") ? i - 2 : i - 1;
    return tokens.get(call).is("run") && tokens.get(call - 1).is(":");
  }

  private void comparison(int i) {
    boolean text =
        tokens.get(i + 1).kind() == Token.Kind.STRING
            || tokens.get(i - 1).kind() == Token.Kind.STRING;
    String left = tokens.get(i - 1).text();
    String right = tokens.get(i + 3).text();
    boolean before = tokens.get(i - 3).is("bk") && left.endsWith("_platform");
    boolean behind = tokens.get(i + 1).is("bk") && right.endsWith("_platform");
    if (text && (before || behind)) {
      String platform = "bk." + (before ? left : right);
      doubts.add(
          Doubt.of(
              tokens.get(i),
              platform + " is no text, so that it is equal to none",
              "compare tostring(" + platform + "), or its .os and .arch"));
    }
    boolean negated =
        tokens.get(i - 2).is("not") && tokens.get(i - 1).isName()
            || tokens.get(i - 4).is("not") && tokens.get(i - 2).is(".");
    Token other = tokens.get(i + 1);
    if (negated && !other.is("not") && !other.is("true") && !other.is("false")) {
      doubts.add(
          Doubt.of(
              tokens.get(i),
              "not comes first: this compares true or false with what is behind",
              tokens.get(i).is("==") ? "write a ~= b" : "write a == b"));
    }
  }

  /** Dockerfiles put a variable in front of itself: {@code ENV PATH=/opt/bin:$PATH}. */
  private void variable(int i, String text) {
    int first = i;
    while (tokens.get(first - 1).is("..") && i - first < MOST_JOINED) {
      first -= 2;
    }
    String name = tokens.get(first - 2).text();
    boolean field = tokens.get(first - 3).is("{") || tokens.get(first - 3).is(",");
    boolean itself = text.contains("$" + name) || text.contains("${" + name + "}");
    if (field && tokens.get(first - 1).is("=") && itself) {
      doubts.add(
          Doubt.of(
              tokens.get(i),
              "nothing fills in $" + name + " here: it stays as it is",
              "write out what the image has; or within the command: export " + name + "=..."));
    }
  }

  private boolean isLost(int i, String name) {
    Token open = tokens.get(i + 1);
    return SETTINGS.contains(name)
        && (open.is("(") || open.is("{"))
        && !tokens.get(tokens.closing(i + 1) + 1).is(":")
        && new CallStatements(tokens).contains(i);
  }

  /** A name that nothing gives a value is nil, and a table just leaves such a field out. */
  private void name(int i, String name) {
    Token before = tokens.get(i - 1);
    if (before.is(":") && isLost(i, name)) {
      doubts.add(
          Doubt.of(
              before, "nothing gets the state that " + name + " returns", Doubt.keep("s:" + name)));
    }
    boolean field = before.is(".") || before.is(":") || tokens.get(i + 1).is("=");
    boolean known = StandardNames.GLOBALS.contains(name) || SANDBOXED.contains(name);
    if (field || known || declared.contains(name)) {
      return;
    }
    String foreign = ForeignName.constant(name);
    if (foreign == null && !closed || !told.add(name)) {
      return;
    }
    String nearest = told.size() > MOST_COMPARED ? null : Nearest.of(name, declared);
    String hint = nearest == null ? "a text stands in quotes" : "did you mean '" + nearest + "'?";
    doubts.add(
        Doubt.of(
            tokens.get(i),
            "nothing gives '" + name + "' a value: it is nil",
            foreign != null ? foreign : hint));
  }
}
