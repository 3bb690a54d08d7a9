package dev.luakit.llb.bk;

import java.util.ArrayList;
import java.util.List;

/** The declarations as types for the Lua language server. */
final class LuaTypes {
  private static final int WIDTH = 120;

  private final StringBuilder out = new StringBuilder();

  private LuaTypes() {}

  /**
   * The file of types.
   *
   * @param command what writes it
   */
  static String write(String command) {
    LuaTypes types = new LuaTypes();
    types.out.append("---@meta\n\n");
    types.out.append("-- Made of luakit's declarations; do not edit. This makes it again:\n");
    types.out.append("--   ").append(command).append('\n');
    types.addValues();
    for (TableType<?> table : ReferencePage.tables()) {
      types.addClass(table.className(), List.of(table.fields()));
    }
    for (Signature function : Declarations.functions()) {
      types.addFunction(function);
    }
    return types.out.toString();
  }

  private void addValues() {
    addComment(
        "A file system as one step of the build leaves it. Nothing changes a state: each method"
            + " returns a new one.");
    out.append("---@class bk.State\nlocal state = {}\n");
    addComment("What `bk.cache`, `bk.secret`, `bk.ssh`, `bk.tmpfs` and `bk.bind` return.");
    out.append("---@class bk.Mount\n");
    addComment("What `bk.platform` returns.");
    out.append("---@class bk.Platform\n");
    addProperties("platform");
    addComment("What a build script is made of.");
    out.append("---@class bk\n");
    addProperties("bk");
    out.append("bk = {}\n");
  }

  private void addProperties(String owner) {
    for (Declarations.Property property : Declarations.PROPERTIES) {
      if (property.owner().equals(owner)) {
        addField(property.name(), false, property.type(), property.doc());
      }
    }
  }

  private void addClass(String name, List<Option<?>> fields) {
    out.append("\n---@class (exact) ").append(name).append('\n');
    for (Option<?> field : fields) {
      boolean optional = !field.byDefault().isEmpty();
      String doc = field.doc() + " " + byDefault(field.byDefault());
      doc = doc.strip() + " Example: `" + OptionExamples.of(name, field.name()) + "`";
      addField(field.name(), optional, field.type().annotation(), doc.strip());
      if (field.alias() != null) {
        String other = "Another name of `" + field.name() + "`.";
        addField(field.alias(), optional, field.type().annotation(), other);
      }
    }
  }

  private static String byDefault(String text) {
    return text.isEmpty() ? "" : "Default: " + text + ".";
  }

  private void addField(String name, boolean optional, String type, String doc) {
    out.append("---@field ").append(name).append(optional ? "? " : " ").append(type);
    out.append(' ').append(doc).append('\n');
  }

  private void addFunction(Signature function) {
    if (!function.options().isEmpty()) {
      addClass(optionsClass(function), function.options());
    }
    addComment(function.doc());
    addExample(ReferencePage.example(function));
    List<Parameter<?>> parameters = function.parameters();
    for (Parameter<?> parameter : parameters) {
      boolean repeated = function.variadic() && parameter == parameters.getLast();
      out.append("---@param ").append(repeated ? "..." : parameter.name());
      out.append(parameter.isOptional() ? "? " : " ").append(parameter.type().annotation());
      out.append(' ').append(parameter.doc());
      out.append(parameter.isOptional() ? " " + byDefault(parameter.byDefault()) : "").append('\n');
    }
    if (!function.options().isEmpty()) {
      out.append("---@param options? ").append(optionsClass(function)).append('\n');
    }
    if (!function.returns().isEmpty()) {
      out.append("---@return ").append(function.returns()).append('\n');
    }
    addOverload(function);
    out.append("function ").append(function.qualifiedName()).append('(');
    out.append(parameterNames(function, false)).append(") end\n");
  }

  private void addExample(String script) {
    out.append("---\n---```lua\n");
    for (String line : script.strip().split("\n")) {
      out.append("---").append(line).append('\n');
    }
    out.append("---```\n---\n");
  }

  /** Says that there is a result where the parameter is given that stands in for it. */
  private void addOverload(Signature function) {
    List<Parameter<?>> parameters = function.parameters();
    if (parameters.isEmpty() || !parameters.getLast().byDefault().equals("nil")) {
      return;
    }
    List<String> typed = new ArrayList<>();
    for (Parameter<?> parameter : parameters) {
      typed.add(parameter.name() + ": " + parameter.type().annotation());
    }
    out.append("---@overload fun(").append(String.join(", ", typed)).append("): ");
    out.append(function.returns().replace("|nil", "")).append('\n');
  }

  /** The type of a function's options: {@code bk.RunOptions}, {@code bk.OciLayoutOptions}. */
  static String optionsClass(Signature function) {
    StringBuilder name = new StringBuilder("bk.");
    for (String word : function.name().split("_")) {
      name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
    }
    return name.append("Options").toString();
  }

  /**
   * The names of the parameters.
   *
   * @param marked whether those that need not be given stand in brackets
   */
  static String parameterNames(Signature function, boolean marked) {
    List<String> names = new ArrayList<>();
    for (Parameter<?> parameter : function.parameters()) {
      String name = parameter.name();
      names.add(marked && parameter.isOptional() ? "[" + name + "]" : name);
    }
    if (function.variadic()) {
      names.set(names.size() - 1, marked ? names.getLast() + "..." : "...");
    }
    if (!function.options().isEmpty()) {
      names.add(marked ? "[options]" : "options");
    }
    return String.join(", ", names);
  }

  private void addComment(String text) {
    out.append('\n').append(Wrapping.wrap(text, "---", WIDTH));
  }
}
