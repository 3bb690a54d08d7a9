package dev.luakit.stdlib;

import dev.luakit.vm.ByteStrings;
import java.util.HashMap;
import java.util.Map;

/** Variables that are known from the start. */
public final class GivenVariables implements Variables {
  private final Map<String, String> values = new HashMap<>();

  /**
   * @param texts values by name, as text
   */
  public GivenVariables(Map<String, String> texts) {
    for (Map.Entry<String, String> text : texts.entrySet()) {
      values.put(ByteStrings.fromText(text.getKey()), ByteStrings.fromText(text.getValue()));
    }
  }

  @Override
  public String value(String name) {
    return values.get(name);
  }
}
