package dev.luakit.stdlib.differential;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Snippets to run one after the other. */
record Program(List<Snippet> snippets) {
  /** What the snippets rely on; see the file itself. */
  private static final String PRELUDE = read("/differential/prelude.lua");

  /**
   * The program that a seed stands for.
   *
   * @param number tells the programs of a seed apart
   */
  static Program generate(long seed, int number, int size) {
    return generate(new Choice(seed * 1_000_003 + number), size);
  }

  /** The program of that many snippets that the choices lead to. */
  static Program generate(Choice choice, int size) {
    List<Snippet> snippets = new ArrayList<>();
    for (int i = 1; i <= size; i++) {
      snippets.add(new Snippet("s" + i, Themes.any(choice).snippet(choice)));
    }
    return new Program(snippets);
  }

  /** The bytes of the program, one in each char. */
  String source() {
    StringBuilder source = new StringBuilder(PRELUDE);
    for (Snippet snippet : snippets) {
      source.append("run(\"").append(snippet.name()).append("\", ");
      source.append(Literals.quote(snippet.text())).append(")\n");
    }
    return source.toString();
  }

  private static String read(String resource) {
    try (InputStream in = Program.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
