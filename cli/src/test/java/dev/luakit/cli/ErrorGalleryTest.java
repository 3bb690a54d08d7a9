package dev.luakit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** The document of errors is true. */
class ErrorGalleryTest {
  @Test
  void the_document_is_what_the_commands_say() throws IOException {
    assertEquals(ErrorGallery.document(), Files.readString(ErrorGallery.DOCUMENT));
  }

  @Test
  void it_has_at_least_forty_errors_and_each_tells_the_way_out() throws IOException {
    int count = 0;
    for (ErrorGallery.Entry entry : ErrorGallery.entries()) {
      String said = entry.said();
      assertTrue(said.startsWith("error: "), entry.command());
      boolean run = entry.script().isEmpty() || !said.startsWith("error: cannot read");
      assertTrue(run, "the first line of a script is not its command: " + entry.command());
      boolean wayOut =
          said.contains("\nhint: ")
              || said.contains("did you mean")
              || said.contains(" as in ")
              || said.contains(" such as ")
              || said.contains(" is not one of ");
      assertTrue(wayOut || entry.command().contains("colon") || said.contains("; "), said);
      count++;
    }
    assertTrue(count >= 40, "there are " + count);
  }
}
