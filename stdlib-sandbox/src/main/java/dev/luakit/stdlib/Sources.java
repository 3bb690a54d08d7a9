package dev.luakit.stdlib;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The source of each chunk that was loaded, by the name that messages call it: what an error's
 * excerpt and the source map of a definition quote from.
 */
public final class Sources {
  private final Map<String, byte[]> texts = new LinkedHashMap<>();

  public void add(String chunkName, byte[] text) {
    texts.put(chunkName, text.clone());
  }

  /** The chunk's bytes, or {@code null} if no chunk of that name was loaded. */
  public byte[] get(String chunkName) {
    byte[] text = texts.get(chunkName);
    return text == null ? null : text.clone();
  }

  /** The names in the order in which the chunks were loaded. */
  public Set<String> names() {
    return Collections.unmodifiableSet(texts.keySet());
  }
}
