package dev.luakit.grammar.format;

import java.util.ArrayList;
import java.util.List;

/** Decides where lines end, from the outside in, and writes the text. */
final class Renderer {
  private static final int WIDTH = 100;
  private static final String INDENTATION = "    ";

  private final StringBuilder out;

  /** What is still to be written, the next on top. */
  private final List<Item> items = new ArrayList<>();

  /** Comments that wait for the end of the line. */
  private final List<String> waiting = new ArrayList<>();

  /** The columns of the line that is being written. */
  private int column;

  private boolean lineStart = true;

  /** Whether a space is to be written before the next text of the line. */
  private boolean space;

  /** Whether a comment is on the line that takes all that follows for its own. */
  private boolean closed;

  /**
   * A part of the document.
   *
   * @param indent levels of indentation
   * @param flat whether lines don't end where they may
   */
  private record Item(int indent, boolean flat, Doc doc) {}

  private Renderer(String preamble) {
    out = new StringBuilder(preamble);
  }

  /**
   * The text of a document.
   *
   * @param preamble whole lines to begin with
   */
  static String render(String preamble, Doc doc) {
    Renderer renderer = new Renderer(preamble);
    renderer.write(doc);
    return renderer.out.toString();
  }

  private void write(Doc doc) {
    items.add(new Item(0, false, doc));
    while (!items.isEmpty()) {
      write(items.removeLast());
    }
    endLine(0, false);
  }

  private void write(Item item) {
    int indent = item.indent();
    switch (item.doc()) {
      case Doc.Text(String text) -> text(text, indent);
      case Doc.InlineComment(String text) -> {
        if (waiting.isEmpty()) {
          text(text, indent);
        } else {
          waiting.add(text);
        }
      }
      case Doc.EndComment(String text) -> waiting.add(text);
      case Doc.CommentLine(String text, boolean blank) -> {
        endLine(indent, blank);
        text(text, indent);
        closed = true;
      }
      case Doc.Break(Doc.Break.Kind kind, boolean blank) -> {
        if (!item.flat() || kind == Doc.Break.Kind.ALWAYS) {
          endLine(indent, blank);
        } else if (kind == Doc.Break.Kind.SPACE) {
          space = true;
        }
      }
      case Doc.IfBroken(String text) -> {
        if (!item.flat()) {
          text(text, indent);
        }
      }
      case Doc.Sequence(List<Doc> parts, _) -> {
        for (int i = parts.size() - 1; i >= 0; i--) {
          items.add(new Item(indent, item.flat(), parts.get(i)));
        }
      }
      case Doc.Indent(Doc content, boolean always, _) -> {
        int inner = always || !item.flat() ? indent + 1 : indent;
        items.add(new Item(inner, item.flat(), content));
      }
      case Doc.Lines(Doc content, _) -> items.add(new Item(indent, false, content));
      case Doc.Group group -> {
        boolean flat = !group.broken() && fits(new Item(indent, true, group.content()));
        items.add(new Item(indent, flat, group.content()));
      }
      case Doc.Choice(List<Doc> layouts, _) -> {
        int last = layouts.size() - 1;
        int chosen = 0;
        while (chosen < last && !fits(new Item(indent, false, layouts.get(chosen)))) {
          chosen++;
        }
        items.add(new Item(indent, false, layouts.get(chosen)));
      }
    }
  }

  private void text(String text, int indent) {
    if (text.equals(" ")) {
      space = true;
      return;
    }
    if (closed) {
      endLine(indent, false);
    }
    if (lineStart) {
      out.repeat(INDENTATION, indent);
      column = indent * INDENTATION.length();
      lineStart = false;
    } else if (space || sticks(text)) {
      out.append(' ');
      column++;
    }
    space = false;
    out.append(text);
    int lineBreak = text.lastIndexOf('\n');
    column = lineBreak < 0 ? column + columns(text) : columns(text.substring(lineBreak + 1));
  }

