package dev.luakit.llb.advice;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the block whose {@code end} is missing, or the one {@code end} too many. The compiler can
 * only name the outermost block that is open at the end of the file; who wrote the script mostly
 * indented what belongs together, and that tells more.
 */
final class UnclosedBlock {
  /** As many blocks can be open at once; what seems more is no Lua. */
  private static final int DEEPEST = 200;

  private final Tokens tokens;

  /** The indexes of the words that have opened the blocks around the current token. */
  private final List<Integer> open = new ArrayList<>();

  /** The block whose end is indented like another block's, or -1. */
  private int suspect = -1;

  /** The first word that closes nothing, or -1. */
  private int surplus = -1;

  /** An {@code else if} on one line, or -1. */
  private int elseIf = -1;

  /** The {@code end} that is indented less than what it closes, or -1. */
  private int early = -1;

  UnclosedBlock(Tokens tokens) {
    this(tokens, tokens.count());
  }

  /**
   * Looks at the first tokens only.
   *
   * @param to the index of the token to stop at
   */
  UnclosedBlock(Tokens tokens, int to) {
    this.tokens = tokens;
    for (int i = 0; i < to; i++) {
      if (tokens.get(i).kind() == Token.Kind.KEYWORD) {
        follow(i);
      }
    }
  }

  private void follow(int i) {
    Token token = tokens.get(i);
    switch (token.text()) {
      case "function", "repeat", "if", "for", "while" -> open(i);
      case "do" -> {
        if (!isLoopHead(i)) {
          open(i);
        }
      }
      case "end", "until" -> close(i);
      default -> {}
    }
  }

  private void open(int i) {
    boolean afterElse = tokens.get(i - 1).is("else") && tokens.get(i).is("if");
    if (afterElse && tokens.get(i - 1).line() == tokens.get(i).line() && elseIf < 0) {
      elseIf = i;
    }
    open.add(i);
  }

  /** Whether the {@code do} belongs to the {@code for} or {@code while} that was opened last. */
  private boolean isLoopHead(int at) {
    if (open.isEmpty()) {
      return false;
    }
    int last = open.getLast();
    if (!tokens.get(last).is("for") && !tokens.get(last).is("while")) {
      return false;
    }
    for (int i = last + 1; i < at; i++) {
      if (tokens.get(i).is("do")) {
        return false;
      }
    }
    return true;
  }

  private void close(int i) {
    if (open.isEmpty()) {
      surplus = surplus < 0 ? i : surplus;
      return;
    }
    int opened = open.removeLast();
    boolean ownLine = tokens.beginsLine(i) && tokens.get(opened).line() < tokens.get(i).line();
    if (!ownLine) {
      return;
    }
    int inner = tokens.get(tokens.lineStart(opened)).column();
    int outer = tokens.get(i).column();
    if (outer < inner && suspect < 0) {
      suspect = opened;
    }
    if (outer > inner && early < 0) {
      early = i;
    }
  }

  /** What is missing where the file ends within a block. */
  Advice missing() {
    if (elseIf >= 0) {
      return Advice.of(
          "'else if' begins another 'if' with an 'end' of its own: write elseif, one word",
          tokens.get(elseIf - 1));
    }
    if (suspect < 0 && open.isEmpty()) {
      return null;
    }
    Token opener = tokens.get(suspect >= 0 ? suspect : unindented());
    String close = opener.is("repeat") ? "'until'" : "'end'";
    return Advice.of(
        "the '" + opener.text() + "' of line " + opener.line() + " has no " + close, opener);
  }

  /** What is missing where a bracket is closed within a block that began behind its opening. */
  Advice missingSince(int bracket) {
    for (int opened : open) {
      if (opened > bracket) {
        return missing();
      }
    }
    return null;
  }

  /** Of the open blocks the first behind which the script goes on without being indented. */
  private int unindented() {
    for (int opened : open.subList(0, Math.min(open.size(), DEEPEST))) {
      int column = tokens.get(tokens.lineStart(opened)).column();
      for (int i = opened + 1; i < tokens.count(); i++) {
        Token token = tokens.get(i);
        boolean another = tokens.beginsLine(i) && token.line() > tokens.get(opened).line();
        if (another && token.column() <= column && !continues(token)) {
          return opened;
        }
      }
    }
    return open.getLast();
  }

  private static boolean continues(Token token) {
    return switch (token.text()) {
      case "else", "elseif", "end", "until", ")", "}", "then", "do" -> true;
      default -> false;
    };
  }

  /** Which {@code end} is too many. */
  Advice tooMany() {
    if (early >= 0) {
      return Advice.of(
          "there is an 'end' too many, and by the indentation it is that of line "
              + tokens.get(early).line(),
          tokens.get(early));
    }
    return surplus < 0 ? null : Advice.of("there is an 'end' too many: nothing is open here");
  }
}
