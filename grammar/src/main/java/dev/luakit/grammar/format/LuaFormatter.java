package dev.luakit.grammar.format;

import dev.luakit.grammar.LuaParser;
import dev.luakit.grammar.LuaSource;
import dev.luakit.grammar.LuaSyntaxException;
import java.util.ArrayList;
import java.util.List;

/**
 * Formats Lua: the same program, with the same comments in the same order, as it should be laid
 * out. What is formatted already stays as it is.
 */
public final class LuaFormatter {
  private static final String BYTE_ORDER_MARK = "\u00EF\u00BB\u00BF";

  /** A comment that had to move may count for more where it has come to; it settles after a few. */
  private static final int MOST_PASSES = 50;

  private LuaFormatter() {}

  /**
   * Formats a file.
   *
   * @param source its bytes, one char each
   * @return the bytes of the formatted file; lines end with line feeds only
   * @throws LuaSyntaxException if it is not Lua
   */
  public static String format(String source) {
    int start = preambleEnd(source);
    String preamble = preamble(source.substring(0, start));
    List<String> passes = new ArrayList<>();
    String text = preamble + withLineFeeds(source.substring(start));
    passes.add(text);
    while (passes.size() < MOST_PASSES) {
      text = pass(preamble, text);
      int before = passes.indexOf(text);
      if (before >= 0) {
        return least(passes.subList(before, passes.size()));
      }
      passes.add(text);
    }
    throw new IllegalStateException("the layout does not settle");
  }

  private static String pass(String preamble, String source) {
    LuaParser.ChunkContext chunk = LuaSource.parse(source, true);
    int lines = (int) preamble.chars().filter(c -> c == '\n').count();
    Comments comments = new Comments(LuaSource.tokens(source), lines);
    return Renderer.render(preamble, new Blocks(new Tokens(comments)).chunk(chunk));
  }

  /** One of several texts that become each other: the same, whichever it began with. */
  private static String least(List<String> texts) {
    String least = texts.getFirst();
    for (String text : texts) {
      least = text.compareTo(least) < 0 ? text : least;
    }
    return least;
  }

  /** Where the lines end that are for others than Lua: a byte order mark and lines with a hash. */
  private static int preambleEnd(String source) {
    int end = source.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length() : 0;
    while (end < source.length() && source.charAt(end) == '#') {
      int lineEnd = source.indexOf('\n', end);
      end = lineEnd < 0 ? source.length() : lineEnd + 1;
    }
    return end;
  }

  private static String preamble(String lines) {
    String text = lines.replaceAll("\r+\n", "\n");
    return text.contains("#") && !text.endsWith("\n") ? text + "\n" : text;
  }

  /** Each line break of Lua as a line feed: strings that span lines stay what they are. */
  private static String withLineFeeds(String source) {
    if (source.indexOf('\r') < 0) {
      return source;
    }
    StringBuilder out = new StringBuilder(source.length());
    for (int i = 0; i < source.length(); i++) {
      char c = source.charAt(i);
      if (c != '\n' && c != '\r') {
        out.append(c);
        continue;
      }
      out.append('\n');
      char next = i + 1 < source.length() ? source.charAt(i + 1) : 0;
      if ((next == '\n' || next == '\r') && next != c) {
        i++;
      }
    }
    return out.toString();
  }
}
