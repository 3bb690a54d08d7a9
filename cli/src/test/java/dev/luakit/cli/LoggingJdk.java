package dev.luakit.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A folder like that of this process's JDK, whose {@code java} tells which classes it loads, and
 * where from.
 */
record LoggingJdk(Path root) {
  /** The variable of the environment that names the file for it; without, it tells nothing. */
  static final String LOADED = "LOADED_CLASSES";

  /** Makes it in a folder that is not there yet. */
  static LoggingJdk in(Path root) throws IOException {
    Path real = Path.of(System.getProperty("java.home"));
    Path java = Files.createDirectories(root.resolve("bin")).resolve("java");
    // The option must come behind those of the launcher, which switch off what Java says.
    Files.writeString(
        java,
        """
        #!/bin/sh
        if [ -n "${LOADED_CLASSES-}" ]; then
          for word; do
            shift
            if [ "$word" = -cp ]; then set -- "$@" "-Xlog:class+load:file=$LOADED_CLASSES"; fi
            set -- "$@" "$word"
          done
        fi
        exec "JAVA" "$@"
        """
            .replace("JAVA", real.resolve("bin/java").toString()));
    if (!java.toFile().setExecutable(true)) {
      throw new IOException("cannot make " + java + " executable");
    }
    Files.copy(real.resolve("release"), root.resolve("release"));
    return new LoggingJdk(root);
  }
}
