package dev.luakit.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A script that checks itself: its build fails where the effect that it is about is not there. What
 * it needs and what is to be seen beside, lines of the form {@code --! KEY: VALUE} say; README.md
 * tells all of them.
 *
 * @param path the script
 * @param notes those lines, in order
 */
record BuildScript(Path path, List<Note> notes) {
  static final String SECRET = "secret";
  static final String SSH = "ssh";
  static final String ALLOW = "allow";
  static final String SERVER = "server";
  static final String BUILDS = "builds";
  static final String CAPABILITY = "capability";
  static final String FAILS = "fails";
  static final String PRINTS = "prints";
  static final String FILES = "files";
  static final String CONFIG = "config";
  static final String CONFIG_LACKS = "config lacks";
  static final String ONLY = "only";
  static final String DOCKER = "docker";
  static final String MODULE = "module";
  static final String EXAMPLE = "example";

  private static final List<String> KEYS =
      List.of(
          SECRET,
          SSH,
          ALLOW,
          SERVER,
          BUILDS,
          CAPABILITY,
          FAILS,
          PRINTS,
          FILES,
          CONFIG,
          CONFIG_LACKS,
          ONLY,
          DOCKER,
          MODULE,
          EXAMPLE);
  private static final String MARK = "--! ";

  /** One of those lines; the value may be empty. */
  record Note(String key, String value) {}

  static BuildScript read(Path path) throws IOException {
    List<Note> notes = new ArrayList<>();
    for (String line : Files.readAllLines(path)) {
      if (line.startsWith(MARK)) {
        int colon = line.indexOf(": ");
        String key = line.substring(MARK.length(), colon < 0 ? line.length() : colon);
        key = key.endsWith(":") ? key.substring(0, key.length() - 1) : key;
        if (!KEYS.contains(key)) {
          throw new IllegalArgumentException(path + ": unknown note: " + line);
        }
        notes.add(new Note(key, colon < 0 ? "" : line.substring(colon + 2)));
      }
    }
    return new BuildScript(path, List.copyOf(notes));
  }

  /** A log without what it shows of those lines: they would find themselves in it. */
  static String withoutNotes(String log) {
    return String.join("\n", log.lines().filter(line -> !line.contains(MARK)).toList());
  }

  /** Folder and name, without what all scripts' names end in. */
  String name() {
    String file = path.getFileName().toString();
    return path.getParent().getFileName()
        + "/"
        + file.substring(0, file.length() - ".lua".length());
  }

  boolean has(String key) {
    return !all(key).isEmpty();
  }

  /** The values of a key, in order. */
  List<String> all(String key) {
    return notes.stream().filter(note -> note.key().equals(key)).map(Note::value).toList();
  }

  /** How often it is built, one build after the other. */
  int builds() {
    return has(BUILDS) ? Integer.parseInt(all(BUILDS).get(0)) : 1;
  }

  /** Whether it is for this way of building, and this daemon. */
  boolean isFor(BuildKit buildkit) {
    if (has(ONLY) && !all(ONLY).contains(buildkit.name())) {
      return false;
    }
    return !has(DOCKER)
        || !(buildkit instanceof DockerBuildx docker)
        || docker.version() >= Integer.parseInt(all(DOCKER).get(0));
  }

  @Override
  public String toString() {
    return name();
  }
}
