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
  void functions_of_the_prelude_that_are_named_are_there() throws IOException {
    String text = new String(BuiltInLibrary.INSTANCE.read("prelude.lua"), StandardCharsets.UTF_8);
    for (String name : Vocabulary.PRELUDE) {
      assertTrue(text.contains("\nfunction prelude." + name + "("), name);
    }
  }

  @Test
  void a_call_is_shown_with_all_that_it_takes() {
    assertEquals("s:copy(from, src, dest, options)", Vocabulary.usage("state:copy"));
    assertEquals("bk.scratch()", Vocabulary.usage("bk.scratch"));
    assertEquals("bk.ssh(options)", Vocabulary.usage("bk.ssh"));
    assertEquals("bk.merge(states, ...)", Vocabulary.usage("bk.merge"));
    assertNull(Vocabulary.usage("bk.nothing"));
  }
}
