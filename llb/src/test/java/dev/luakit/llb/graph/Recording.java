package dev.luakit.llb.graph;

import dev.luakit.llb.Luakit;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The scripts of the recordings, and what they are run with. */
public final class Recording {
  private static final Path FOLDER =
      Path.of(URI.create(Recording.class.getResource("/golden").toString()));

  private Recording() {}

  /** What all recorded scripts are run with. */
  public static Luakit.Builder luakit() {
    return Luakit.builder()
        .platform(Platform.parse("linux/amd64"))
        .buildArguments(Map.of("VERSION", "3.19"));
  }

  /** The scripts whose definitions are recorded. */
  public static List<Path> definitions() throws IOException {
    return Stream.concat(scripts(FOLDER), scripts(FOLDER.resolve("options"))).toList();
  }

  /** The scripts whose images' configurations are recorded. */
  public static List<Path> configurations() throws IOException {
    return scripts(FOLDER.resolve("config")).toList();
  }

  /** The name of a recording, such as {@code options/git_mtime}. */
  static String name(Path script) {
    return FOLDER.relativize(script).toString().replace(".lua", "");
  }

  private static Stream<Path> scripts(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".lua")).sorted().toList().stream();
    }
  }
}
