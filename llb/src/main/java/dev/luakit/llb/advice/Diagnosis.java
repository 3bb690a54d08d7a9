package dev.luakit.llb.advice;

import dev.luakit.stdlib.Failure;

/** Finds who knows something about a failure. */
final class Diagnosis {
  /** Most characters that are looked at; what luakit itself says is shorter. */
  private static final int MESSAGE = 8000;

  private final Failure failure;
  private final String source;
  private final Tokens tokens;

  /** The index of the token at which it failed. */
  private final int at;

  /**
   * @param source the text of the failed chunk as a byte string, empty where it is not known
   */
  Diagnosis(Failure failure, String source) {
    this.failure = failure;
    this.source = source;
    tokens = Tokens.of(source);
    at = failure.line() == 0 ? tokens.count() : tokens.at(failure.line(), failure.column());
  }

  Advice advice() {
    String message = failure.message();
    if (message.length() > MESSAGE) {
      message = message.substring(0, MESSAGE); // A script raises what it likes.
    }
    boolean syntax = isSyntaxError(message);
    if (syntax) {
      Advice file = ForeignFile.advice(source);
      return file != null ? file : new SyntaxAdvice(message, tokens, at).advice();
    }
    Advice advice = SandboxAdvice.of(message);
    if (advice == null) {
      advice = ModuleAdvice.of(message);
    }
    if (advice == null && failure.chunk() != null) {
      Variables variables = new Variables(tokens, at, failure.sources());
      advice = new NilAdvice(message, tokens, at, variables).advice();
      if (advice == null) {
        advice = new TypeAdvice(message, tokens, at, variables).advice();
      }
      if (advice == null) {
        advice = new ApiAdvice(message, tokens, at, variables).advice();
      }
    }
    return advice;
  }

  /** Whether the compiler has said this. */
  private static boolean isSyntaxError(String message) {
    return message.contains(" near '")
        || message.startsWith("ambiguous syntax")
        || message.endsWith(" near");
  }
}
