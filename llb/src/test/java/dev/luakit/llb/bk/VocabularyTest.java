package dev.luakit.llb.bk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.luakit.llb.BuiltInLibrary;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What the library says of itself where a script's mistake is explained. */
class VocabularyTest {
  @Test
  void functionsOfThePreludeThatAreNamedAreThere() throws IOException {
    String text = new String(BuiltInLibrary.INSTANCE.read("prelude.lua"), StandardCharsets.UTF_8);
    for (String name : Vocabulary.PRELUDE) {
      assertTrue(text.contains("\nfunction prelude." + name + "("), name);
    }
  }

  @Test
  void aCallIsShownWithAllThatItTakes() {
    assertEquals("s:copy(from, src, dest, options)", Vocabulary.usage("state:copy"));
    assertEquals("bk.scratch()", Vocabulary.usage("bk.scratch"));
    assertEquals("bk.ssh(options)", Vocabulary.usage("bk.ssh"));
    assertEquals("bk.merge(states, ...)", Vocabulary.usage("bk.merge"));
    assertNull(Vocabulary.usage("bk.nothing"));
  }
}
