package dev.luakit.cli.dag;

import dev.luakit.cli.Columns;
import dev.luakit.llb.graph.Location;
import dev.luakit.llb.graph.SourceFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The lines of a script around the calls that made a graph. */
final class SourceLines {
  /** Lines before a call and behind it, and most lines of the call itself. */
  private static final int AROUND = 2;

  private static final int MOST_LINES = 40;

  /** Most columns of a line. */
  private static final int MOST_COLUMNS = 300;

  /** The shown lines by their number, of each file by its name; as text. */
  private final Map<String, Map<Integer, String>> shown = new TreeMap<>();

  private final Map<SourceFile, List<String>> all = new HashMap<>();

  private SourceLines() {}

  /** Writes the lines as JSON: an object of files, each an object of lines. */
  static String toJson(Dag dag) {
    SourceLines lines = new SourceLines();
    for (Dag.Node node : dag.nodes()) {
      for (List<Location> call : dag.build().definition().calls(node.vertex())) {
        for (Location at : call) {
          lines.add(at);
        }
      }
    }
    JsonWriter json = new JsonWriter();
    json.beginObject();
    for (Map.Entry<String, Map<Integer, String>> file : lines.shown.entrySet()) {
      json.key(file.getKey());
      json.beginObject();
      for (Map.Entry<Integer, String> line : file.getValue().entrySet()) {
        json.member(Integer.toString(line.getKey()), line.getValue());
      }
      json.endObject();
    }
    json.endObject();
    return json.toString();
  }

  private void add(Location at) {
    List<String> text = all.computeIfAbsent(at.file(), SourceLines::split);
    Map<Integer, String> lines = shown.computeIfAbsent(Dag.fileName(at), name -> new TreeMap<>());
    int first = Math.max(1, at.startLine() - AROUND);
    int last = Math.min(at.endLine(), at.startLine() + MOST_LINES) + AROUND;
    for (int number = first; number <= Math.min(last, text.size()); number++) {
      if (!lines.containsKey(number)) {
        lines.put(number, Columns.fit(text.get(number - 1).stripTrailing(), MOST_COLUMNS));
      }
    }
  }

  private static List<String> split(SourceFile file) {
    byte[] data = file.data();
    List<String> lines = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= data.length; i++) {
      if (i == data.length || data[i] == '\n') {
        String line = new String(data, start, i - start, StandardCharsets.UTF_8);
        lines.add(line.replace("\t", "    "));
        start = i + 1;
      }
    }
    return lines;
  }
}
