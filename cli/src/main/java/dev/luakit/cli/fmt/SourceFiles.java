package dev.luakit.cli.fmt;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The files in a directory whose names end in a certain way. */
public final class SourceFiles extends SimpleFileVisitor<Path> {
  private final Path name;
  private final Path top;
  private final String ending;
  private final List<Path> found = new ArrayList<>();

  private SourceFiles(Path name, Path top, String ending) {
    this.name = name;
    this.top = top;
    this.ending = ending;
  }

  /**
   * The files in a directory and those below it, sorted. Directories that are hidden, or symbolic
   * links, are passed over, and so are files that are links to what is not below the directory:
   * nobody has named that.
   *
   * @param ending how their names end, such as {@code .lua}
   * @throws IOException if a directory can't be read
   */
  public static List<Path> below(Path directory, String ending) throws IOException {
    Path real = directory.toRealPath(); // The directory itself may be a link.
    SourceFiles files = new SourceFiles(directory, real, ending);
    Files.walkFileTree(real, files);
    Collections.sort(files.found);
    return files.found;
  }

  @Override
  public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
    boolean hidden = !directory.equals(top) && directory.getFileName().toString().startsWith(".");
    return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
    if (file.getFileName().toString().endsWith(ending)
        && Files.isRegularFile(file)
        && (!attributes.isSymbolicLink() || file.toRealPath().startsWith(top))) {
      found.add(name.resolve(top.relativize(file)));
    }
    return FileVisitResult.CONTINUE;
  }
}
