package dev.luakit.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The build context that {@code context.txt} describes, with modes and times that git can't keep.
 */
final class ContextFolder {
  private static final FileTime TIME = FileTime.from(Instant.parse("2001-02-03T04:05:06Z"));
  private static final Pattern ENTRY =
      Pattern.compile("(?<mode>link|[0-7]{4}) (?<path>\\S+(?: \\S+)*)(?: {2,}(?<content>.*))?");

  private ContextFolder() {}

  /** Makes the folder, which must not be there. */
  static void make(Path description, Path folder) throws IOException {
    Files.createDirectory(folder);
    List<Matcher> entries =
        Files.readAllLines(description).stream()
            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
            .map(ContextFolder::entry)
            .toList();
    for (Matcher entry : entries) {
      make(entry, folder.resolve(entry.group("path")));
    }
    // Afterwards: a directory may be one that is not to be written to.
    for (Matcher entry : entries) {
      if (!entry.group("mode").equals("link")) {
        int mode = Integer.parseInt(entry.group("mode"), 8);
        Files.setAttribute(folder.resolve(entry.group("path")), "unix:mode", mode);
      }
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.getFileAttributeView(file, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
            .setTimes(TIME, null, null);
      }
    }
  }

  private static Matcher entry(String line) {
    Matcher matcher = ENTRY.matcher(line);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("not an entry of the context: " + line);
    }
    return matcher;
  }

  private static void make(Matcher entry, Path file) throws IOException {
    if (entry.group("path").endsWith("/")) {
      Files.createDirectories(file);
      return;
    }
    Files.createDirectories(file.getParent());
    String content = entry.group("content");
    if (entry.group("mode").equals("link")) {
      Files.createSymbolicLink(file, Path.of(content));
    } else {
      Files.writeString(file, content + "\n");
    }
  }
}
