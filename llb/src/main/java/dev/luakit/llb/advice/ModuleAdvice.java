package dev.luakit.llb.advice;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Advice where a module is not found. */
final class ModuleAdvice {
  private static final Pattern NOT_FOUND =
      Pattern.compile("module '(.*?)' not found.*", Pattern.DOTALL);

  private static final Pattern LOOP =
      Pattern.compile("loop or previous error loading module '(.*?)'", Pattern.DOTALL);

  private static final Pattern REFUSED =
      Pattern.compile("module name '(.*?)' is not allowed.*", Pattern.DOTALL);

  /** Characters of names of files behind which no more are named. */
  private static final int MOST = 300;

  private ModuleAdvice() {}

  /** Advice on a message, {@code null} where it speaks of something else. */
  static Advice of(String message) {
    Matcher matcher = NOT_FOUND.matcher(message);
    if (matcher.matches()) {
      return Advice.of(notFound(matcher.group(1), message));
    }
    Matcher loop = LOOP.matcher(message);
    if (loop.matches()) {
      return Advice.of(
          "'"
              + loop.group(1)
              + "' is being loaded already, and waits for this one: what both need goes into a"
              + " third module");
    }
    Matcher refused = REFUSED.matcher(message);
    return refused.matches() ? refused(refused.group(1)) : null;
  }

  private static Advice refused(String name) {
    String plain = name.endsWith(".lua") ? name.substring(0, name.length() - 4) : name;
    if (plain.startsWith("./") && plain.matches("\\./[\\w/-]+")) {
      return Advice.of(
          "names begin at the script's directory as it is: require(\""
              + plain.substring(2).replace('/', '.')
              + "\")");
    }
    return plain.startsWith("../")
        ? Advice.of("move the script up to where all of its modules are below it")
        : null;
  }

  private static String notFound(String name, String message) {
    if (name.equals("bk") || StandardNames.GLOBALS.contains(name)) {
      return name + " is there without require: delete the line";
    }
    if (name.endsWith(".lua")) {
      String module = name.substring(0, name.length() - ".lua".length());
      return "leave .lua out: require(\"" + module + "\")";
    }
    switch (name) {
      case "io", "debug", "lfs", "socket", "http", "posix", "socket.http" -> {
        return "a build script reaches no files, no network and no system";
      }
      default -> {}
    }
    if (Nearest.of(name, List.of("prelude")) != null) {
      return "did you mean require(\"prelude\")?";
    }
    StringBuilder files = new StringBuilder();
    for (String line : message.split("\n")) {
      String text = line.strip();
      if (files.length() > MOST) {
        files.append(", …");
        break;
      }
      if (text.startsWith("no file '") && text.endsWith("'")) {
        files.append(files.isEmpty() ? "" : ", ").append(text, 9, text.length() - 1);
      }
    }
    return files.isEmpty()
        ? "modules are found beside the script only"
        : "none of these files is beside the script: " + files;
  }
}
