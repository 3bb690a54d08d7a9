package dev.luakit.cli;

import dev.luakit.cli.man.ManualPage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the manual pages that a release has. */
final class ManualPages {
  private ManualPages() {}

  /**
   * Writes them.
   *
   * @param args a folder, and the date that the pages bear; what stands behind its day is left out
   * @throws IOException if the folder can't be written to
   */
  public static void main(String[] args) throws IOException {
    Path folder = Files.createDirectories(Path.of(args[0]));
    String day = args[1].substring(0, "2026-01-31".length());
    var luakit = Arguments.commandLine().getCommandSpec();
    for (ManualPage page : ManualPage.all(luakit, VersionRequest.VERSION, day)) {
      Files.writeString(folder.resolve(page.file()), page.roff(), StandardCharsets.US_ASCII);
    }
  }
}
