package dev.luakit.e2e;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An image in the archive that {@code docker load} takes. */
final class ImageArchive {
  private ImageArchive() {}

  /** The configuration of the image in an archive. */
  static String config(Path archive) throws IOException, InterruptedException {
    Matcher config =
        Pattern.compile("\"Config\":\"([^\"]+)\"").matcher(entry(archive, "manifest.json"));
    assertTrue(config.find());
    return entry(archive, config.group(1));
  }

  private static String entry(Path archive, String name) throws IOException, InterruptedException {
    return Program.run(List.of("tar", "-xOf", archive.toString(), name))
        .expectSuccess("tar of " + name);
  }
}
