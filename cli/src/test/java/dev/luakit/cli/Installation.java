package dev.luakit.cli;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/** Luakit as a user has it: the launcher, and beside it jars of the classes under test. */
final class Installation {
  private static final Path LAUNCHER = Path.of("..", "luakit").toAbsolutePath().normalize();

  private final Path root;

  private Installation(Path root) {
    this.root = root;
  }

  /** Puts it into a folder that is not there yet. */
  static Installation in(Path root) throws IOException {
    Path lib = Files.createDirectories(root.resolve("lib"));
    Files.copy(LAUNCHER, root.resolve("luakit"), StandardCopyOption.COPY_ATTRIBUTES);
    Path own = null;
    List<String> others = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      Path path = Path.of(entry);
      if (path.endsWith("cli/target/classes")) {
        own = path;
      } else if (Files.isRegularFile(path)) {
        others.add(path.getFileName().toString());
        Files.createSymbolicLink(lib.resolve(path.getFileName()), path);
      } else if (path.endsWith("target/classes")) {
        String name = path.getParent().getParent().getFileName() + ".jar";
        others.add(name);
        pack(path, new Manifest(), lib.resolve(name));
      }
    }
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, String.join(" ", others));
    pack(own, manifest, lib.resolve("luakit-cli.jar"));
    return new Installation(root);
  }

  private static void pack(Path classes, Manifest manifest, Path jar) throws IOException {
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file, manifest);
        Stream<Path> files = Files.walk(classes)) {
      for (Path each : files.filter(Files::isRegularFile).sorted().toList()) {
        out.putNextEntry(new JarEntry(classes.relativize(each).toString()));
        Files.copy(each, out);
      }
    }
  }

  Path root() {
    return root;
  }

  Path launcher() {
    return root.resolve("luakit");
  }

  /** The jar whose date the cache must not be before. */
  Path jar() {
    return root.resolve("lib").resolve("luakit-cli.jar");
  }

  /** The folder of the cache where luakit's own can be written to. */
  Path caches() {
    return root.resolve("cache");
  }
}
