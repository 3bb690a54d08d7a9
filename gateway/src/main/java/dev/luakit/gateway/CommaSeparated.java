package dev.luakit.gateway;

import java.util.ArrayList;
import java.util.List;

/** Lists whose elements are separated by commas, and may stand in quotation marks. */
final class CommaSeparated {
  private CommaSeparated() {}

  /**
   * The elements; none of an empty text.
   *
   * @throws FrontendException if a quotation mark is not closed
   */
  static List<String> fields(String text) {
    List<String> fields = new ArrayList<>();
    if (text.isEmpty()) {
      return fields;
    }
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' && quoted && i + 1 < text.length() && text.charAt(i + 1) == '"') {
        field.append('"');
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        fields.add(field.toString());
        field.setLength(0);
      } else {
        field.append(c);
      }
    }
    if (quoted) {
      throw new FrontendException("a quotation mark is not closed: " + text);
    }
    fields.add(field.toString());
    return fields;
  }
}
