package dev.luakit.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A hostile script, and how luakit must end on it. The files of attacks are written like this; what
 * stands between one line of the kind and the next is the script:
 *
 * <pre>
 * --- a loop --&gt; 3 eval --max-instructions=1m: the script ran more than 1000000 instructions
 * while true do end
 * </pre>
 *
 * @param name what it tries
 * @param code the exit code
 * @param arguments the command line but for the script
 * @param expected a regular expression: what is found in the one error, or for code 0 what the
 *     script's output is
 */
record Attack(String name, int code, List<String> arguments, String expected, String script) {
  private static final Pattern HEAD =
      Pattern.compile("--- (.+) --> (\\d+)((?: [^ :]+)*):(?: (.*))?");

  /** All attacks of a file among the resources. */
  static List<Attack> of(String group) {
    String text;
    try (InputStream in = Attack.class.getResourceAsStream("attacks/" + group + ".lua")) {
      text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    List<Attack> attacks = new ArrayList<>();
    Matcher head = null;
    StringBuilder script = new StringBuilder();
    for (String line : text.lines().toList()) {
      if (line.startsWith("--- ")) {
        add(attacks, head, script);
        head = HEAD.matcher(line);
        if (!head.matches()) {
          throw new AssertionError(group + ": not the beginning of an attack: " + line);
        }
      } else {
        script.append(line).append('\n');
      }
    }
    add(attacks, head, script);
    return attacks;
  }

  private static void add(List<Attack> attacks, Matcher head, StringBuilder script) {
    if (head != null) {
      String expected = head.group(4) == null ? "" : head.group(4);
      attacks.add(
          new Attack(
              head.group(1),
              Integer.parseInt(head.group(2)),
              arguments(head.group(3).trim()),
              expected,
              script.toString()));
    }
    script.setLength(0);
  }

  /** Plain Lua and limits that are soon reached, unless the attack says something else. */
  private static List<String> arguments(String given) {
    List<String> words = new ArrayList<>(given.isEmpty() ? List.of() : List.of(given.split(" ")));
    if (words.isEmpty() || words.getFirst().startsWith("-")) {
      words.addFirst("eval");
    }
    if (!words.getFirst().equals("eval") && !given.contains("--resolve")) {
      words.add(1, "--resolve=never");
    }
    if (!given.contains("--max-instructions")) {
      words.add("--max-instructions=30m");
    }
    if (!given.contains("--max-memory")) {
      words.add("--max-memory=40m"); // Less than what a small heap leaves for a script.
    }
    if (!given.contains("--timeout")) {
      words.add("--timeout=10s");
    }
    return words;
  }
}
