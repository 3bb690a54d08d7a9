package dev.luakit.cli.registry;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON as a tree, for what servers and configuration files say. */
final class Json {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private Json() {}

  /** Reads JSON; null if it is none. */
  static JsonNode read(byte[] json) {
    try {
      return MAPPER.readTree(json);
    } catch (JacksonException e) {
      return null;
    }
  }

  /** A member that is a text, or empty. */
  static String text(JsonNode object, String name) {
    JsonNode member = object.path(name);
    return member.isString() ? member.stringValue() : "";
  }
}
