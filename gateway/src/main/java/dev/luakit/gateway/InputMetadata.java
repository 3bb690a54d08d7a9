package dev.luakit.gateway;

import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.Base64;

/** What a build is told about one of its inputs: JSON, an object of base64 texts. */
final class InputMetadata {
  private static final String IMAGE_CONFIG = "containerimage.config";

  private InputMetadata() {}

  /**
   * The configuration of the image that the input is.
   *
   * @return JSON, or null where nothing is told
   * @throws FrontendException if the text is no such metadata
   */
  static byte[] imageConfig(String metadata) {
    try {
      JsonElement config = JsonParser.parseString(metadata).getAsJsonObject().get(IMAGE_CONFIG);
      return config == null ? null : Base64.getDecoder().decode(config.getAsString());
    } catch (JsonParseException
        | IllegalStateException
        | IllegalArgumentException
        | UnsupportedOperationException e) {
      throw new FrontendException("its metadata can't be read: " + e.getMessage());
    }
  }
}
