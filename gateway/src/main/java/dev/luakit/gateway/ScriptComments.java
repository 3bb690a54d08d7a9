package dev.luakit.gateway;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the comments in a script say about the lines below them. */
final class ScriptComments {
  /** Most characters that are told of a comment. */
  private static final int LONGEST = 2000;

  private final List<String> lines;

  /** What is above the lines that were asked for: a loop asks for one a million times. */
  private final Map<Integer, String> known = new HashMap<>();

  ScriptComments(byte[] text) {
    lines = new ArrayList<>(new String(text, StandardCharsets.UTF_8).lines().toList());
  }

  List<String> lines() {
    return lines;
  }

  /** The comment right above a line, from 1, on one line; empty where there is none. */
  String above(int line) {
    return known.computeIfAbsent(line, this::find);
  }

  private String find(int line) {
    int first = line - 1;
    while (first > 0 && first <= lines.size() && isComment(lines.get(first - 1))) {
      first--;
    }
    return text(first, line - 1);
  }

  /** The comment that the script begins with, if an empty line or the end comes after it. */
  String header() {
    int first = 0;
    while (first < lines.size()
        && (lines.get(first).startsWith("#") || lines.get(first).isBlank())) {
      first++;
    }
    int end = first;
    while (end < lines.size() && isComment(lines.get(end))) {
      end++;
    }
    boolean apart = end == lines.size() || lines.get(end).isBlank();
    return apart ? text(first, end) : "";
  }

  private static boolean isComment(String line) {
    String text = line.strip();
    return text.startsWith("--") && !text.startsWith("--[");
  }

  private String text(int from, int to) {
    StringBuilder text = new StringBuilder();
    for (int i = from; i < to && i < lines.size() && text.length() < LONGEST; i++) {
      String line = lines.get(i).strip();
      int start = 0;
      while (start < line.length() && line.charAt(start) == '-') {
        start++;
      }
      if (!text.isEmpty()) {
        text.append(' ');
      }
      text.append(line.substring(start).strip());
    }
    text.setLength(Math.min(text.length(), LONGEST));
    return text.toString().strip();
  }
}
