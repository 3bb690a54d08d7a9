package dev.luakit.stdlib.differential;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A theme that is a file of templates, with a line {@code ====} between one and the next. */
final class TemplateTheme implements Theme {
  private final String[] templates;

  TemplateTheme(String name) {
    String path = "/differential/templates/" + name + ".txt";
    try (InputStream in = TemplateTheme.class.getResourceAsStream(path)) {
      templates = new String(in.readAllBytes(), StandardCharsets.UTF_8).split("====\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String snippet(Choice choice) {
    return Template.fill(choice.of(templates), choice);
  }
}
