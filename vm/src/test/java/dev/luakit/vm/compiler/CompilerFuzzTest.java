package dev.luakit.vm.compiler;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.luakit.grammar.LuaSyntaxException;
import dev.luakit.vm.ByteStrings;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/** Whatever the bytes of a chunk are, it is compiled, or refused with a place in it. */
class CompilerFuzzTest {
  /** Far more than what a chunk of a few thousand bytes takes, in nanoseconds. */
  private static final long MOST_TIME = 5_000_000_000L;

  @FuzzTest
  void anyBytesAreCompiledOrRefused(byte[] bytes) {
    String source = ByteStrings.fromBytes(bytes);
    long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    compile(source, false);
    compile(source, true);
    long time = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
    assertTrue(time < MOST_TIME, () -> bytes.length + " bytes took " + time + " ns");
  }

  private static void compile(String source, boolean file) {
    try {
      Compiler.compile(source, "chunk", file);
    } catch (LuaSyntaxException e) {
      assertPlace(e, lines(source, file ? preambleEnd(source) : 0));
    }
  }

  private static void assertPlace(LuaSyntaxException e, List<String> lines) {
    String place = e.line() + ":" + e.column() + ": " + e.getMessage();
    assertTrue(e.line() >= 1 && e.line() <= lines.size(), place);
    int length = lines.get(e.line() - 1).length();
    assertTrue(e.column() >= 1 && e.column() <= length + 1, place);
  }

  /** Where a file's program begins: behind its byte order mark and its first lines with a hash. */
  private static int preambleEnd(String source) {
    int end = source.startsWith("\u00EF\u00BB\u00BF") ? 3 : 0;
    while (end < source.length() && source.charAt(end) == '#') {
      int newline = source.indexOf('\n', end);
      end = newline < 0 ? source.length() : newline + 1;
    }
    return end;
  }

  /**
   * The lines as Lua counts them: in the program a return and a newline in any order end one, in
   * front of it newlines alone.
   */
  private static List<String> lines(String source, int program) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < source.length(); i++) {
      char c = source.charAt(i);
      if (c != '\n' && (c != '\r' || i < program)) {
        continue;
      }
      lines.add(source.substring(start, i));
      char next = i + 1 < source.length() ? source.charAt(i + 1) : c;
      if (i >= program && next != c && (next == '\n' || next == '\r')) {
        i++;
      }
      start = i + 1;
    }
    lines.add(source.substring(start));
    return lines;
  }
}
