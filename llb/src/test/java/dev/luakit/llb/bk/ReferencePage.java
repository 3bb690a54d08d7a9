package dev.luakit.llb.bk;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The API reference in Markdown, made of the declarations and of an example for each function. */
final class ReferencePage {
  private static final int WIDTH = 120;
  private static final Pattern LUA_VALUE = Pattern.compile("true|false|nil|\\d+|\"[^\"]*\"");

  private static final String INTRO =
      """
      # API reference

      <!-- Made of the declarations in llb/src/main/java/dev/luakit/llb/bk; do not edit.
           %s makes it again. -->

      All that a build script finds in the table `bk`, and the methods of the states that it makes.

      - A **state** is a file system as one step of the build leaves it. Nothing changes a state: each call returns a \
      new one, and the old one can be used again, as often as you like.
      - A call only describes a step. BuildKit carries the steps out when the script is over: those that the exported \
      state needs, those that don't need each other at the same time, and those whose result it has already not at all.
      - Most functions take a table of **options** as their last argument. An option that there isn't, a value of \
      another type, a list with a hole are errors that say what is wrong, where, and what was probably meant.
      - The column *in LLB* tells which field of BuildKit's messages (`ops.proto`, package `pb`) an option ends up \
      in. `luakit dag` shows what a script makes.

      Lua itself is Lua 5.1, less what reaches out of the sandbox: see [how luakit's Lua conforms](lua-conformance.md).

      For completion and checks in an editor with the [Lua language server](https://luals.github.io), add this \
      repository's folder [`types`](../types) to its setting `workspace.library`, as [`.luarc.json`](../.luarc.json) \
      does; the types there are made of the same declarations.
      """;

  private final StringBuilder out = new StringBuilder();

  private ReferencePage() {}

  /**
   * The page.
   *
   * @param command what writes it
   */
  static String write(String command) {
    ReferencePage page = new ReferencePage();
    for (String paragraph : INTRO.formatted("`" + command + "`").split("(?<=\n)")) {
      page.out.append(paragraph.startsWith("- ") ? page.item(paragraph) : page.line(paragraph));
    }
    page.addContents();
    for (ReferenceSection section : ReferenceSection.all()) {
      page.addSection(section);
    }
    page.addProperties();
    page.addTables();
    return page.out.toString();
  }

  private String item(String line) {
    String wrapped = Wrapping.wrap(line.substring(2).stripTrailing(), "  ", WIDTH);
    return "- " + wrapped.substring(2);
  }

  private String line(String line) {
    return line.isBlank() || line.startsWith("#") || line.startsWith("<") || line.startsWith(" ")
        ? line
        : Wrapping.wrap(line.stripTrailing(), "", WIDTH);
  }

  private void addContents() {
    out.append("\n## Contents\n\n");
    for (ReferenceSection section : ReferenceSection.all()) {
      StringBuilder links = new StringBuilder(link(section.title()) + ":");
      String separator = " ";
      for (Signature function : section.functions()) {
        String name = function.qualifiedName();
        links
            .append(separator)
            .append("[`")
            .append(name)
            .append("`](#")
            .append(anchor(heading(function)));
        links.append(')');
        separator = ", ";
      }
      out.append("- ").append(Wrapping.wrap(links.toString(), "  ", WIDTH).substring(2));
    }
    out.append("- ").append(link("Values")).append("\n- ").append(link("Tables")).append('\n');
  }

  private static String link(String title) {
    return "[" + title + "](#" + anchor(title) + ")";
  }

  /** What a heading is called in links, as GitHub makes it. */
  static String anchor(String heading) {
    return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\w -]", "").replace(' ', '-');
  }

  private static String heading(Signature function) {
    return function.qualifiedName() + "(" + LuaTypes.parameterNames(function, true) + ")";
  }

  private void addSection(ReferenceSection section) {
    out.append("\n## ").append(section.title()).append("\n\n");
    out.append(Wrapping.wrap(section.intro(), "", WIDTH));
    for (Signature function : section.functions()) {
      addFunction(function);
    }
  }

  private void addFunction(Signature function) {
    out.append("\n### ").append(heading(function)).append("\n\n");
    out.append(Wrapping.wrap(function.doc(), "", WIDTH));
    if (!function.parameters().isEmpty()) {
      out.append("\n| parameter | type | default | what it is |\n|---|---|---|---|\n");
      for (Parameter<?> parameter : function.parameters()) {
        addRow(
            code(parameter.name()),
            type(parameter.type().annotation()),
            byDefault(parameter.byDefault()),
            cell(parameter.doc()));
      }
    }
    if (!function.options().isEmpty()) {
      addFields("option", function.options());
    }
    if (!function.returns().isEmpty()) {
      out.append("\nReturns ").append(code(function.returns())).append('.');
      out.append(function.becomes().isEmpty() ? "\n" : " ");
    }
    if (!function.becomes().isEmpty()) {
      out.append(function.returns().isEmpty() ? "\n" : "");
      out.append("In LLB: ").append(function.becomes()).append(".\n");
    }
    out.append("\n```lua\n").append(example(function)).append("```\n");
  }

  private void addFields(String kind, Collection<Option<?>> fields) {
    out.append("\n| ").append(kind).append(" | type | default | what it is | in LLB |\n");
    out.append("|---|---|---|---|---|\n");
    for (Option<?> field : fields) {
      String alias = field.alias() == null ? "" : ", also " + code(field.alias());
      addRow(
          code(field.name()) + alias,
          type(field.type().annotation()),
          byDefault(field.byDefault()),
          cell(field.doc()),
          place(field.goesTo()));
    }
  }

  private void addRow(String... cells) {
    out.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }

  private void addProperties() {
    out.append("\n## Values\n\n| value | type | what it is |\n|---|---|---|\n");
    for (Declarations.Property property : Declarations.PROPERTIES) {
      String name = property.owner() + "." + property.name();
      addRow(code(name), type(property.type()), cell(property.doc()));
    }
    String more =
        "Of a platform there are the fields. Two platforms are equal where they say the same, and"
            + " `tostring` gives the text that a platform is written as. States and mounts have no"
            + " fields; `tostring` tells what a state is.";
    out.append('\n').append(Wrapping.wrap(more, "", WIDTH));
  }

  private void addTables() {
    out.append("\n## Tables\n\nThe tables that options take, by the names of their types.\n");
    for (TableType<?> table : tables()) {
      out.append("\n### ").append(table.className()).append('\n');
      addFields("field", List.of(table.fields()));
    }
  }

  /** The tables of all options, by name. */
  static Collection<TableType<?>> tables() {
    Map<String, TableType<?>> tables = new TreeMap<>();
    for (Signature function : Declarations.functions()) {
      for (Option<?> option : function.options()) {
        TableType<?> table = option.type().table();
        if (table != null) {
          tables.put(table.className(), table);
        }
      }
    }
    return tables.values();
  }

  /** The example of a function: a script that any other part may follow. */
  static String example(Signature function) {
    String file = "/reference/" + function.owner() + "." + function.name() + ".lua";
    try (InputStream in = ReferencePage.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("there is no example " + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String type(String annotation) {
    return code(annotation.replace("|", "\\|"));
  }

  /** A value of Lua as such, words as words. */
  private static String byDefault(String text) {
    if (text.isEmpty()) {
      return "must be given";
    }
    return LUA_VALUE.matcher(text).matches() ? code(text) : cell(text);
  }

  private static String place(String goesTo) {
    return code(goesTo.replace(", ", "`, `"));
  }

  private static String code(String text) {
    return "`" + text + "`";
  }

  private static String cell(String text) {
    return text.replace("|", "\\|");
  }
}
