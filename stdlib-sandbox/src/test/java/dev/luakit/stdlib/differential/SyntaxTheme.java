package dev.luakit.stdlib.differential;

import java.util.List;

/** Chunks with a mistake in them, which is to be reported in the same words. */
final class SyntaxTheme implements Theme {
  private static final String[] STRAY =
      ("and break do else elseif end false for function if in local nil not or repeat return then"
           + " true until while + - * / % ^ # == ~= <= >= < > = ( ) { } [ ] ; : , . .. ... x 1"
           + " \"s\" ' \" \"a\\ '\\300' [[ [[a]] [= [==[x]==] -- --[[ 1x 1..2 0x 0xg 1e 3e+ .5. ! @"
           + " $ & ? ~ | \\ ` \u00e9 \1 \177 :: // != 1.5e5e5 a.b a:b f() x=1 \r"
           + " \n\r"
           + " \f \"\n"
           + "\"")
          .split(" ");

  private static final Theme VALID = new FreeTheme();

  @Override
  public String snippet(Choice choice) {
    StringBuilder text = new StringBuilder();
    for (int i = choice.between(1, 3); i > 0; i--) {
      String chunk = choice.percent(40) ? shortChunk(choice) : VALID.snippet(choice);
      List<String> tokens = Tokens.of(chunk);
      for (int mistakes = choice.between(1, 2); mistakes > 0; mistakes--) {
        spoil(tokens, choice);
      }
      text.append("show(loadstring(").append(Literals.quote(Tokens.layOut(tokens, choice)));
      text.append(choice.of(")", ", \"=chunk\")", ", \"=chunk\")")).append(")\n");
    }
    return text.toString();
  }

  private static String shortChunk(Choice choice) {
    return Template.fill(
        choice.of(
            "local «name» = «number»",
            "local function «name»(«name», ...) return ... end",
            "function «name».«name»:«name»(«name») return self end",
            "for «name» = 1, 2 do «name»() end",
            "for «name», «name» in pairs(«list») do break end",
            "return function(«name», «name») return «number» end",
            "repeat local «name» = «any» until «boolean»",
            "while «boolean» do «name» = «any» end",
            "if «boolean» then «name» = 1 elseif «boolean» then «name» = 2 else «name» = 3 end",
            "«name».«name»[«number»], «name» = «any», «any»",
            "«name»:«name»(«arguments»)",
            "«name»'text' «name»{} «name»\"x\".y = 1",
            "return {1, 2; x = 3, [\"y\"] = 4, «any»}",
            "do local «name»; «name» = -«number» end return",
            "«name» = not «any» .. «string» == «number»"),
        choice);
  }

  private static void spoil(List<String> tokens, Choice choice) {
    if (tokens.isEmpty()) {
      return;
    }
    int at = choice.below(tokens.size());
    switch (choice.below(6)) {
      case 0 -> tokens.remove(at);
      case 1 -> tokens.add(at, tokens.get(at));
      case 2 -> tokens.set(at, choice.of(STRAY));
      case 3 -> tokens.subList(at, tokens.size()).clear();
      case 4 -> tokens.add(at, tokens.remove(choice.below(tokens.size())));
      default -> tokens.add(at, choice.of(STRAY));
    }
  }
}
