package dev.luakit.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a folder holds that an image is to be built of; for each there is a script to begin with.
 */
enum ProjectKind {
  GO("go", "go.mod"),
  RUST("rust", "Cargo.toml"),
  JAVA("java", "pom.xml"),
  GRADLE("gradle", "build.gradle", "build.gradle.kts"),
  PYTHON("python", "pyproject.toml", "requirements.txt"),
  NODE("node", "package.json"),
  PLAIN("plain");

  private final String text;

  /** Files of which one tells the kind. */
  private final List<String> signs;

  ProjectKind(String text, String... signs) {
    this.text = text;
    this.signs = List.of(signs);
  }

  /** The names of all kinds. */
  static List<String> names() {
    List<String> names = new ArrayList<>();
    for (ProjectKind kind : values()) {
      names.add(kind.text);
    }
    return names;
  }

  /**
   * Reads a kind's name.
   *
   * @throws UsageException if there is none of that name
   */
  static ProjectKind parse(String text) {
    for (ProjectKind kind : values()) {
      if (kind.text.equals(text)) {
        return kind;
      }
    }
    String other = otherName(text);
    String near =
        other == null ? Suggestion.among(text, names()) : " (did you mean '" + other + "'?)";
    throw new UsageException(
        "'" + text + "' is no kind of project" + near,
        "the kinds are " + String.join(", ", names()) + "; a folder is given with --dir");
  }

  /** The kind that has another name elsewhere, null where nothing is known of it. */
  private static String otherName(String text) {
    return switch (text) {
      case "golang" -> "go";
      case "nodejs", "npm", "js", "javascript", "ts", "typescript" -> "node";
      case "py", "pip", "python3" -> "python";
      case "maven", "mvn" -> "java";
      case "kotlin" -> "gradle";
      case "rs", "cargo" -> "rust";
      case "c", "cpp", "c++", "make", "empty", "lua" -> "plain";
      default -> null;
    };
  }

  /** The kind of what is in a folder; {@link #PLAIN} where nothing tells. */
  static ProjectKind of(Path folder) {
    for (ProjectKind kind : values()) {
      if (kind.sign(folder) != null) {
        return kind;
      }
    }
    return PLAIN;
  }

  /** The file in the folder that tells the kind, null for none. */
  String sign(Path folder) {
    for (String sign : signs) {
      if (Files.exists(folder.resolve(sign))) {
        return sign;
      }
    }
    return null;
  }

  /** The script to begin with, as a resource of this package. */
  String template() {
    return "init/" + text + ".lua";
  }

  String text() {
    return text;
  }
}
