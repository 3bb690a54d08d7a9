package dev.luakit.cli.dag;

import dev.luakit.cli.Visible;

/** Writes JSON for people and programs: one member a line, ASCII wherever a terminal could obey. */
final class JsonWriter {
  private final StringBuilder out = new StringBuilder(1024);
  private int depth;

  /** Whether something is in the innermost object or array. */
  private boolean filled;

  void beginObject() {
    begin('{');
  }

  void endObject() {
    end('}');
  }

  void beginArray() {
    begin('[');
  }

  void endArray() {
    end(']');
  }

  /** Starts an element of an array. */
  void element() {
    if (filled) {
      out.append(',');
    }
    newLine();
    filled = true;
  }

  /** Starts a member of an object. */
  void key(String key) {
    element();
    quote(key);
    out.append(": ");
  }

  /** Writes a text, or null. */
  void value(String text) {
    if (text == null) {
      out.append("null");
    } else {
      quote(text);
    }
  }

  /** Writes a value that is JSON already. */
  void raw(String json) {
    for (int i = 0; i < json.length(); i++) {
      append(json, i);
    }
  }

  void member(String key, String text) {
    key(key);
    value(text);
  }

  void member(String key, boolean flag) {
    key(key);
    out.append(flag);
  }

  void member(String key, long number) {
    key(key);
    out.append(number);
  }

  private void begin(char bracket) {
    out.append(bracket);
    depth++;
    filled = false;
  }

  private void end(char bracket) {
    depth--;
    if (filled) {
      newLine();
    }
    out.append(bracket);
    filled = true;
  }

  private void newLine() {
    out.append('\n').repeat(' ', 2 * depth);
  }

  private void quote(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c == '\n') {
        out.append("\\n");
      } else if (c == '\t') {
        out.append("\\t");
      } else {
        append(text, i);
      }
    }
    out.append('"');
  }

  /** Appends a character of a text, by its number where it is not to be seen. */
  private void append(String text, int at) {
    char c = text.charAt(at);
    if (Visible.isPlain(character(text, at))) {
      out.append(c);
      return;
    }
    out.append("\\u");
    for (int shift = 12; shift >= 0; shift -= 4) {
      out.append("0123456789abcdef".charAt(c >> shift & 15));
    }
  }

  /** The character that is there, whole or the half of it. */
  private static int character(String text, int at) {
    boolean second =
        at > 0
            && Character.isLowSurrogate(text.charAt(at))
            && Character.isHighSurrogate(text.charAt(at - 1));
    return text.codePointAt(second ? at - 1 : at);
  }

  @Override
  public String toString() {
    return out.append('\n').toString();
  }
}
