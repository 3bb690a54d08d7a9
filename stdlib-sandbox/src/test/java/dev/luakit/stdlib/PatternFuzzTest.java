package dev.luakit.stdlib;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.luakit.vm.ByteStrings;

/**
 * Whatever pattern is matched with whatever subject: the functions of the string library agree on
 * it, or refuse it with the same words.
 *
 * <p>An input is a pattern, a replacement and a subject, each on a line, the subject on the rest.
 */
class PatternFuzzTest {
  /** What the reference implementation prints of a string ends at its first zero byte. */
  static final String SHOW =
      """
      local function show(...)
        local line = {}
        for i = 1, select("#", ...) do line[i] = tostring((select(i, ...))):gsub("%z", "<zero>") end
        print(table.concat(line, " "))
      end
      """;

  /** Shows what the functions do, and fails where they contradict each other. */
  private static final String SCRIPT =
      """
      local broken = 0
      -- To find a zero byte in a pattern is one like others; elsewhere it ends the pattern.
      local lawful = not pattern:find("%z")
      local function same(a, b)
        if lawful and a ~= b then broken = broken + 1 show("broken", a, b) end
      end
      local function check(kind, ...) show(kind, ...) return ... end
      local found = { pcall(string.find, subject, pattern) }
      check("find", unpack(found, 1, table.maxn(found)))
      check("match", pcall(string.match, subject, pattern))
      if found[1] and found[2] then
        local first, last = found[2], found[3]
        same(first >= 1 and last >= first - 1 and last <= #subject, true)
        local whole = subject:sub(first, last)
        same(subject:match(pattern), table.maxn(found) > 3 and found[4] or whole)
      end
      check("from", pcall(string.find, subject, pattern, -3))
      local rounds = 0
      local all = check("gmatch", pcall(function()
        for a, b in subject:gmatch(pattern) do rounds = rounds + 1 show(a, b) end
        return rounds
      end))
      local kept, count
      check("same", pcall(function()
        kept, count = subject:gsub(pattern, "%0")
        if all and pattern:sub(1, 1) ~= "^" then same(count, rounds) end
        same(kept, subject)
      end))
      check("gsub", pcall(string.gsub, subject, pattern, replacement))
      check("some", pcall(string.gsub, subject, pattern, replacement, 2))
      check("table", pcall(string.gsub, subject, pattern, { [subject] = "all", a = 1, [""] = "e" }))
      check("calls", pcall(string.gsub, subject, pattern, function(a, b) show(a, b) return b end))
      local quoted = pattern:gsub("%W", function(c) return c == "\\0" and "%z" or "%" .. c end)
      same((subject:find(quoted)), (subject:find(pattern, 1, true)))
      return broken
      """;

  @FuzzTest
  void theFunctionsAgree(byte[] input) {
    String outcome = new Outcome().apply(program(ByteStrings.fromBytes(input)));
    int end = outcome.lastIndexOf("returns [");
    assertTrue(end < 0 || outcome.startsWith("returns [0]", end), outcome);
    assertEquals(outcome, new Outcome().apply(program(ByteStrings.fromBytes(input))));
  }

  /** The script with an input. */
  static String program(String input) {
    String[] parts = (input + "\n\n").split("\n", 3);
    String subject = parts[2].substring(0, Math.max(0, parts[2].length() - 2));
    return SHOW
        + "local pattern, replacement, subject = "
        + quote(parts[0])
        + ", "
        + quote(parts[1])
        + ", "
        + quote(subject)
        + "\n"
        + SCRIPT;
  }

  /** A string as a literal. */
  static String quote(String text) {
    StringBuilder literal = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= ' ' && c <= '~' && c != '"' && c != '\\') {
        literal.append(c);
      } else {
        literal.append('\\').append((char) ('0' + c / 100));
        literal.append((char) ('0' + c / 10 % 10)).append((char) ('0' + c % 10));
      }
    }
    return literal.append('"').toString();
  }
}
