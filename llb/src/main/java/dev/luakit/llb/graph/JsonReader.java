package dev.luakit.llb.graph;

import dev.luakit.llb.wire.Utf8;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads JSON from the front, a value at a time, out of a byte string that holds UTF-8; texts come
 * out as byte strings too.
 */
public final class JsonReader {
  private static final int DEEPEST = 100;

  private final String what;
  private final String text;
  private int at;

  /** Whether an object has just begun, so that no comma stands before its next key. */
  private boolean first;

  /**
   * Begins in front of the first value.
   *
   * @param what what the JSON is, for messages
   * @param text a byte string
   * @throws InvalidGraphException if it is not UTF-8; so do all methods that read, for what is not
   *     JSON, or not of the type that they read
   */
  public JsonReader(String what, String text) {
    this.what = what;
    this.text = text;
    if (!Utf8.isWellFormed(text)) {
      throw wrong();
    }
  }

  /** Reads {@code "{"}; {@link #nextKey} then gives the members' keys. */
  public void beginObject() {
    expect('{');
    first = true;
  }

  /** The key of the next member, whose value comes next, or null at the object's end. */
  public String nextKey() {
    space();
    if (peek() == '}') {
      at++;
      first = false;
      return null;
    }
    if (!first) {
      expect(',');
    }
    first = false;
    String key = string();
    expect(':');
    return key;
  }

  /** Whether the next value is {@code null}, which stays to be read. */
  boolean isNull() {
    space();
    return text.startsWith("null", at);
  }

  /** Reads a text; null is the empty one. */
  public String string() {
    if (isNull()) {
      at += 4;
      return "";
    }
    expect('"');
    StringBuilder out = null;
    int start = at;
    while (true) {
      char c = peek();
      if (c == '"') {
        String end = text.substring(start, at++);
        return out == null ? end : out.append(end).toString();
      }
      if (c < 0x20) {
        throw wrong();
      }
      at++;
      if (c == '\\') {
        if (out == null) {
          out = new StringBuilder();
        }
        out.append(text, start, at - 1);
        escape(out);
        start = at;
      }
    }
  }

  private void escape(StringBuilder out) {
    char c = peek();
    at++;
    int which = "\"\\/bfnrt".indexOf(c);
    if (which >= 0) {
      out.append("\"\\/\b\f\n\r\t".charAt(which));
      return;
    }
    if (c != 'u') {
      throw wrong();
    }
    int point = unit();
    if (point >= 0xD800 && point < 0xDC00 && text.startsWith("\\u", at)) {
      at += 2;
      int low = unit();
      if (low < 0xDC00 || low > 0xDFFF) {
        throw wrong();
      }
      point = 0x10000 + (point - 0xD800 << 10) + (low - 0xDC00);
    } else if (point >= 0xD800 && point <= 0xDFFF) {
      point = 0xFFFD;
    }
    if (point < 0x80) {
      out.append((char) point);
    } else if (point < 0x800) {
      out.append((char) (0xC0 | point >> 6)).append((char) (0x80 | point & 63));
    } else if (point < 0x10000) {
      out.append((char) (0xE0 | point >> 12))
          .append((char) (0x80 | point >> 6 & 63))
          .append((char) (0x80 | point & 63));
    } else {
      out.append((char) (0xF0 | point >> 18))
          .append((char) (0x80 | point >> 12 & 63))
          .append((char) (0x80 | point >> 6 & 63))
          .append((char) (0x80 | point & 63));
    }
  }

  private int unit() {
    int value = 0;
    for (int i = 0; i < 4; i++) {
      int digit = Character.digit(peek(), 16);
      if (digit < 0) {
        throw wrong();
      }
      value = value << 4 | digit;
      at++;
    }
    return value;
  }

  /** Reads an array of texts; null is the empty one. */
  public List<String> strings() {
    List<String> strings = new ArrayList<>();
    if (isNull()) {
      at += 4;
      return strings;
    }
    expect('[');
    space();
    if (peek() == ']') {
      at++;
      return strings;
    }
    while (true) {
      strings.add(string());
      space();
      if (peek() == ']') {
        at++;
        return strings;
      }
      expect(',');
    }
  }

  /** Reads any value and gives its JSON. */
  public String raw() {
    space();
    int start = at;
    skip(0);
    return text.substring(start, at);
  }

  /** Reads any value and gives its JSON without the blanks between its parts. */
  String compact() {
    String json = raw();
    StringBuilder out = new StringBuilder(json.length());
    boolean quoted = false;
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      if (quoted || c > ' ') {
        out.append(c);
      }
      if (c == '"') {
        quoted = !quoted;
      } else if (c == '\\') {
        out.append(json.charAt(++i)); // which may be a quote
      }
    }
    return out.toString();
  }

  private void skip(int depth) {
    if (depth > DEEPEST) {
      throw wrong();
    }
    space();
    char c = peek();
    if (c == '{') {
      beginObject();
      for (String key = nextKey(); key != null; key = nextKey()) {
        skip(depth + 1);
      }
    } else if (c == '[') {
      at++;
      space();
      if (peek() == ']') {
        at++;
        return;
      }
      while (true) {
        skip(depth + 1);
        space();
        if (peek() == ']') {
          at++;
          return;
        }
        expect(',');
      }
    } else if (c == '"') {
      string();
    } else {
      int start = at;
      while (at < text.length() && isLiteralChar(text.charAt(at))) {
        at++;
      }
      if (at == start) {
        throw wrong();
      }
    }
  }

  private static boolean isLiteralChar(char c) {
    return c >= 'a' && c <= 'z'
        || c >= '0' && c <= '9'
        || c == '-'
        || c == '+'
        || c == '.'
        || c == 'E';
  }

  /** Fails unless nothing more comes. */
  public void end() {
    space();
    if (at < text.length()) {
      throw wrong();
    }
  }

  /** The line, from 1, up to which all is read. */
  public int line() {
    int line = 1;
    for (int i = 0; i < at && i < text.length(); i++) {
      if (text.charAt(i) == '\n') {
        line++;
      }
    }
    return line;
  }

  private void expect(char c) {
    space();
    if (peek() != c) {
      throw wrong();
    }
    at++;
  }

  private char peek() {
    if (at >= text.length()) {
      throw wrong();
    }
    return text.charAt(at);
  }

  private void space() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private InvalidGraphException wrong() {
    return new InvalidGraphException(what + " is not valid JSON");
  }
}
