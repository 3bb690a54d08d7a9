package dev.luakit.stdlib.differential;

import java.util.List;

/** All themes; one that stands here twice is twice as likely. */
final class Themes {
  private static final Theme FREE = new FreeTheme();

  private static final List<Theme> ALL =
      List.of(
          FREE,
          FREE,
          FREE,
          new PatternTheme(),
          new PatternTheme(),
          new FormatTheme(),
          new ConversionTheme(),
          new SyntaxTheme(),
          new SyntaxTheme(),
          new TemplateTheme("operators"),
          new TemplateTheme("operators"),
          new TemplateTheme("strings"),
          new TemplateTheme("tables"),
          new TemplateTheme("sorting"),
          new TemplateTheme("closures"),
          new TemplateTheme("varargs"),
          new TemplateTheme("assignments"),
          new TemplateTheme("control"),
          new TemplateTheme("names"),
          new TemplateTheme("names"),
          new LayoutTheme(new TemplateTheme("names")),
          new LayoutTheme(new TemplateTheme("operators")),
          new TemplateTheme("errors"),
          new TemplateTheme("coroutines"),
          new TemplateTheme("coroutines"),
          new TemplateTheme("metatables"),
          new TemplateTheme("metatables"),
          new TemplateTheme("environments"),
          new TemplateTheme("chunks"),
          new TemplateTheme("base"),
          new TemplateTheme("hot"),
          new TemplateTheme("hot"),
          new TemplateTheme("hot"),
          new HotTheme(),
          new HotTheme(),
          new HotTheme(),
          new LexicalTheme(),
          new PaddedTheme(FREE),
          new PaddedTheme(new TemplateTheme("operators")),
          new PaddedTheme(new TemplateTheme("control")),
          new PaddedTheme(new TemplateTheme("closures")),
          new PaddedTheme(new TemplateTheme("metatables")));

  private Themes() {}

  static Theme any(Choice choice) {
    return ALL.get(choice.below(ALL.size()));
  }
}
