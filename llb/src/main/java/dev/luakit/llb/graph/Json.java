package dev.luakit.llb.graph;

import dev.luakit.llb.wire.MessageTooLongException;
import dev.luakit.llb.wire.Utf8;
import java.util.List;
import java.util.Map;

/**
 * Writes JSON as Go's {@code encoding/json} does, from byte strings that hold UTF-8 to a byte
 * string that does.
 */
public final class Json {
  private static final String HEX = "0123456789abcdef";

  /** As many bytes as one of a text can become. */
  private static final int MOST_PER_BYTE = 6;

  private final StringBuilder out = new StringBuilder();
  private final long most;

  /** Whether the next value or key is not the first one of its object or array. */
  private boolean more;

  /** As long as it becomes. */
  public Json() {
    this(Long.MAX_VALUE);
  }

  /**
   * @param most the bytes that there is room for; a text that would go beyond them is a {@link
   *     MessageTooLongException}
   */
  Json(long most) {
    this.most = most;
  }

  /** The texts as a JSON array. */
  static String array(List<String> texts) {
    Json json = new Json();
    json.strings(texts);
    return json.toString();
  }

  /** The bytes that a text takes in JSON, with its quotes. */
  public static long length(String text) {
    long length = 2L + text.length();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ("\"\\\b\f\n\r\t".indexOf(c) >= 0) {
        length++;
      } else if (c < 0x20 || c == '<' || c == '>' || c == '&') {
        length += MOST_PER_BYTE - 1;
      } else if (c == 0xE2 && i + 2 < text.length() && isLineSeparator(text, i)) {
        length += MOST_PER_BYTE - 3;
      }
    }
    return length;
  }

  public void beginObject() {
    separate();
    out.append('{');
    more = false;
  }

  public void endObject() {
    out.append('}');
    more = true;
  }

  public void key(String key) {
    separate();
    quote(key);
    out.append(':');
    more = false;
  }

  public void string(String text) {
    separate();
    quote(text);
    more = true;
  }

  /** Writes a value that is JSON already. */
  public void raw(String json) {
    separate();
    out.append(json);
    more = true;
  }

  public void beginArray() {
    separate();
    out.append('[');
    more = false;
  }

  public void endArray() {
    out.append(']');
    more = true;
  }

  /** Writes an array of texts. */
  void strings(List<String> texts) {
    beginArray();
    for (int i = 0; i < texts.size(); i++) {
      string(texts.get(i));
    }
    endArray();
  }

  /** Writes a key and a text, unless the text is empty. */
  public void member(String key, String text) {
    if (!text.isEmpty()) {
      key(key);
      string(text);
    }
  }

  /** Writes a key and an array, unless that is null or empty. */
  void member(String key, List<String> texts) {
    if (texts != null && !texts.isEmpty()) {
      key(key);
      strings(texts);
    }
  }

  /** Writes a key and an object of texts, unless that is empty. */
  void member(String key, Map<String, String> texts) {
    if (!texts.isEmpty()) {
      key(key);
      beginObject();
      for (Map.Entry<String, String> text : texts.entrySet()) {
        key(text.getKey());
        string(text.getValue());
      }
      endObject();
    }
  }

  /** Writes a key and an object whose members are all empty objects, unless there is none. */
  void memberSet(String key, Iterable<String> names) {
    boolean any = false;
    for (String name : names) {
      if (!any) {
        key(key);
        beginObject();
        any = true;
      }
      key(name);
      beginObject();
      endObject();
    }
    if (any) {
      endObject();
    }
  }

  private void separate() {
    if (more) {
      out.append(',');
    }
  }

  private void quote(String text) {
    if (out.length() + MOST_PER_BYTE * (text.length() + 1L) > most
        && out.length() + length(text) > most) {
      throw new MessageTooLongException();
    }
    if (!Utf8.isWellFormed(text)) {
      throw new InvalidGraphException("\"" + printable(text) + "\" is not valid UTF-8");
    }
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"', '\\' -> out.append('\\').append(c);
        case '\b' -> out.append("\\b");
        case '\f' -> out.append("\\f");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        case '<', '>', '&' -> escape(c);
        default -> {
          if (c < 0x20) {
            escape(c);
          } else if (c == 0xE2 && isLineSeparator(text, i)) {
            out.append("\\u202").append(HEX.charAt(text.charAt(i + 2) & 15));
            i += 2;
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }

  /** Whether U+2028 or U+2029 stands there, which JavaScript takes for the end of a line. */
  private static boolean isLineSeparator(String text, int at) {
    char last = text.charAt(at + 2);
    return text.charAt(at + 1) == 0x80 && (last == 0xA8 || last == 0xA9);
  }

  private void escape(char c) {
    out.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
  }

  private static String printable(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length() && i < 40; i++) {
      char c = text.charAt(i);
      out.append(c < 0x20 || c > 0x7E ? '?' : c);
    }
    return out.toString();
  }

  @Override
  public String toString() {
    return out.toString();
  }

  /** What is written with each member and element on a line of its own, for people and diffs. */
  public String toLines() {
    StringBuilder lines = new StringBuilder(out.length() * 2);
    int depth = 0;
    boolean quoted = false;
    for (int i = 0; i < out.length(); i++) {
      char c = out.charAt(i);
      if (quoted) {
        lines.append(c);
        if (c == '\\') {
          lines.append(out.charAt(++i));
        }
        quoted = c != '"';
      } else if ((c == '{' || c == '[') && out.charAt(i + 1) == c + 2) {
        lines.append(c).append(out.charAt(++i)); // in ASCII, the closing one comes two later
      } else if (c == '{' || c == '[') {
        lines.append(c).append('\n').repeat("  ", ++depth);
      } else if (c == '}' || c == ']') {
        lines.append('\n').repeat("  ", --depth).append(c);
      } else if (c == ',') {
        lines.append(",\n").repeat("  ", depth);
      } else if (c == ':') {
        lines.append(": ");
      } else if (c > ' ') {
        lines.append(c);
        quoted = c == '"';
      }
    }
    return lines.append('\n').toString();
  }
}
