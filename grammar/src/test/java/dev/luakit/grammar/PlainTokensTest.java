package dev.luakit.grammar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens that are read by hand are those that the grammar's lexer would have read. */
class PlainTokensTest {
  /** What sources are put together of, so that many of them hold something out of the ordinary. */
  private static final String[] PIECES = {
    " ",
    "  ",
    "\t",
    "\u000B",
    "\f",
    "\n",
    "\n",
    "\r",
    "\r\n",
    "\n\r",
    "\n\n",
    "a",
    "_b1",
    "end",
    "elseif",
    "local",
    "x1y",
    "andy",
    "not",
    "nil",
    "true",
    "0",
    "12",
    "0755",
    "3x",
    "1.5",
    ".5",
    "1e3",
    "1e+",
    "0xFf",
    "1..2",
    "5.",
    "..",
    "...",
    ".",
    "+",
    "-",
    "*",
    "/",
    "%",
    "^",
    "#",
    "=",
    "==",
    "~",
    "~=",
    "<",
    "<=",
    ">",
    ">=",
    "=>",
    "(",
    ")",
    "{",
    "}",
    "[",
    "]",
    ";",
    ":",
    ",",
    "!",
    "@",
    "$",
    "\u00E9",
    "\0",
    "'",
    "\"",
    "'a'",
    "\"b\"",
    "'\\n'",
    "'\\''",
    "\"\\065\"",
    "'\\300'",
    "'\\\n'",
    "'\\",
    "\"a\nb\"",
    "[[",
    "]]",
    "[[x]]",
    "[[\ny\n]]",
    "[[\r\n]]",
    "[=[",
    "]=]",
    "[=[ ]] ]=]",
    "[=",
    "[==[]=]==]",
    "[[ [[ ]]",
    "[[[]]",
    "[[a]b]]]",
    "--",
    "-- c\n",
    "--[",
    "--[=",
    "--[[",
    "--[[ d ]]",
    "--[=[ \n ]] ]=]",
    "--[[\r]]",
    "--\r",
    "---",
  };

  /** The tokens, or those before an error and the error. */
  private static List<String> read(TokenSource tokens) {
    List<String> read = new ArrayList<>();
    try {
      Token token;
      do {
        token = tokens.nextToken();
        if (token.getChannel() == Token.DEFAULT_CHANNEL) {
          read.add(
              LuaLexer.VOCABULARY.getDisplayName(token.getType())
                  + (" '" + token.getText() + "' " + token.getStartIndex())
                  + (".." + token.getStopIndex())
                  + (" at " + token.getLine() + ":" + token.getCharPositionInLine()));
        }
      } while (token.getType() != Token.EOF);
    } catch (LuaSyntaxException e) {
      read.add(e.getMessage() + " at " + e.line() + ":" + e.column());
    }
    return read;
  }

  private static void areTheLexers(String source) {
    List<String> expected = read(LuaSource.lexer(CharStreams.fromString(source)));
    assertEquals(expected, read(LuaSource.tokens(source, false)), source);
  }

  @Test
  void each_token_is_the_lexer_s_next_to_each_other() {
    for (String one : PIECES) {
      areTheLexers(one);
      for (String other : PIECES) {
        areTheLexers(one + other);
      }
    }
  }

  @Test
  void tokens_are_the_lexer_s_in_random_sources() {
    Random random = new Random(51);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder source = new StringBuilder();
      for (int n = random.nextInt(12); n >= 0; n--) {
        source.append(PIECES[random.nextInt(PIECES.length)]);
      }
      areTheLexers(source.toString());
    }
  }

  @Test
  void tokens_are_the_lexer_s_in_every_example() throws IOException {
    List<Path> scripts;
    try (var files = Files.walk(Path.of("..", "examples"))) {
      scripts = files.filter(file -> file.toString().endsWith(".lua")).toList();
    }
    assertTrue(scripts.size() > 2, "too few examples: " + scripts);
    for (Path script : scripts) {
      areTheLexers(Files.readString(script, StandardCharsets.ISO_8859_1));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "local a = 'one\\n' .. \"two\\\"\" -- three",
        "--[==[ a\ncomment ]==] x = [[\nlong\n]]\nreturn { 1, 2; n = #t }",
        "if a ~= b and c <= 5 then f(...) elseif not d then t[1]:m() end",
      })
  void what_is_plain_needs_no_lexer(String source) {
    PlainTokens tokens = LuaSource.tokens(source, false);
    read(tokens);
    assertTrue(tokens.isPlain(), source);
  }

  @Test
  void long_brackets_without_number_are_read_in_time() {
    // Reading on to the end of the source from each of them would take minutes.
    String source = "[[a]]--[[b]]\n".repeat(1 << 17);
    assertEquals((1 << 17) + 1, read(LuaSource.tokens(source, false)).size());
  }
}