  /** Whether a text would make another token, or a comment, of what is before it. */
  private boolean sticks(String text) {
    char last = out.charAt(out.length() - 1);
    char first = text.charAt(0);
    return last == '-' && first == '-' || last == '[' && (first == '[' || first == '=');
  }

  /** Ends the line, if there is anything on it. */
  private void endLine(int indent, boolean blank) {
    for (int i = 0; i < waiting.size(); i++) {
      if (closed) {
        newLine();
      }
      space = true;
      text(waiting.get(i), indent);
      closed = true;
    }
    waiting.clear();
    newLine();
    if (blank && !out.isEmpty() && !endsWithBlankLine()) {
      out.append('\n');
    }
  }

  private void newLine() {
    if (!lineStart) {
      out.append('\n');
    }
    lineStart = true;
    space = false;
    closed = false;
  }

  private boolean endsWithBlankLine() {
    int length = out.length();
    return out.charAt(length - 1) == '\n' && (length == 1 || out.charAt(length - 2) == '\n');
  }

  /** Whether something and what follows it fits into the line, up to where that may end. */
  private boolean fits(Item first) {
    int room = WIDTH - (lineStart || closed ? first.indent() * INDENTATION.length() : column);
    List<Item> ahead = new ArrayList<>();
    ahead.add(first);
    int rest = items.size();
    boolean behind = false; // What follows may end its lines, where that has not been decided.
    boolean pendingSpace = space;
    while (true) {
      if (ahead.isEmpty()) {
        if (rest == 0) {
          return true;
        }
        ahead.add(items.get(--rest));
        behind = true;
      }
      Item item = ahead.removeLast();
      switch (item.doc()) {
        case Doc.Text(String text) when text.equals(" ") -> pendingSpace = true;
        case Doc.Text(String text) -> {
          int lineBreak = text.indexOf('\n');
          room -= columns(lineBreak < 0 ? text : text.substring(0, lineBreak));
          room -= pendingSpace ? 1 : 0;
          pendingSpace = false;
          if (room < 0 || lineBreak >= 0) {
            return room >= 0;
          }
        }
        case Doc.InlineComment(String text) ->
            ahead.add(new Item(item.indent(), item.flat(), Doc.text(text)));
        case Doc.EndComment _ -> {}
        case Doc.CommentLine _ -> {
          return true;
        }
        case Doc.Break(Doc.Break.Kind kind, _) -> {
          if (!item.flat() || kind == Doc.Break.Kind.ALWAYS) {
            return true;
          }
          pendingSpace |= kind == Doc.Break.Kind.SPACE;
        }
        case Doc.IfBroken(String text) -> room -= item.flat() ? 0 : columns(text);
        case Doc.Sequence(List<Doc> parts, _) -> {
          for (int i = parts.size() - 1; i >= 0; i--) {
            ahead.add(new Item(item.indent(), item.flat(), parts.get(i)));
          }
        }
        case Doc.Indent(Doc content, _, _) ->
            ahead.add(new Item(item.indent(), item.flat(), content));
        case Doc.Lines(Doc content, _) -> ahead.add(new Item(item.indent(), false, content));
        case Doc.Group group -> {
          boolean flat = !group.broken() && (item.flat() || !behind);
          ahead.add(new Item(item.indent(), flat, group.content()));
        }
        case Doc.Choice(List<Doc> layouts, _) -> {
          boolean flat = item.flat() || !behind;
          Doc layout = flat ? layouts.getFirst() : layouts.getLast();
          ahead.add(new Item(item.indent(), flat, layout));
        }
      }
    }
  }

  /** How many characters of UTF-8 some bytes are. */
  private static int columns(String bytes) {
    int columns = 0;
    for (int i = 0; i < bytes.length(); i++) {
      columns += (bytes.charAt(i) & 0xC0) == 0x80 ? 0 : 1;
    }
    return columns;
  }
}
