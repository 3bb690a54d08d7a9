package dev.luakit.grammar.format;

import dev.luakit.grammar.LuaParser;
import java.util.ArrayList;
import java.util.List;

/**
 * Names with indexes and calls behind them. Calls one after the other are on one line if they fit
 * and were so, else each begins a line; where it does only from some call on, the calls before that
 * stay where they are.
 */
final class Chains {
  private final Tokens tokens;
  private final Expressions expressions;
  private final Arguments arguments;

  Chains(Tokens tokens, Expressions expressions, Tables tables) {
    this.tokens = tokens;
    this.expressions = expressions;
    this.arguments = new Arguments(tokens, expressions, tables);
  }

  /** Suffixes that stay together, the last of which may be a call. */
  private static final class Link {
    final boolean startsLine;
    final List<Doc> before = new ArrayList<>();

    /** The arguments of the last suffix, or null if that is no call. */
    Arguments.Layouts call;

    Link(boolean startsLine) {
      this.startsLine = startsLine;
    }

    void add(Doc doc) {
      if (call != null) {
        before.add(call.any());
        call = null;
      }
      before.add(doc);
    }

    void call(Arguments.Layouts layouts) {
      add(Doc.EMPTY);
      call = layouts;
    }

    Doc flat() {
      return with(call == null ? Doc.EMPTY : call.flat());
    }

    Doc any() {
      return with(call == null ? Doc.EMPTY : call.any());
    }

    /** With one argument that begins on the call's line and takes several; null if none can. */
    Doc hugging() {
      return call == null || call.hugging() == null ? null : with(call.hugging());
    }

    private Doc with(Doc end) {
      List<Doc> parts = new ArrayList<>(before);
      parts.add(end);
      return Doc.sequence(parts);
    }
  }

  Doc of(LuaParser.SuffixedExpressionContext chain) {
    Link head = new Link(false);
    head.add(
        chain.NAME() != null
            ? tokens.of(chain.NAME())
            : expressions.parenthesized(
                chain.LEFT_PAREN(), chain.expression(), chain.RIGHT_PAREN()));
    List<Link> links = new ArrayList<>();
    Link link = head;
    for (LuaParser.SuffixContext suffix : chain.suffix()) {
      boolean method = suffix.COLON() != null;
      boolean member = method || suffix.DOT() != null;
      if (member && (link.call != null || method && link == head)) {
        link = new Link(tokens.comments().startsLine(suffix.getStart()));
        links.add(link);
      }
      add(suffix, link);
    }
    return layout(head, links);
  }

  private void add(LuaParser.SuffixContext suffix, Link link) {
    if (suffix.LEFT_BRACKET() != null) {
      link.add(
          expressions.bracketed(
              suffix.LEFT_BRACKET(), suffix.expression(), suffix.RIGHT_BRACKET()));
      return;
    }
    if (suffix.COLON() != null) {
      link.add(tokens.of(suffix.COLON()));
    } else if (suffix.DOT() != null) {
      link.add(tokens.of(suffix.DOT()));
    }
    if (suffix.NAME() != null) {
      link.add(tokens.of(suffix.NAME()));
    }
    if (suffix.arguments() != null) {
      link.call(arguments.of(suffix.arguments()));
    }
  }

  private static Doc layout(Link head, List<Link> links) {
    int firstLine = 0;
    while (firstLine < links.size() && !links.get(firstLine).startsLine) {
      firstLine++;
    }
    List<Doc> layouts = new ArrayList<>();
    if (firstLine < links.size()) {
      layouts.add(lines(head, links, firstLine));
      if (firstLine > 0) {
        layouts.add(lines(head, links, 0));
      }
      return Doc.hanging(Doc.choice(layouts));
    }
    Doc line = line(head, links, links.size());
    if (links.size() + (head.call == null ? 0 : 1) < 2) {
      return line;
    }
    Doc flat = flat(head, links);
    if (!flat.traits().broken()) {
      layouts.add(flat);
      Doc hugging = links.getLast().hugging();
      if (hugging != null) {
        layouts.add(Doc.sequence(flat(head, links.subList(0, links.size() - 1)), hugging));
      }
    }
    layouts.add(links.size() > 1 ? lines(head, links, 0) : line);
    return Doc.choice(layouts);
  }

  private static Doc flat(Link head, List<Link> links) {
    List<Doc> parts = new ArrayList<>();
    parts.add(head.flat());
    for (Link link : links) {
      parts.add(link.flat());
    }
    return Doc.sequence(parts);
  }

  /** Everything up to a link on one line, but for arguments that take several. */
  private static Doc line(Link head, List<Link> links, int end) {
    List<Doc> parts = new ArrayList<>();
    parts.add(head.any());
    for (Link link : links.subList(0, end)) {
      parts.add(link.any());
    }
    return Doc.sequence(parts);
  }

  /** A line for each link from one on. */
  private static Doc lines(Link head, List<Link> links, int first) {
    List<Doc> parts = new ArrayList<>();
    for (Link link : links.subList(first, links.size())) {
      parts.add(Doc.HARD_LINE);
      parts.add(link.any());
    }
    return Doc.sequence(line(head, links, first), Doc.indent(Doc.sequence(parts)));
  }
}
