package dev.luakit.stdlib.differential;

/**
 * A loop of random statements that runs often enough to be translated to JVM code, while the types
 * of its variables change under it.
 */
final class HotTheme implements Theme {
  private static final String[] NUMBERS = {"a", "b", "n"};

  @Override
  public String snippet(Choice choice) {
    Scope scope = Scope.ofChunk().function(false);
    Expressions initial = new Expressions(choice, scope);
    StringBuilder text = new StringBuilder();
    text.append("local sum, real = 0, show\n");
    text.append("local function show(...)\n");
    text.append("for i = 1, select('#', ...) do sum = mix(sum, (select(i, ...))) end\nend\n");
    text.append("local function hot(turns, at, odd)\n");
    text.append("local a, b, n = 1, 2.5, ").append(Literals.number(choice)).append('\n');
    text.append("local s, l, t, x = \"s\", {1, 2, 3}, {x = 1}, ");
    text.append(initial.of(Kind.ANY)).append('\n');
    for (String name : NUMBERS) {
      scope.declare(name, Kind.NUMBER, true);
    }
    scope.declare("s", Kind.STRING, true);
    scope.declare("l", Kind.LIST, true);
    scope.declare("t", Kind.TABLE, true);
    scope.declare("x", Kind.ANY, true);
    scope.declare("i", Kind.NUMBER, false);
    text.append(loop(choice)).append('\n');
    text.append("if i == at then ").append(choice.of("a", "b", "n", "s", "x", "x"));
    text.append(" = odd end\n");
    // What overflowed once would stay infinite or NaN for good.
    for (String name : NUMBERS) {
      text.append("if type(").append(name).append(") == \"number\" and not (").append(name);
      text.append(" < 1e9 and ").append(name).append(" > -1e9) then ").append(name);
      text.append(" = i % 7 end\n");
    }
    text.append(Statements.loopBody(choice, scope));
    text.append("end\nreturn a, b, n, s, x\nend\n");
    for (int round = choice.between(1, 3); round > 0; round--) {
      int turns = choice.between(50, 700);
      text.append("real(sum, pcall(hot, ").append(turns).append(", ");
      text.append(choice.between(turns / 2, turns + 50)).append(", ");
      text.append(Literals.value(choice)).append("))\n");
    }
    return text.append("real(sum)").toString();
  }

  private static String loop(Choice choice) {
    return switch (choice.below(4)) {
      case 0 -> "for i = turns, 1, -1 do";
      case 1 -> "local i = 0 while i < turns do i = i + 1";
      default -> "for i = 1, turns do";
    };
  }
}
