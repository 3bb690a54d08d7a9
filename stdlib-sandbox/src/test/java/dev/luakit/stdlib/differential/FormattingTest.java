package dev.luakit.stdlib.differential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.luakit.grammar.LuaLexer;
import dev.luakit.grammar.LuaSource;
import dev.luakit.grammar.LuaSyntaxException;
import dev.luakit.grammar.format.LuaFormatter;
import dev.luakit.vm.code.SameProgram;
import dev.luakit.vm.compiler.Compiler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.junit.jupiter.api.Test;

/**
 * Generated programs stay the same programs, with the same comments, when they are formatted, and
 * what is formatted stays as it is. Others are tried by {@code -Dluakit.fuzz.seed=S} and {@code
 * -Dluakit.fuzz.programs=N}.
 */
class FormattingTest {
  private static final long SEED = Long.getLong("luakit.fuzz.seed", 1);
  private static final int SNIPPETS = 10 * Integer.getInteger("luakit.fuzz.programs", 25);

  @Test
  void generatedProgramsStayTheSame() {
    Choice choice = new Choice(SEED);
    int programs = 0;
    while (programs < SNIPPETS) {
      String snippet = Themes.any(choice).snippet(choice);
      if (isLua(snippet)) {
        check(snippet);
        check(ScatteredText.of(snippet, 30 * choice.below(3), choice));
        programs++;
      }
    }
  }

  @Test
  void programsStayTheSameWhateverIsBetweenTheirTokens() throws IOException {
    Choice choice = new Choice(SEED);
    for (Path folder :
        List.of(Path.of("src/test/resources/programs"), Path.of("../bench/programs"))) {
      for (String program : programs(folder)) {
        check(ScatteredText.of(program, 40, choice));
      }
    }
  }

  private static List<String> programs(Path folder) throws IOException {
    List<String> programs = new ArrayList<>();
    try (var files = Files.newDirectoryStream(folder, "*.lua")) {
      for (Path file : files) {
        programs.add(Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    }
    assertTrue(programs.size() >= 10);
    return programs;
  }

  private static boolean isLua(String snippet) {
    try {
      Compiler.compile(snippet, "snippet", true);
      return true;
    } catch (LuaSyntaxException e) {
      return false;
    }
  }

  private static void check(String source) {
    String formatted = LuaFormatter.format(source);
    assertEquals(formatted, LuaFormatter.format(formatted), source);
    assertEquals(comments(source), comments(formatted), source);
    assertTrue(
        SameProgram.test(
            Compiler.compile(source, "snippet", true),
            Compiler.compile(formatted, "snippet", true)),
        source);
  }

  /** The comments in their order, without spaces at the ends of lines. */
  private static List<String> comments(String source) {
    List<String> comments = new ArrayList<>();
    for (Token token : LuaSource.tokens(source)) {
      if (token.getType() == LuaLexer.COMMENT) {
        comments.add(token.getText().replace("\r\n", "\n").stripTrailing());
      }
    }
    return comments;
  }
}
