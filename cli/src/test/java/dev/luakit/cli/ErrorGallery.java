package dev.luakit.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The document of errors, made by running the scripts and command lines in {@code docs/errors}: a
 * script's first line is a comment with its command, and a file in another language is given to
 * {@code luakit validate}.
 */
final class ErrorGallery {
  static final Path DOCUMENT = Guide.ROOT.resolve("docs/errors.md");

  private static final Path FOLDER = Guide.ROOT.resolve("docs/errors");

  private static final String HEAD =
      """
      # Errors

      What luakit says to mistakes that are easily made: where it is, what is wrong there, and what to do about it. On a
      terminal it has colours, unless `NO_COLOR` is set; `--color=always` and `--color=never` decide it for one run.

      The first line of a runtime or syntax error is worded as Lua words it. What follows is luakit's: the line with a
      caret, the call stack where there is one, and a hint, with the line that it speaks of where that is another one.

      This page is made by running the files in [errors](errors), and a test fails where it is not true any more. To make
      it again: `mvn -q -B -pl cli -am -P gallery process-test-classes`.
      """;

  /** A part of the document: a folder, and what its errors have in common. */
  private record Part(String folder, String title) {}

  private static final List<Part> PARTS =
      List.of(
          new Part("syntax", "Scripts that are not Lua"),
          new Part("newer-lua", "What came after Lua 5.1"),
          new Part("other-files", "Files in other languages"),
          new Part("names", "Names and values"),
          new Part("bk", "The library"),
          new Part("sandbox", "The sandbox"),
          new Part("command-line", "The command line"));

  /** An error: the script, empty for none, the command, and what it says. */
  record Entry(String title, String script, String language, String command, String said) {}

  private ErrorGallery() {}

  /** Writes the document. */
  public static void main(String[] args) throws IOException {
    Files.writeString(DOCUMENT, document());
  }

  static String document() throws IOException {
    StringBuilder out = new StringBuilder(HEAD);
    for (Part part : PARTS) {
      out.append("\n## ").append(part.title()).append('\n');
      for (Entry entry : entries(part.folder())) {
        out.append("\n### ").append(entry.title()).append("\n\n");
        if (!entry.script().isEmpty()) {
          out.append("```").append(entry.language()).append('\n').append(entry.script());
          out.append("```\n\n");
        }
        out.append("```text\n$ ").append(entry.command()).append('\n').append(entry.said());
        out.append("```\n");
      }
    }
    return out.toString();
  }

  /** All errors of the document. */
  static List<Entry> entries() throws IOException {
    List<Entry> all = new ArrayList<>();
    for (Part part : PARTS) {
      all.addAll(entries(part.folder()));
    }
    return all;
  }

  private static List<Entry> entries(String name) throws IOException {
    Path folder = FOLDER.resolve(name);
    Path commands = folder.resolve("commands.txt");
    List<Entry> entries = new ArrayList<>();
    if (Files.exists(commands)) {
      for (String command : Files.readAllLines(commands)) {
        String shown = command.replace("./", "");
        entries.add(new Entry("`" + shown + "`", "", "", shown, run(folder, command)));
      }
      return entries;
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        entries.add(entry(folder, file));
      }
    }
    return entries;
  }

  private static Entry entry(Path folder, Path file) throws IOException {
    String name = file.getFileName().toString();
    String script = Files.readString(file);
    boolean lua = name.endsWith(".lua");
    String command = "luakit validate " + name;
    if (lua) {
      command = script.substring("-- ".length(), script.indexOf('\n'));
    }
    String title = lua ? title(name) : "A " + (name.endsWith("file") ? name : "file " + name);
    String run = command.replace(" " + name, " ./" + name);
    return new Entry(title, script, lua ? "lua" : "text", command, run(folder, run));
  }

  /** {@code else-if.lua} as {@code Else if}. */
  private static String title(String name) {
    String words = name.substring(0, name.length() - ".lua".length()).replace('-', ' ');
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  /** What a command says; paths in the folder begin with {@code ./} where it is run, not here. */
  private static String run(Path folder, String command) {
    String[] words = command.split(" ");
    String[] args = new String[words.length - 1];
    System.arraycopy(words, 1, args, 0, args.length);
    Shell.Result result = new Shell(folder).run(args);
    String said = result.err() + new String(result.bytes(), StandardCharsets.UTF_8);
    return said.replace("./", "").replace(folder.toString(), ".");
  }
}
