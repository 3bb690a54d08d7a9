package dev.luakit.llb.advice;

import dev.luakit.vm.ByteStrings;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Recognises files that were never meant to be Lua. */
final class ForeignFile {
  private static final Pattern FROM =
      Pattern.compile("(?im)^\\s*FROM\\s+(?:--platform=\\S+\\s+)?([^\\s=(]+)");
  private static final Pattern DOCKERFILE =
      Pattern.compile("(?i)(FROM|ARG|RUN|COPY|ADD|ENV|WORKDIR)\\s+[^\\s=({].*");
  private static final Pattern YAML = Pattern.compile("(-\\s+)?[\\w.-]+:(\\s.*)?");
  private static final Pattern TOML = Pattern.compile("\\[{1,2}[\\w.-]+\\]{1,2}");
  private static final Pattern SHELL =
      Pattern.compile("#!.*\\b(sh|bash|zsh|dash|python3?|node)\\b.*");

  private ForeignFile() {}

  /** What a file is, {@code null} where it may well be Lua. */
  static Advice advice(String source) {
    if (source.startsWith("\u00FF\u00FE") || source.startsWith("\u00FE\u00FF")) {
      return Advice.of("the file is UTF-16: save it as UTF-8");
    }
    if (source.startsWith("\033Lua")) {
      return Advice.of("this is Lua that was compiled already: name its source, the text");
    }
    if (source.indexOf(0) >= 0 && source.indexOf(0) < 512) {
      return Advice.of("the file is not text: is it the right one?");
    }
    Matcher shell = SHELL.matcher(firstLine(source, false));
    if (shell.matches()) {
      return Advice.of("the first line says that this is a script for " + shell.group(1));
    }
    return ofFirstLine(source, firstLine(source, true));
  }

  private static Advice ofFirstLine(String source, String line) {
    if (line.startsWith("{") && source.indexOf('"') > 0 && source.indexOf(':') > 0
        || line.startsWith("[") && !TOML.matcher(line).matches()) {
      return notLua("JSON", "a table of Lua is { name = \"x\", list = { 1, 2 } }");
    }
    if (line.startsWith("<")) {
      return line.startsWith("<<<<<<<")
          ? Advice.of(
              "a merge is not finished: choose one of the two versions, and delete the marks")
          : notLua("a page of HTML or XML", "was it downloaded from the right address?");
    }
    if (DOCKERFILE.matcher(line).matches() && line.indexOf('=') != line.length() - 1) {
      Matcher from = FROM.matcher(source);
      String image = from.find() ? ByteStrings.toText(from.group(1)) : "";
      if (image.isEmpty() || image.indexOf('$') >= 0) {
        image = "alpine:3.19";
      }
      return Advice.of(
          "this looks like a Dockerfile, which docker build takes; in Lua, FROM "
              + image
              + " is local s = bk.image(\""
              + image
              + "\"), and RUN make is s = s:run(\"make\"); luakit init writes a build.lua to begin"
              + " with");
    }
    if (TOML.matcher(line).matches()) {
      return notLua("TOML", "name the script, such as build.lua");
    }
    if (YAML.matcher(line).matches() && !line.contains("::")) {
      return notLua("YAML", "name the script, such as build.lua");
    }
    return null;
  }

  private static Advice notLua(String what, String wayOut) {
    return Advice.of("this looks like " + what + ", not like Lua: " + wayOut);
  }

  /**
   * The first line that says something.
   *
   * @param code whether comments of other languages are passed over
   */
  private static String firstLine(String source, boolean code) {
    for (String line : source.split("\n", 200)) {
      String text = line.strip();
      boolean comment = code && (text.startsWith("#") || text.startsWith("---"));
      if (!text.isEmpty() && !comment) {
        return text.length() > 500 ? text.substring(0, 500) : text;
      }
    }
    return "";
  }
}
