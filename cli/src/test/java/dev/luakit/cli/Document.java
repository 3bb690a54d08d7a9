package dev.luakit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A document that is tried from its beginning to its end: what its blocks of code are, {@code
 * docs/README.md} tells.
 *
 * @param name its path in the repository
 */
record Document(String name) {
  /** Languages of blocks; what is to be tried has no other name than these. */
  private static final Set<String> LANGUAGES =
      Set.of(
          "c",
          "console",
          "css",
          "diff",
          "dockerfile",
          "dot",
          "go",
          "groovy",
          "hcl",
          "html",
          "ini",
          "java",
          "javascript",
          "json",
          "lua",
          "makefile",
          "python",
          "rust",
          "sh",
          "text",
          "toml",
          "xml",
          "yaml");

  private static final Pattern NAMED =
      Pattern.compile("(?:--|#|//|/\\*|<!--) ([\\w.][\\w./-]*\\w)(?: \\*/| -->)?");
  private static final Set<String> PLAIN_NAMES = Set.of("Dockerfile", "Makefile");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");

  /**
   * A block of code.
   *
   * @param line the line of the document that it begins at, from 1
   * @param file the file that it is, null for none
   */
  record Block(int line, String language, String file, String text) {
    /** Whether it goes on where the block of the language before it ended. */
    boolean continues() {
      return text.startsWith("-- …");
    }

    boolean is(String wanted) {
      return language.equals(wanted);
    }
  }

  Path path() {
    return Guide.ROOT.resolve(name);
  }

  /** All blocks of code, in their order. */
  List<Block> blocks() throws IOException {
    List<Block> blocks = new ArrayList<>();
    String language = null;
    int begin = 0;
    StringBuilder text = new StringBuilder();
    List<String> lines = Files.readAllLines(path());
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (language == null) {
        if (line.stripLeading().startsWith("```")) {
          language = line.strip().substring("```".length());
          begin = i + 1;
          text.setLength(0);
          assertTrue(line.startsWith("```"), () -> at(blocks.size()) + "an indented block");
          assertTrue(LANGUAGES.contains(language), name + ":" + begin + ": block of " + language);
        }
      } else if (line.equals("```")) {
        blocks.add(new Block(begin, language, file(language, text.toString()), text.toString()));
        language = null;
      } else {
        text.append(line).append('\n');
      }
    }
    assertEquals(null, language, () -> name + ": the last block has no end");
    return blocks;
  }

  private String at(int block) {
    return name + ", after " + block + " blocks: ";
  }

  /** The file that a block's first line says it is. */
  private static String file(String language, String text) {
    // What is for others than Lua comes before all else.
    Matcher first =
        NAMED.matcher(
            text.lines().dropWhile(line -> line.startsWith("#syntax=")).findFirst().orElse(""));
    if (Set.of("sh", "console").contains(language) || !first.matches()) {
      return null;
    }
    String file = first.group(1);
    String last = file.substring(file.lastIndexOf('/') + 1);
    return last.contains(".") || PLAIN_NAMES.contains(last) ? file : null;
  }

  /** The names by which links find its headings. */
  Set<String> anchors() throws IOException {
    Set<String> anchors = new TreeSet<>();
    Matcher heading = HEADING.matcher(prose());
    while (heading.find()) {
      String text = heading.group(1).toLowerCase(Locale.ROOT);
      anchors.add(text.replaceAll("[^\\p{L}\\p{N}_ -]", "").replace(' ', '-'));
    }
    return anchors;
  }

  /** What its links lead to, as they are written. */
  List<String> links() throws IOException {
    List<String> links = new ArrayList<>();
    Matcher link = LINK.matcher(prose().replaceAll("`[^`\n]*`", "code"));
    while (link.find()) {
      links.add(link.group(1));
    }
    return links;
  }

  /** The text without blocks of code. */
  private String prose() throws IOException {
    return Files.readString(path()).replaceAll("(?ms)^```.*?^```$", "");
  }

  @Override
  public String toString() {
    return name;
  }
}
