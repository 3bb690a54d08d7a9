package dev.luakit.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What a build is told about its inputs. */
class InputMetadataTest {
  @Test
  void the_image_s_configuration_is_base64() {
    byte[] config = InputMetadata.imageConfig("{\"containerimage.config\":\"e30=\"}");
    assertEquals("{}", new String(config, StandardCharsets.UTF_8));
    assertNull(InputMetadata.imageConfig("{}"));
  }

  @Test
  void anything_else_is_an_error() {
    for (String value : new String[] {"null", "{}", "[]", "[1,2]", "\"!\""}) {
      String metadata = "{\"containerimage.config\":" + value + "}";
      FrontendException e =
          assertThrows(
              FrontendException.class, () -> InputMetadata.imageConfig(metadata), metadata);
      assertTrue(e.getMessage().startsWith("its metadata can't be read: "), e.getMessage());
    }
  }
}
