package dev.luakit.cli;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Finds the file that was meant by a name that no file has. */
final class NearbyFile {
  /** Most scripts that a hint names. */
  private static final int MOST = 5;

  private NearbyFile() {}

  /** What to say of a file that is not there, null where nothing is known to help. */
  static String hint(Path missing) {
    String text = missing.toString();
    if (text.startsWith("http:/") || text.startsWith("https:/")) {
      return "luakit reads files only: download it first";
    }
    if (text.indexOf('(') >= 0 || text.indexOf('=') >= 0) {
      return "to run code: luakit eval -e CODE";
    }
    if (Files.isSymbolicLink(missing)) {
      return "it is a link to something that is not there";
    }
    Path folder = missing.toAbsolutePath().getParent();
    if (folder == null || missing.getFileName() == null) {
      return null;
    }
    if (!Files.isDirectory(folder)) {
      return "there is no directory " + missing.getParent();
    }
    String name = missing.getFileName().toString();
    String near = Suggestion.among(name, names(folder));
    return near.isEmpty() ? scriptsIn(folder) : "is it another one?" + near;
  }

  /** The scripts in a folder, or how to come by one. */
  static String scriptsIn(Path folder) {
    List<String> scripts = new ArrayList<>();
    for (String name : names(folder)) {
      if (name.endsWith(".lua") && !Files.isDirectory(folder.resolve(name))) {
        scripts.add(name);
      }
    }
    if (scripts.isEmpty()) {
      return "no script is there; luakit init writes a build.lua to begin with";
    }
    boolean all = scripts.size() <= MOST;
    return "scripts there: "
        + String.join(", ", all ? scripts : scripts.subList(0, MOST))
        + (all ? "" : ", …");
  }

  private static List<String> names(Path folder) {
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        names.add(file.getFileName().toString());
      }
    } catch (IOException e) {
      return List.of();
    }
    Collections.sort(names);
    return names;
  }
}
