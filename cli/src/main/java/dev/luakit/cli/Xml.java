package dev.luakit.cli;

/** Text as XML and HTML have it, in content and in attributes between double quotes. */
public final class Xml {
  private Xml() {}

  /** Appends a text that holds no control characters. */
  public static void append(StringBuilder out, String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        // Characters, but none of XML's.
        case '\uFFFE', '\uFFFF' -> out.append('\uFFFD');
        default -> out.append(c);
      }
    }
  }
}
