package dev.luakit.llb.advice;

import dev.luakit.stdlib.Sources;
import dev.luakit.vm.ByteStrings;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a script's names mean at the place where it has failed. */
final class Variables {
  private final Tokens tokens;
  private final int at;
  private final Sources sources;
  private final List<Declaration> declarations;

  /**
   * @param at the index of the token at which it failed
   * @param sources the modules that it has loaded
   */
  Variables(Tokens tokens, int at, Sources sources) {
    this.tokens = tokens;
    this.at = at;
    this.sources = sources;
    declarations = DeclarationFinder.find(tokens);
  }

  /** The index of the token at which the script failed. */
  int at() {
    return at;
  }

  /** The declaration that a name refers to here, {@code null} where none does. */
  Declaration find(String name) {
    Declaration global = null;
    for (int i = declarations.size() - 1; i >= 0; i--) {
      Declaration declaration = declarations.get(i);
      if (declaration.name().equals(name)) {
        if (declaration.kind() != Declaration.Kind.GLOBAL && declaration.isVisible(at)) {
          return declaration;
        }
        if (declaration.kind() == Declaration.Kind.GLOBAL) {
          global = declaration;
        }
      }
    }
    return global;
  }

  /** A declaration of the name that does not reach this place, {@code null} for none. */
  Declaration elsewhere(String name) {
    for (Declaration declaration : declarations) {
      if (declaration.name().equals(name) && !declaration.isVisible(at)) {
        return declaration;
      }
    }
    return null;
  }

  /** Whether a name is declared somewhere, or is near one that means something here. */
  boolean isKnown(String name) {
    return find(name) != null || elsewhere(name) != null || Nearest.of(name, names()) != null;
  }

  /**
   * How a function of a module is called, as its declaration has it.
   *
   * @return {@code null} where the module has none of that name
   */
  String usage(String chunk, String function) {
    byte[] text = sources.get(chunk);
    String source = text == null ? "" : ByteStrings.fromBytes(text);
    String head = "\nfunction ";
    int start = source.indexOf(head + function + "(");
    return start < 0
        ? null
        : source.substring(start + head.length(), source.indexOf(')', start) + 1);
  }

  /** All names that mean something here. */
  Set<String> names() {
    Set<String> names = new LinkedHashSet<>();
    for (Declaration declaration : declarations) {
      if (declaration.isVisible(at) || declaration.kind() == Declaration.Kind.GLOBAL) {
        names.add(declaration.name());
      }
    }
    for (String global : StandardNames.GLOBALS) {
      if (!StandardNames.SELDOM_MEANT.contains(global)) {
        names.add(global);
      }
    }
    return names;
  }

  /** The fields that the script is seen to give a table, or the module that a variable holds. */
  Set<String> fields(String table) {
    Set<String> fields = new LinkedHashSet<>();
    Declaration declaration = find(table);
    if (declaration != null && declaration.value() >= 0) {
      int value = declaration.value();
      if (tokens.get(value).is("require")) {
        addModule(fields, value);
      }
      addConstructor(fields, tokens, value);
    }
    addAssigned(fields, tokens, table);
    return fields;
  }

  private void addModule(Set<String> fields, int require) {
    int name = tokens.get(require + 1).is("(") ? require + 2 : require + 1;
    Token string = tokens.get(name);
    if (string.kind() != Token.Kind.STRING || string.text().length() < 2) {
      return;
    }
    String path = string.text().substring(1, string.text().length() - 1).replace('.', '/');
    for (String prefix : new String[] {"", "luakit_modules/"}) {
      for (String suffix : new String[] {".lua", "/init.lua"}) {
        byte[] text = sources.get(prefix + path + suffix);
        if (text != null) {
          addReturned(fields, Tokens.of(ByteStrings.fromBytes(text)));
          return;
        }
      }
    }
  }

  /** The fields of what a module returns. */
  private static void addReturned(Set<String> fields, Tokens module) {
    int at = module.count() - 1;
    while (at >= 0 && !module.get(at).is("return")) {
      at--;
    }
    Token returned = module.get(at + 1);
    if (returned.isName()) {
      addAssigned(fields, module, returned.text());
      for (int i = 0; i < module.count(); i++) {
        if (module.get(i).is(returned.text()) && module.get(i + 1).is("=")) {
          addConstructor(fields, module, i + 2);
        }
      }
    }
    addConstructor(fields, module, at + 1);
  }

  /** The names in {@code { name = value }}. */
  private static void addConstructor(Set<String> fields, Tokens tokens, int open) {
    if (!tokens.get(open).is("{")) {
      return;
    }
    int close = tokens.closing(open);
    for (int i = open + 1; i < close; i++) {
      Token token = tokens.get(i);
      Token before = tokens.get(i - 1);
      boolean first = i == open + 1 || before.is(",") || before.is(";");
      if (first && token.isName() && tokens.get(i + 1).is("=")) {
        fields.add(token.text());
      }
      if (token.is("{") || token.is("(")) {
        i = Math.max(i, tokens.closing(i));
      }
    }
  }

  /** The names in {@code table.name = value} and {@code function table.name()}. */
  private static void addAssigned(Set<String> fields, Tokens tokens, String table) {
    for (int i = 0; i + 2 < tokens.count(); i++) {
      boolean member = tokens.get(i + 1).is(".") || tokens.get(i + 1).is(":");
      if (!tokens.get(i).is(table) || !member || !tokens.get(i + 2).isName()) {
        continue;
      }
      boolean function = tokens.get(i - 1).is("function");
      if (function || tokens.get(i + 3).is("=")) {
        fields.add(tokens.get(i + 2).text());
      }
    }
  }
}
