package dev.luakit.llb.advice;

import dev.luakit.vm.ByteStrings;

/** The calls of a script that are statements: nothing gets what they return. */
public final class CallStatements {
  private final Tokens tokens;

  public CallStatements(byte[] source) {
    this(Tokens.of(ByteStrings.fromBytes(source)));
  }

  CallStatements(Tokens tokens) {
    this.tokens = tokens;
  }

  /**
   * Whether a call is one of them.
   *
   * @param line of its beginning, or of its method's name, from 1
   * @param column the same, from 1, in bytes
   */
  public boolean contains(int line, int column) {
    return contains(tokens.at(line, column));
  }

  /** The same where the token is known. */
  boolean contains(int name) {
    int first = name;
    while (tokens.get(first - 1).is(":") || tokens.get(first - 1).is(".")) {
      first -= 2;
      while (isArguments(tokens.get(first))) {
        boolean bracket = tokens.get(first).kind() == Token.Kind.SYMBOL;
        first = bracket ? tokens.opening(first) - 1 : first - 1;
      }
    }
    Token before = tokens.get(first - 1);
    return before.kind() == Token.Kind.END
        || before.endsValue()
        || before.is(";")
        || before.is("then")
        || before.is("do")
        || before.is("else")
        || before.is("repeat");
  }

  private static boolean isArguments(Token last) {
    return last.is(")") || last.is("]") || last.is("}") || last.kind() == Token.Kind.STRING;
  }
}
