package dev.luakit.stdlib.differential;

/**
 * Another theme's snippets behind so many variables or constants that those of the snippet have
 * high numbers.
 */
final class PaddedTheme implements Theme {
  private final Theme theme;

  PaddedTheme(Theme theme) {
    this.theme = theme;
  }

  @Override
  public String snippet(Choice choice) {
    StringBuilder text = new StringBuilder();
    if (choice.percent(60)) {
      text.append("local pads = {");
      for (int i = 1; i <= 300; i++) {
        text.append(i).append(".125, ");
      }
      text.append("}\n");
    }
    if (choice.percent(60)) {
      text.append("local pad1");
      for (int i = 2; i <= 130; i++) {
        text.append(", pad").append(i);
      }
      text.append(choice.of("\n", " = 1\n"));
    }
    return text.append(theme.snippet(choice)).toString();
  }
}
