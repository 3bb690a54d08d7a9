package dev.luakit.llb.advice;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds what a script declares, and how far each name reaches. */
final class DeclarationFinder {
  private final Tokens tokens;
  private final List<Declaration> found = new ArrayList<>();

  private final Set<String> globals = new HashSet<>();

  /** Where in {@link #found} the declarations stand whose blocks are open, and of each name. */
  private final List<Integer> open = new ArrayList<>();

  private final Map<String, Integer> openNames = new HashMap<>();

  /** For each open block how many {@link #open} declarations there were before it. */
  private final List<Integer> blocks = new ArrayList<>();

  /** For each open block the brackets that are open in it. */
  private final List<Integer> brackets = new ArrayList<>(List.of(0));

  /** Whether a loop's head was read whose {@code do} is still to come. */
  private boolean head;

  private DeclarationFinder(Tokens tokens) {
    this.tokens = tokens;
  }

  /** The declarations in their order. */
  static List<Declaration> find(Tokens tokens) {
    DeclarationFinder finder = new DeclarationFinder(tokens);
    for (int i = 0; i < tokens.count(); i++) {
      finder.read(i);
    }
    return finder.found;
  }

  private void read(int i) {
    Token token = tokens.get(i);
    switch (token.text()) {
      case "local" -> local(i + 1);
      case "function" -> function(i);
      case "for" -> {
        open();
        head = true;
        names(i + 1, Declaration.Kind.LOCAL, Declaration.UNKNOWN);
      }
      case "while" -> {
        open();
        head = true;
      }
      case "repeat", "if" -> open();
      case "do" -> {
        if (head) {
          head = false;
        } else {
          open();
        }
      }
      case "else", "elseif" -> {
        close(i);
        if (token.is("else") || tokens.get(i).is("elseif")) {
          open();
        }
      }
      case "end", "until" -> close(i);
      case "(", "{", "[" -> bracket(1);
      case ")", "}", "]" -> bracket(-1);
      case "=" -> assignment(i);
      default -> {}
    }
  }

  private void bracket(int change) {
    brackets.set(brackets.size() - 1, brackets.getLast() + change);
  }

  private void open() {
    blocks.add(open.size());
    brackets.add(0);
  }

  private void close(int at) {
    if (blocks.isEmpty()) {
      return;
    }
    brackets.removeLast();
    int before = blocks.removeLast();
    while (open.size() > before) {
      int last = open.removeLast();
      Declaration declaration = found.get(last);
      found.set(last, declaration.until(at));
      openNames.put(declaration.name(), openNames.get(declaration.name()) - 1);
    }
  }

  private void add(Declaration.Kind kind, int name, int value, int from) {
    String text = tokens.get(name).text();
    if (kind == Declaration.Kind.GLOBAL) {
      globals.add(text);
    } else {
      open.add(found.size());
      openNames.put(text, openNames.getOrDefault(text, 0) + 1);
    }
    found.add(new Declaration(kind, text, name, value, from, Integer.MAX_VALUE));
  }

  private void local(int first) {
    if (!tokens.get(first).is("function")) {
      names(first, Declaration.Kind.LOCAL, Declaration.NO_VALUE);
    }
  }

  /** Names with commas between them; the first one's value stands behind an equals sign. */
  private void names(int first, Declaration.Kind kind, int valueOrNone) {
    int last = first;
    while (tokens.get(last + 1).is(",") && tokens.get(last + 2).isName()) {
      last += 2;
    }
    boolean assigned = tokens.get(last + 1).is("=") && valueOrNone == Declaration.NO_VALUE;
    for (int i = first; i <= last; i += 2) {
      int value = valueOrNone;
      if (assigned) {
        value = i == first ? last + 2 : Declaration.UNKNOWN;
      }
      if (tokens.get(i).isName()) {
        add(kind, i, value, last + 1);
      }
    }
  }

  private void function(int i) {
    int at = i + 1;
    if (tokens.get(at).isName() && tokens.get(at + 1).is("(")) {
      boolean local = tokens.get(i - 1).is("local");
      add(local ? Declaration.Kind.FUNCTION : Declaration.Kind.GLOBAL, at, i, at);
    }
    open();
    while (tokens.get(at).isName() || tokens.get(at).is(".") || tokens.get(at).is(":")) {
      at++;
    }
    if (tokens.get(at).is("(") && tokens.get(at + 1).isName()) {
      names(at + 1, Declaration.Kind.PARAMETER, Declaration.UNKNOWN);
    }
  }

  /** An assignment to a variable that is no local one is the declaration of a global one. */
  private void assignment(int i) {
    Token name = tokens.get(i - 1);
    Token before = tokens.get(i - 2);
    boolean plain = !before.is(".") && !before.is(":") && !before.is("local") && !before.is(",");
    if (brackets.getLast() == 0
        && name.isName()
        && plain
        && !before.is("for")
        && !isKnown(name.text())) {
      add(Declaration.Kind.GLOBAL, i - 1, i + 1, i);
    }
  }

  private boolean isKnown(String name) {
    return globals.contains(name) || openNames.getOrDefault(name, 0) > 0;
  }
}
