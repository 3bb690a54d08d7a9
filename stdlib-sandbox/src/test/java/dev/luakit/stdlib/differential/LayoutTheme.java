package dev.luakit.stdlib.differential;

/** Another theme's snippets with line breaks anywhere: errors must name the same lines. */
final class LayoutTheme implements Theme {
  private final Theme theme;

  LayoutTheme(Theme theme) {
    this.theme = theme;
  }

  @Override
  public String snippet(Choice choice) {
    return Tokens.layOut(Tokens.of(theme.snippet(choice)), choice);
  }
}
