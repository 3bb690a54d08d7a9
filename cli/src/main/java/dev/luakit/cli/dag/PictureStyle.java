package dev.luakit.cli.dag;

/** How a picture looks, as CSS: on screens that are dark in dark colors, on paper never. */
final class PictureStyle {
  private static final String SHAPES =
      """
      .luakit text{font-family:ui-monospace,Menlo,Consolas,"DejaVu Sans Mono","Liberation Mono",\
      monospace;fill:#1f2328;white-space:pre}
      .luakit .heading{font-size:11px;font-weight:bold;fill:#57606a}
      .luakit .place{font-size:10px;fill:#6e7781;text-anchor:end}
      .luakit .description{font-size:12px;font-weight:bold}
      .luakit .subject{font-size:12px}
      .luakit .small{font-size:10px;fill:#57606a}
      .luakit .paper{fill:#ffffff}
      .luakit .shape{stroke:#57606a;stroke-width:1;stroke-linejoin:round}
      .luakit .wire{fill:none;stroke:#57606a;stroke-width:1.5}
      .luakit .wire.side{stroke:#3b7dd8;stroke-width:1.2}
      .luakit .wire.through{stroke-dasharray:5 4}
      .luakit .tip{fill:#57606a}
      .luakit .side-tip{fill:#3b7dd8}
      .luakit .label{font-size:10px;text-anchor:middle;fill:#424a53;\
      stroke:#ffffff;stroke-width:4;stroke-linejoin:round;paint-order:stroke}
      .luakit .label.side{fill:#1f5fae}
      .luakit .export .shape{fill:#b6d7a8;stroke:#2da44e;stroke-width:2.5}
      """;

  private static final String DARK_SHAPES =
      """
      .luakit text{fill:#e6edf3}
      .luakit .heading,.luakit .place,.luakit .small{fill:#adb5be}
      .luakit .paper{fill:#0d1117}
      .luakit .shape{stroke:#9198a1}
      .luakit .wire{stroke:#9198a1}
      .luakit .wire.side{stroke:#5a9bf2}
      .luakit .tip{fill:#9198a1}
      .luakit .side-tip{fill:#5a9bf2}
      .luakit .label{fill:#c9d1d9;stroke:#0d1117}
      .luakit .label.side{fill:#8ab9ff}
      .luakit .export .shape{fill:#1d4a2a;stroke:#3fb950}
      """;

  private PictureStyle() {}

  /** The rules for elements of the class {@code luakit}. */
  static String css() {
    StringBuilder out = new StringBuilder(SHAPES);
    for (OpKind kind : OpKind.values()) {
      fill(out, kind, kind.color());
    }
    out.append("@media screen and (prefers-color-scheme:dark){\n").append(DARK_SHAPES);
    for (OpKind kind : OpKind.values()) {
      fill(out, kind, kind.darkColor());
    }
    return out.append("}\n").toString();
  }

  private static void fill(StringBuilder out, OpKind kind, String color) {
    out.append(".luakit .").append(kind.text()).append(" .shape{fill:").append(color);
    out.append("}\n");
  }
}
