package dev.luakit.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The Lua programs that are measured, and how big they are made where a second is too long. */
public enum Program {
  ACKERMANN(3, 1),
  BINARY_TREES(8, 4),
  BYTE_SCAN(500, 20),
  CLOSURES(100, 2),
  COROUTINES(20_000, 50),
  FANNKUCH(7, 5),
  FIBONACCI(24, 12),
  FIXED_POINT(1000, 20),
  GRID_SEARCH(1, 1),
  HEAP_SORT(8000, 100),
  JSON(4, 1),
  K_NUCLEOTIDE(8000, 300),
  LEVENSHTEIN(300, 5),
  LIFE(15, 2),
  MANDELBROT(90, 10),
  MATRIX_MULTIPLICATION(70, 8),
  METHODS(40_000, 100),
  MODULO(4000, 50),
  NBODY(2000, 10),
  NUMBER_FORMATTING(2000, 120),
  PATTERNS(300, 20),
  PERMUTATIONS(8, 4),
  PROTECTED_CALLS(5000, 200),
  QUEENS(8, 5),
  RANDOM_NUMBERS(100_000, 500),
  SIEVE(15, 1),
  SORT_COMPARATOR(1500, 100),
  SPECTRAL_NORM(70, 10),
  STRING_BUILDING(2000, 100),
  TABLE_INSERT_REMOVE(10_000, 1000),
  VARARGS(15_000, 50),
  WORD_COUNT(15_000, 200);

  private final int smallSize;
  private final int tinySize;

  Program(int smallSize, int tinySize) {
    this.smallSize = smallSize;
    this.tinySize = tinySize;
  }

  /** Its argument for a run of some ten milliseconds. */
  public double smallSize() {
    return smallSize;
  }

  /** Its argument for a run that only shows what it prints. */
  public double tinySize() {
    return tinySize;
  }

  /** The name of its file in {@code bench/programs}. */
  public String file() {
    return name().toLowerCase(Locale.ROOT) + ".lua";
  }

  /** Its name in words. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** Its source, in which every char is a byte. */
  public String source() throws IOException {
    try (InputStream in = Program.class.getResourceAsStream("/programs/" + file())) {
      return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }
}
